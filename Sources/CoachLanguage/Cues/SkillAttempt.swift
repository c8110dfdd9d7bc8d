/// What a turn tries to do with words, which focuses that exercises, and how sure that is.
struct SkillAttempt {
  /// The focuses that the turn exercises, strongest first.
  private(set) var focusIds: [String] = []
  /// How strongly the turn looks like an attempt, 0…1.
  private(set) var strength = 0.0

  /// Kinds of attempt: how much one cue of it says, and the focuses that it exercises, strongest
  /// first.
  private static let kinds: [(cue: TurnCue, weight: Double, focuses: (Int, Int, Int))] = [
    (.roleplay, 0.6, (place(.tone), place(.persuasion), place(.fluency))),
    (.pitch, 0.4, (place(.persuasion), place(.assertiveness), place(.clarity))),
    (.ask, 0.5, (place(.assertiveness), place(.tone), place(.persuasion))),
    (.story, 0.4, (place(.clarity), place(.fluency), place(.conciseness))),
    (.explanation, 0.4, (place(.clarity), place(.conciseness), place(.fluency))),
    (.opinion, 0.4, (place(.clarity), place(.persuasion), place(.assertiveness))),
    (.letter, 0.5, (place(.tone), place(.clarity), place(.wordChoice))),
    (.empathy, 0.4, (place(.tone), place(.assertiveness), place(.wordChoice))),
  ]

  /// No attempt.
  init() {}

  /// - Parameters:
  ///   - tally: the turn's cues.
  ///   - wordCount: the turn's words. One of fewer than 6 words exercises nothing; one of 15 words or more
  ///     exercises clarity, fluency, grammar and word choice whatever it says.
  init(_ tally: CueTally, wordCount: Int) {
    guard wordCount >= 6 else { return }
    // Cues are taken as independent of each other; a long turn speaks for itself: half of the
    // evidence that there can be at 12 words.
    var doubt = 1 - min(0.8, Double(wordCount - 4) / 15)
    var weights = Weights(repeating: 0)
    for kind in Self.kinds {
      let count = tally[kind.cue]
      guard count > 0 else { continue }
      for _ in 0..<min(count, 2) { doubt *= 1 - kind.weight }
      weights[kind.focuses.0] += Double(count)
      weights[kind.focuses.1] += Double(count) / 2
      weights[kind.focuses.2] += Double(count) / 3
    }
    strength = 1 - doubt
    if wordCount >= 15 {
      for (place, weight) in Self.exercisedByLength { weights[place] += weight }
      if wordCount >= 40 { weights[Self.conciseness] += 0.5 }
    }
    rank(weights)
  }

  /// By the places of the focuses.
  private typealias Weights = InlineArray<8, Double>

  /// Lists the focuses that have weight, the heaviest first; of equal ones the first.
  private mutating func rank(_ weights: Weights) {
    var weights = weights
    while true {
      var heaviest = 0
      for place in 1..<Self.ids.count where weights[place] > weights[heaviest] { heaviest = place }
      guard weights[heaviest] > 0 else { return }
      if focusIds.isEmpty { focusIds.reserveCapacity(Self.ids.count) }
      focusIds.append(Self.ids[heaviest])
      weights[heaviest] = 0
    }
  }

  /// The ids of all focuses, by place.
  private static let ids = FocusKind.allCases.map(\.id)

  private static let conciseness = place(.conciseness)
  private static let exercisedByLength = [
    (place: place(.clarity), weight: 0.4), (place(.fluency), 0.3), (place(.grammar), 0.2),
    (place(.wordChoice), 0.1),
  ]

  private static func place(_ focus: FocusKind) -> Int { ids.firstIndex(of: focus.id) ?? 0 }
}
