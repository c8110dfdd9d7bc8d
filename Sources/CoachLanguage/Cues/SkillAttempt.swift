/// What a turn tries to do with words, which focuses that exercises, and how sure that is.
struct SkillAttempt {
  /// The focuses that the turn exercises, strongest first.
  private(set) var focusIds: [String] = []
  /// How strongly the turn looks like an attempt, 0…1.
  private(set) var strength = 0.0

  /// Kinds of attempt: how much one cue of it says, and the focuses that it exercises, strongest
  /// first.
  private static let kinds: [(cue: TurnCue, weight: Double, focuses: [Int])] = [
    (.roleplay, 0.6, places(.tone, .persuasion, .fluency)),
    (.pitch, 0.4, places(.persuasion, .assertiveness, .clarity)),
    (.ask, 0.5, places(.assertiveness, .tone, .persuasion)),
    (.story, 0.4, places(.clarity, .fluency, .conciseness)),
    (.explanation, 0.4, places(.clarity, .conciseness, .fluency)),
    (.opinion, 0.4, places(.clarity, .persuasion, .assertiveness)),
    (.letter, 0.5, places(.tone, .clarity, .wordChoice)),
    (.empathy, 0.4, places(.tone, .assertiveness, .wordChoice)),
  ]

  /// No attempt.
  init() {}

  /// - Parameters:
  ///   - tally: the turn's cues.
  ///   - text: the turn. One of fewer than 6 words exercises nothing; one of 15 words or more
  ///     exercises clarity, fluency, grammar and word choice whatever it says.
  init(_ tally: CueTally, text: CueText) {
    guard text.wordCount >= 6 else { return }
    // Cues are taken as independent of each other; a long turn speaks for itself: half of the
    // evidence that there can be at 12 words.
    var doubt = 1 - min(0.8, Double(text.wordCount - 4) / 15)
    var weights = [Double](repeating: 0, count: Self.ids.count)
    for kind in Self.kinds {
      let count = tally[kind.cue]
      guard count > 0 else { continue }
      for _ in 0..<min(count, 2) { doubt *= 1 - kind.weight }
      for (rank, focus) in kind.focuses.enumerated() {
        weights[focus] += Double(count) / Double(rank + 1)
      }
    }
    strength = 1 - doubt
    if text.wordCount >= 15 {
      for (place, weight) in Self.exercisedByLength { weights[place] += weight }
      if text.wordCount >= 40 { weights[Self.conciseness] += 0.5 }
    }
    while let place = weights.indices.max(by: {
      weights[$0] < weights[$1] || weights[$0] == weights[$1] && $0 > $1
    }),
      weights[place] > 0
    {
      focusIds.append(Self.ids[place])
      weights[place] = 0
    }
  }

  /// The ids of all focuses, by place.
  private static let ids = FocusKind.allCases.map(\.id)

  private static let conciseness = places(.conciseness)[0]
  private static let exercisedByLength = zip(
    places(.clarity, .fluency, .grammar, .wordChoice), [0.4, 0.3, 0.2, 0.1]
  ).map { (place: $0, weight: $1) }

  private static func places(_ focuses: FocusKind...) -> [Int] {
    focuses.map { focus in ids.firstIndex(of: focus.id) ?? 0 }
  }
}
