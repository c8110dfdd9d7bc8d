/// What a turn tries to do with words, which focuses that exercises, and how sure that is.
struct SkillAttempt {
  /// The focuses that the turn exercises, strongest first.
  private(set) var focusIds: [String] = []
  /// How strongly the turn looks like an attempt, 0…1.
  private(set) var strength = 0.0

  /// Kinds of attempt: how much one cue of it says, and the focuses that it exercises, strongest
  /// first.
  private static let kinds: [(cue: TurnCue, weight: Double, focuses: [FocusKind])] = [
    (.roleplay, 0.6, [.tone, .persuasion, .fluency]),
    (.pitch, 0.4, [.persuasion, .assertiveness, .clarity]),
    (.ask, 0.5, [.assertiveness, .tone, .persuasion]),
    (.story, 0.4, [.clarity, .fluency, .conciseness]),
    (.explanation, 0.4, [.clarity, .conciseness, .fluency]),
    (.opinion, 0.4, [.clarity, .persuasion, .assertiveness]),
    (.letter, 0.5, [.tone, .clarity, .wordChoice]),
    (.empathy, 0.4, [.tone, .assertiveness, .wordChoice]),
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
    var weights = [Double](repeating: 0, count: FocusKind.allCases.count)
    for kind in Self.kinds {
      let count = tally[kind.cue]
      guard count > 0 else { continue }
      for _ in 0..<min(count, 2) { doubt *= 1 - kind.weight }
      for (rank, focus) in kind.focuses.enumerated() {
        weights[focus.place] += Double(min(count, 4)) / Double(rank + 1)
      }
    }
    strength = 1 - doubt
    if text.wordCount >= 15 {
      weights[FocusKind.clarity.place] += 0.4
      weights[FocusKind.fluency.place] += 0.3
      weights[FocusKind.grammar.place] += 0.2
      weights[FocusKind.wordChoice.place] += 0.1
      if text.wordCount >= 40 { weights[FocusKind.conciseness.place] += 0.5 }
    }
    while let place = weights.indices.max(by: {
      weights[$0] < weights[$1] || weights[$0] == weights[$1] && $0 > $1
    }),
      weights[place] > 0
    {
      focusIds.append(FocusKind.allCases[place].id)
      weights[place] = 0
    }
  }
}

extension FocusKind {
  /// Its place among all kinds.
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
