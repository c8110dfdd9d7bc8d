/// Cheap cues about what the coach's reply does to a task.
public struct CoachCues: Sendable {
  /// The name of the task that the reply opens: "Pitch me your product." Nil where it opens none.
  public let openedTask: String?
  /// Whether the reply closes a task with feedback: "Great job overall!"
  public let closesTask: Bool
  /// Whether the coach speaks in a part: the reply begins with a quotation mark.
  public let staysInPart: Bool

  /// How much speaks for a task that the learner's turn may have asked for.
  let hint: Int

  public init(aiResponse: String) {
    let text = CueText(aiResponse)
    var named: String?
    var opener: Range<Int>?
    var scene: Range<Int>?
    var role: String?
    var closing = 0
    // Each kind of sign counts once.
    var signs: UInt8 = 0
    var hints: UInt8 = 0
    var weight = text.isQuoted ? 1 : 0
    CoachPhrases.table.forEach(in: text) { cue, place in
      switch cue {
      case .task(let name): named = named ?? name
      case .opener: opener = opener ?? place
      case .scene where scene == nil && !Self.isOffer(place, in: text): scene = place
      case .role where role == nil && !Self.isOffer(place, in: text):
        role = TaskNames.first(
          in: text, range: place.lowerBound..<min(place.upperBound + 3, text.words.count),
          table: TaskNames.roles)
      case .sign(let sign) where signs & sign.bit == 0:
        signs |= sign.bit
        closing += sign.weight
      case .hint(let hint) where hints & hint.bit == 0:
        hints |= hint.bit
        weight += hint.weight
      default: break
      }
    }
    // A coach who asks on goes on, unless it is said to be the end.
    if text.endsInQuestion, signs & CoachPhrases.Sign.end.bit == 0 { closing -= 2 }
    closesTask = closing >= 3
    staysInPart = text.isQuoted
    if let opener, named == nil {
      let sentence = text.sentence(from: opener.lowerBound)
      named =
        TaskNames.first(in: text, range: sentence)
        ?? TaskNames.first(in: text, range: sentence, table: TaskNames.roles)
    }
    if named == nil, scene != nil {
      let all = 0..<text.words.count
      named =
        TaskNames.first(in: text, range: all)
        ?? TaskNames.first(in: text, range: all, table: TaskNames.roles) ?? "practice"
    }
    hint = weight + (role == nil ? 0 : 2)
    if named == nil, weight >= CoachPhrases.leastHints { named = role ?? "practice" }
    // Feedback ends what was; what it offers next is no task before the learner agrees.
    openedTask = closesTask ? nil : named
  }

  /// Whether the sentence only offers: "If you want we can rehearse it."
  private static func isOffer(_ place: Range<Int>, in text: CueText) -> Bool {
    let sentence = text.sentence(around: place.lowerBound)
    var isOffer = false
    CoachPhrases.offers.forEach(in: text) { _, offer in
      if sentence.contains(offer.lowerBound) { isOffer = true }
    }
    return isOffer
  }
}
