/// What a turn is about, told from its words, and what a coach asks about it.
struct Topic {
  private let words: Set<Substring>
  /// Each asks for something that the learner can say in a few sentences.
  let questions: [String]
  /// Whether the questions suit only what is over.
  private let isOver: Bool

  private init(words: Set<Substring>, questions: [String], isOver: Bool = false) {
    self.words = words
    self.questions = questions
    self.isOver = isOver
  }

  /// The topic that most words speak of; nil where none does.
  static func of(_ words: [Substring]) -> Topic? {
    var best: (topic: Topic, count: Int)?
    for topic in all where !topic.isOver || isPast(words) {
      let count = words.count { topic.words.contains($0) }
      if count > best?.count ?? 0 { best = (topic, count) }
    }
    return best?.topic
  }

  /// Questions that suit any turn.
  static let anyQuestions = [
    "Why does that matter to you?",
    "Can you give me one example?",
    "Who would you most like to tell this to, and how would you begin?",
    "Which part of it is hardest to put into words?",
    "How would you say it to somebody who knows nothing about it?",
    "What do you want to come out of it?",
    "If you had only one sentence for it, what would it be?",
    "What do others say about it?",
    "What would change your mind?",
    "What is the next step, and when will you take it?",
    "How do you feel about it now?",
    "What should I ask you about it?",
    "What else belongs to it?",
  ]

  /// Questions about something that happened.
  static let storyQuestions = [
    "What happened next?",
    "How did it start?",
    "What did the others say?",
    "What surprised you about it?",
    "What would you do differently next time?",
  ]

  /// Whether the words tell of something that is over.
  static func isPast(_ words: [Substring]) -> Bool {
    words.indices.contains { index in
      let word = words[index]
      if pastWords.contains(word) { return true }
      guard word.count > 4, word.hasSuffix("ed"), !word.hasSuffix("eed") else { return false }
      return index == 0 || !adjectiveSigns.contains(words[index - 1])
    }
  }

  /// Behind these, "interested" and its kind tell how something is.
  private static let adjectiveSigns: Set<Substring> = [
    "am", "i'm", "is", "are", "be", "being", "you're", "we're", "they're", "it's", "very", "so",
    "really", "not", "a", "an", "the", "get", "feel", "will", "can",
  ]

  private static let pastWords: Set<Substring> = [
    "yesterday", "ago", "was", "were", "did", "didn't", "had", "went", "came", "saw", "said",
    "told", "took", "gave", "got", "made", "found", "met", "bought", "sold", "ate", "wrote",
    "spoke", "felt", "left", "lost", "won", "ran", "began", "forgot", "broke", "drove", "flew",
    "spent", "heard", "kept", "sent", "taught", "thought", "brought",
  ]

  private static let all = [
    Topic(
      words: [
        "meeting", "meetings", "boss", "manager", "colleague", "colleagues", "team", "office",
        "project", "deadline", "work", "job", "email", "emails", "report",
      ],
      questions: [
        "Who at work needs to hear this, and what should they do with it?",
        "What is the one result of that work you would put first?",
        "What would you like your team to do after you have spoken?",
        "Which part of your work is hardest to explain in English?",
        "How would you tell your manager about it in two sentences?",
      ]),
    Topic(
      words: [
        "customer", "customers", "client", "clients", "sales", "sell", "product", "price", "buy",
        "market", "offer", "contract",
      ],
      questions: [
        "What problem does it take off your customer's hands?",
        "What would a customer say against it, and what would you answer?",
        "Which number would convince me?",
        "Why should somebody buy it this month and not next year?",
        "Who decides about it on their side?",
      ]),
    Topic(
      words: [
        "presentation", "slides", "speech", "talk", "audience", "present", "conference", "stage",
      ],
      questions: [
        "What should the audience remember a week later?",
        "What is your first sentence going to be?",
        "Who will be sitting there, and what do they worry about?",
        "Which question from the audience would you rather not get?",
      ]),
    Topic(
      words: ["interview", "interviews", "cv", "resume", "hiring", "recruiter", "application"],
      questions: [
        "Why do you want that job and not a similar one?",
        "Which of your results would you tell them first?",
        "What will you answer when they ask about a weakness?",
        "What would you like to ask them?",
      ]),
    Topic(
      words: [
        "travel", "trip", "holiday", "holidays", "vacation", "flight", "hotel", "airport", "beach",
        "city", "country", "train", "visited", "museum",
      ],
      questions: [
        "What would you show somebody who goes there for the first time?",
        "Which moment of it would you live through again?",
        "What did you expect, and what was it like?",
        "Whom did you talk to there?",
        "Where would you go next?",
      ]),
    Topic(
      words: [
        "mother", "father", "parents", "sister", "brother", "wife", "husband", "son", "daughter",
        "children", "kids", "family", "friend", "friends", "grandmother", "grandfather",
      ],
      questions: [
        "What are they like?",
        "What do you like doing together?",
        "What would they say about it?",
        "Is there a story about them that you like to tell?",
      ]),
    Topic(
      words: [
        "food", "cook", "cooked", "cooking", "restaurant", "dinner", "lunch", "breakfast", "eat",
        "ate", "recipe", "coffee", "cake",
      ],
      questions: [
        "How would you describe the taste to somebody who has never had it?",
        "How is it made?",
        "Who would you invite to share it?",
        "What do people eat at home where you come from?",
      ]),
    Topic(
      words: [
        "school", "university", "exam", "exams", "study", "studying", "studied", "course", "class",
        "teacher", "homework", "student", "students", "learn", "learning",
      ],
      questions: [
        "What made you choose it?",
        "How would you explain the main idea of it to a friend?",
        "What helps you remember what you learn?",
        "Which teacher would you like to thank, and for what?",
        "What will you be able to do with it?",
      ]),
    Topic(
      words: [
        "football", "game", "games", "run", "running", "swim", "swimming", "gym", "tennis", "match",
        "music", "guitar", "piano", "song", "book", "books", "read", "film", "films", "movie",
        "movies", "series", "hobby", "photos",
      ],
      questions: [
        "How did you come to it?",
        "What would you tell a beginner first?",
        "What do you like best about it?",
        "When was it at its best?",
        "What does it give you that nothing else does?",
      ]),
    Topic(
      words: ["weekend", "yesterday", "saturday", "sunday", "evening", "tonight", "week"],
      questions: [
        "What was the best moment of it?",
        "Who was with you?",
        "What did you do after that?",
        "What are you looking forward to now?",
      ], isOver: true),
  ]
}
