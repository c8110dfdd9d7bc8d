import CoachJSONL

/// Casual answers to casual words, and plain ones to what rules cannot answer.
enum SmallTalk {
  private enum Kind {
    case greeting, howAreYou, thanks, goodbye, laughter, yes, no
  }

  /// A casual reply; nil where the words are none of those known.
  static func reply(
    to words: [Substring], isFirst: Bool, learner: ChatLearner, choice: Choice, question: String
  ) -> String? {
    switch kind(of: words) {
    case .greeting where isFirst: return welcome(learner, question: opener(choice))
    case .greeting: return "\(choice.one(of: ["Hello again!", "Hi there!"])) \(question)"
    case .howAreYou:
      return "\(choice.one(of: ["All in order here, thanks.", "Ready when you are."])) "
        + choice.unused(of: ["And how is your day going?", "And how are you today?"] + openers)
    case .thanks:
      return "\(choice.one(of: ["You're welcome!", "With pleasure.", "Any time."])) "
        + choice.unused(of: ["Shall we go on?", "What shall we look at next?"] + openers)
    case .goodbye:
      return choice.one(of: ["See you soon!", "Take care, and until next time!"])
        + " (/quit ends the session here.)"
    case .laughter:
      return "\(choice.one(of: ["Glad that made you smile.", "Ha!"])) \(question)"
    case .yes:
      return choice.unused(of: ["Good. Go ahead: what is it about?", "Good, tell me more."])
        + (isFirst ? " \(opener(choice))" : "")
    case .no:
      return "\(choice.one(of: ["Fair enough.", "All right."])) "
        + choice.unused(of: ["What would you like to do instead?"] + openers)
    case nil: return nil
    }
  }

  /// What is said to a command that there is not, or that lacks its name.
  static let commands =
    "I know four commands: /task NAME opens a scene (sales_pitch, mock_interview, negotiation, "
    + "presentation, meeting, difficult_conversation, small_talk, story, or one of your "
    + "own), /done ends it, /feedback sums up, /quit ends the session. Which one did you mean?"

  /// What can be said of a turn that has no English words.
  static func unreadable(_ text: String) -> String {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
      ? "My rules know English only, so try it in English, however roughly."
      : "I can only work with words, and I see none there."
  }

  /// An answer about the suite itself.
  static func administration(_ words: [Substring]) -> String {
    if words.contains("focus") || words.contains("focuses") || words.contains("goal") {
      return "Your focuses are chosen outside this chat, in the records that it is started with "
        + "(--context, or --focus for one run). Until then, what shall we practise?"
    }
    if kind(of: words) == .goodbye {
      let day = words.contains("tomorrow") ? "See you tomorrow!" : "See you soon!"
      return "\(day) A new session begins by itself; /quit ends this one."
    }
    if Words.contain("what time", in: words) {
      return "I have no clock here. What would you like to practise while there is time?"
    }
    return "I keep no calendar: come back whenever you like, and a new session begins by itself. "
      + "Shall we go on for now? /quit ends this session."
  }

  /// An answer to a question that asks for knowledge.
  static func explanation(_ words: [Substring]) -> String {
    let isAboutCoach = ["you", "this", "here"].contains { words.contains($0) }
    if isAboutCoach, Words.contain("who are you", in: words) || words.contains("help") {
      return "I'm the built-in coach: rules, no model. Write to me and I'll mend what I'm sure of "
        + "and ask the next question; /task sales_pitch opens a scene, /feedback sums up. "
        + "What would you like to practise?"
    }
    if ["correct", "check", "mend"].contains(where: { words.contains($0) }) {
      return "Gladly: write a sentence, and I'll mend what I'm sure of. What is the first one?"
    }
    return
      "I answer from rules, and explaining is beyond them. Use the words in a sentence of your "
      + "own, and I'll tell you if I see anything wrong with it. How would you say it?"
  }

  /// What follows a correction in a question to the coach.
  static let afterCorrection = [
    "Which other sentence would you like me to look at?",
    "Now use it in a sentence of your own: what would you say?",
  ]

  private static func welcome(_ learner: ChatLearner, question: String) -> String {
    var parts = ["Hello!"]
    if let focus = learner.focuses.first {
      parts.append("Our focus is \(Remark.inSentence(focus.title)).")
    }
    if let error = learner.recentErrors.first, error.message.count <= 120 {
      parts.append("One thing from last time: \(error.message)")
    }
    return (parts + [question]).joined(separator: " ")
  }

  private static let openers = [
    "What would you like to talk about today?",
    "What happened today that is worth telling?",
    "Is there a conversation coming up that you would like to prepare?",
    "What have you had to explain lately?",
    "What are you working on these days?",
  ]

  private static func opener(_ choice: Choice) -> String { choice.unused(of: openers) }

  private static func kind(of words: [Substring]) -> Kind? {
    let phrases: [(Kind, [String])] = [
      (.howAreYou, ["how are you", "how's it going", "how is it going", "what's up", "how r u"]),
      (.goodbye, ["bye", "goodbye", "see you", "good night", "have to go", "gotta go"]),
      (.thanks, ["thanks", "thank you", "thx", "cheers", "much appreciated"]),
      (
        .greeting,
        ["hi", "hello", "hey", "good morning", "good afternoon", "good evening", "greetings"]
      ),
      (.laughter, ["lol", "haha", "hahaha", "hehe", "funny"]),
      (.no, ["no", "nope", "nah", "not really", "not now"]),
      (
        .yes, ["yes", "yeah", "yep", "sure", "ok", "okay", "alright", "of course", "cool", "great"]
      ),
    ]
    return phrases.first { _, phrases in phrases.contains { Words.contain($0, in: words) } }?.0
  }
}
