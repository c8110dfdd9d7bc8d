/// A scene in which a learner practises, and the part that the coach plays in it.
struct PracticeScene {
  /// What sets the scene: who we are, and the first thing to say.
  let opening: String
  /// What the coach says in its part, one at a turn.
  let prompts: [String]

  /// What the coach can still ask when the learner has used certain words: the price is not asked of
  /// somebody who has named it.
  func prompts(where isHeard: (Substring) -> Bool) -> [String] {
    let moot = Self.answers.filter { $0.words.contains(where: isHeard) }.map(\.question)
    let open = prompts.filter { prompt in !moot.contains { prompt.contains($0) } }
    return open.isEmpty ? prompts : open
  }

  /// Words that answer a question beforehand.
  private static let answers: [(question: String, words: [Substring])] = [
    (
      "What does it cost me",
      ["cost", "costs", "price", "euros", "dollars", "pounds", "eur", "usd"]
    ),
    ("Who else uses it", ["customers", "clients", "companies", "users"]),
    ("What is a weakness", ["weakness", "weaknesses"]),
    ("Where do you want to be in three years", ["years"]),
    ("When will it be finished", ["friday", "monday", "tuesday", "wednesday", "thursday"]),
    ("Any plans for the weekend", ["weekend"]),
    ("Have you come far", ["train", "flew", "drove", "flight", "came"]),
  ]

  /// The names of the scenes that the coach can set by itself.
  static var names: [String] { all.keys.sorted() }

  /// The scene of a task; one that is not known is set by the learner.
  static func named(_ name: String) -> PracticeScene {
    all[shortNames[name] ?? name] ?? own(title(of: name))
  }

  /// What else the scenes are called.
  private static let shortNames = [
    "pitch": "sales_pitch", "sales": "sales_pitch", "elevator_pitch": "sales_pitch",
    "interview": "mock_interview", "job_interview": "mock_interview", "smalltalk": "small_talk",
    "talk": "presentation", "storytelling": "story",
  ]

  /// What is said to a learner who does not know how to go on.
  static let encouragement = [
    "One sentence is enough: say what you want, then one reason for it.",
    "Begin small: \u{201C}The main thing is \u{2026}\u{201D}, and finish that sentence.",
    "Take your time, and answer with a single example.",
  ]

  /// Whether the words step out of the scene to ask for help with it.
  static func isCallForHelp(_ words: [Substring]) -> Bool {
    words.count <= 16
      && callsForHelp.contains { Words.contain($0, in: words) }
  }

  private static let callsForHelp = [
    "please help me", "no idea what to say", "don't know what to say", "do not know what to say",
    "what should i say", "what can i say", "how should i answer", "don't know how to answer",
  ]

  /// A task's name as words: `sales_pitch` is `sales pitch`.
  static func title(of name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.isEmpty ? "scene" : String(words.prefix(60))
  }

  private static func own(_ title: String) -> PracticeScene {
    PracticeScene(
      opening:
        "Let's practise: \(title). I know no scene of that name, so you set it: tell me in one "
        + "sentence who I am and what you want from me, then begin. /done ends it.",
      prompts: [
        "I see. What do you want me to do?",
        "Why should I?",
        "What if I said no?",
        "Can you give me an example?",
        "What does it mean for me?",
        "And what happens after that?",
        "What is the most important part?",
        "Is there anything else I should know?",
      ])
  }

  private static let all: [String: PracticeScene] = [
    "sales_pitch": PracticeScene(
      opening:
        "Let's do a sales pitch: I run a small company, and you have five minutes of my time. "
        + "Pitch me your product: what is it, and what does it do for me? /done ends it.",
      prompts: [
        "I have something like that already. What is different about yours?",
        "What does it cost me, and when does it pay for itself?",
        "Who else uses it, and what did it change for them?",
        "How much work is it for my people to start?",
        "What if it does not work out?",
        "My partner decides about such things. What should I tell her?",
        "Why now?",
        "So what exactly do you want me to do next?",
      ]),
    "mock_interview": PracticeScene(
      opening:
        "Let's do a mock interview: I'm hiring, and you have applied. Tell me about yourself "
        + "in three or four sentences, and why you want this job. /done ends it.",
      prompts: [
        "What is a result that you are proud of, and what was your part in it?",
        "Tell me about something that went wrong. What did you do?",
        "How do you deal with a colleague who disagrees with you?",
        "What is a weakness of yours that would matter here?",
        "Why are you leaving where you are?",
        "What would you do in your first month with us?",
        "Where do you want to be in three years?",
        "What would you like to ask me?",
      ]),
    "negotiation": PracticeScene(
      opening:
        "Let's practise a negotiation: I'm on the other side of the table. Tell me what is at "
        + "stake and make your first offer. /done ends it.",
      prompts: [
        "That is more than I had in mind. How do you get to it?",
        "What can you give me in return?",
        "I could agree to half of it today. What do you say?",
        "Somebody else offers me less for the same. Why should I stay with you?",
        "What matters more to you, the amount or the date?",
        "What happens if we do not agree?",
        "I can live with most of that. Which point can you give up?",
        "So what have we agreed on? Say it once more.",
      ]),
    "presentation": PracticeScene(
      opening: "Let's rehearse a presentation: I'm your audience. Open it as you would on the day, "
        + "with the point first. /done ends it.",
      prompts: [
        "I am not from your field. What does that mean in plain words?",
        "What is the evidence for that?",
        "Which picture or number would you show here?",
        "How does that lead to your next point?",
        "What does it mean for the people in this room?",
        "Somebody in the third row doubts it. What do you answer?",
        "We have one minute left. What do you leave out?",
        "What is your last sentence?",
      ]),
    "meeting": PracticeScene(
      opening:
        "Let's practise an update in a meeting: the team is listening, and you have a minute. "
        + "Where do things stand? /done ends it.",
      prompts: [
        "What has changed since last week?",
        "What is in the way?",
        "What do you need, and from whom?",
        "When will it be finished?",
        "Which risk should we know about?",
        "Who is waiting for it?",
        "What would help you most right now?",
        "So what is the next step, and whose is it?",
      ]),
    "difficult_conversation": PracticeScene(
      opening:
        "Let's practise a difficult conversation: I'm the person you have to talk to. Tell me "
        + "in a word who I am, then say the first thing you would say. /done ends it.",
      prompts: [
        "I did not know that. Why did you not tell me earlier?",
        "I see it differently. Can you give me an example?",
        "What did it do to you?",
        "What do you want me to change?",
        "And what is your own part in it?",
        "I am not sure I can promise that. What could we try first?",
        "How will we know that it is better?",
        "Is there something you would like to thank me for?",
      ]),
    "small_talk": PracticeScene(
      opening:
        "Let's practise small talk: we are waiting for the same meeting and have not met. You "
        + "go first: say something to begin with. /done ends it.",
      prompts: [
        "Have you come far today?",
        "How did you end up in this line of work?",
        "What do you do when you are not working?",
        "Have you been to one of these before?",
        "Any plans for the weekend?",
        "What would you recommend I see around here?",
        "I have never tried that. What is it like?",
        "They are about to call us in. How do you say goodbye?",
      ]),
    "story": PracticeScene(
      opening:
        "Let's practise a story: something that happened to you, with a beginning, a turn and an "
        + "end. Where were you, and what did you want? /done ends it.",
      prompts: [
        "Then what happened?",
        "What did you see and hear there?",
        "What went through your mind?",
        "When did it turn?",
        "What did the other person say, word for word?",
        "What did it cost you?",
        "How did it end?",
        "What do you know now that you did not know then?",
      ]),
  ]
}
