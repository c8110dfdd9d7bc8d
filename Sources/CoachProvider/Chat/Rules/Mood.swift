/// How a learner says they feel, or what befell them, in plain words.
struct Mood {
  /// Ways to react.
  let reactions: [String]
  /// Whether it is no moment to praise how it was said.
  let isHeavy: Bool
  /// Whether it is a loss, and no moment to correct either.
  let isGrave: Bool

  /// Nil where no feeling is told, or one is denied.
  init?(in words: [Substring]) {
    isGrave = Self.tellsLoss(words)
    if isGrave {
      reactions = Self.sympathy
      isHeavy = true
      return
    }
    guard let feeling = Self.feeling(in: words) else { return nil }
    reactions = feeling.reactions
    isHeavy = feeling.isHeavy
  }

  /// What is asked where something weighs on the learner.
  static let gentleQuestions = [
    "Would you like to tell me more about it?",
    "What would help you today?",
    "Shall we talk about it, or about something else for a while?",
  ]

  private static let sympathy = ["I'm sorry to hear that.", "I'm very sorry."]

  // MARK: Feelings

  private static func feeling(
    in words: [Substring]
  ) -> (reactions: [String], isHeavy: Bool)? {
    for (index, word) in words.enumerated() {
      guard let feeling = feeling(word), index > 0 else { continue }
      var before = index - 1
      while before > 0, degrees.contains(words[before]) { before -= 1 }
      if isOwn(words[...before]) { return feeling }
    }
    return nil
  }

  /// Whether the words lead to the speaker's own feeling: "I am", "I've been feeling".
  private static func isOwn(_ words: ArraySlice<Substring>) -> Bool {
    var rest = words
    while let last = rest.last, verbs.contains(last) { rest.removeLast() }
    if rest.last == "have", rest.count < words.count, words[rest.endIndex] == "been" {
      rest.removeLast()
    }
    guard let subject = rest.last else { return false }
    return subject == "i" && rest.count < words.count || selves.contains(subject)
  }

  private static let degrees: Set<Substring> = [
    "very", "so", "really", "quite", "a", "bit", "little", "too", "pretty", "rather", "still",
    "always",
  ]
  private static let selves: Set<Substring> = ["i'm", "i've"]
  private static let verbs: Set<Substring> = [
    "am", "was", "feel", "felt", "feeling", "get", "got", "getting", "been",
  ]

  private static func feeling(_ word: Substring) -> (reactions: [String], isHeavy: Bool)? {
    switch word {
    case "nervous", "anxious", "afraid", "scared", "worried", "stressed":
      (
        [
          "Being nervous about it is normal, and practice is what helps.",
          "That is a fair thing to be nervous about; let's make it smaller.",
        ], false
      )
    case "tired", "exhausted":
      (
        [
          "That sounds tiring; we can keep this short.",
          "A tiring stretch, then; small steps today.",
        ], true
      )
    case "sad", "upset", "lonely", "depressed", "heartbroken", "hurt", "ashamed":
      (sympathy, true)
    case "disappointed", "frustrated", "angry", "annoyed":
      (["I'm sorry to hear that.", "That sounds hard."], true)
    case "happy", "glad", "excited", "proud", "relieved":
      (["That is good to hear.", "Lovely, and worth telling well."], false)
    case "confused", "lost", "stuck":
      (["Then let's take it one step at a time.", "Being stuck is often one missing word."], false)
    default: nil
    }
  }

  // MARK: Losses

  /// Whether somebody's death, an illness or another loss of the speaker's own is told.
  private static func tellsLoss(_ words: [Substring]) -> Bool {
    guard words.contains(where: owners.contains) else { return false }
    let tellsDeath = words.indices.contains { index in
      words[index] == "died" && index > 0 && !things.contains(words[index - 1])
    }
    return tellsDeath
      || lossPhrases.contains { Words.contain($0, in: words) }
        && !Words.contain("fired up", in: words)
  }

  private static let owners: Set<Substring> = ["i", "i'm", "i've", "my", "we", "we've", "our"]
  /// What also dies, and is not mourned.
  private static let things: Set<Substring> = [
    "battery", "phone", "laptop", "computer", "car", "engine", "internet", "connection", "server",
    "it",
  ]
  private static let lossPhrases = [
    "funeral", "miscarriage", "my divorce", "our divorce", "getting divorced", "got divorced",
    "are divorcing", "have cancer", "has cancer", "had cancer", "got cancer", "of cancer",
    "passed away", "is dying", "was dying", "broke up with me", "lost my job", "lost my mother",
    "lost my father", "lost my brother", "lost my sister", "lost my friend", "lost my dog",
    "lost my cat", "i was fired", "got fired", "i've been fired", "have been fired",
    "was laid off", "got laid off", "is in hospital", "is in the hospital", "was in hospital",
    "was in the hospital", "seriously ill",
  ]
}
