/// What a turn tries to do with words, and which focuses that exercises.
enum SkillAttempt {
  /// Kinds of attempt with the focuses that they exercise, strongest first.
  private static let exercised: [(TurnCue, [FocusKind])] = [
    (.roleplay, [.tone, .persuasion, .fluency]),
    (.pitch, [.persuasion, .assertiveness, .clarity]),
    (.ask, [.assertiveness, .tone, .persuasion]),
    (.story, [.clarity, .fluency, .conciseness]),
    (.explanation, [.clarity, .conciseness, .fluency]),
    (.letter, [.tone, .clarity, .wordChoice]),
    (.empathy, [.tone, .assertiveness, .wordChoice]),
  ]

  /// The focuses that the turn exercises, strongest first.
  ///
  /// A turn of fewer than 6 words exercises nothing; one of 15 words or more exercises clarity,
  /// fluency, grammar and word choice whatever it says.
  static func focuses(_ counts: [TurnCue: Int], text: CueText) -> [String] {
    guard text.wordCount >= 6 else { return [] }
    var weights: [FocusKind: Double] = [:]
    for (cue, focuses) in exercised {
      guard let count = counts[cue] else { continue }
      for (rank, focus) in focuses.enumerated() {
        weights[focus, default: 0] += Double(min(count, 4)) / Double(rank + 1)
      }
    }
    if weights.isEmpty, text.wordCount < 15 { return [] }
    if text.wordCount >= 15 {
      for (focus, weight) in [(FocusKind.clarity, 0.4), (.fluency, 0.3), (.grammar, 0.2)] {
        weights[focus, default: 0] += weight
      }
      weights[.wordChoice, default: 0] += 0.1
      if text.wordCount >= 40 { weights[.conciseness, default: 0] += 0.5 }
    }
    let order = FocusKind.allCases
    return weights.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      return (order.firstIndex(of: left.key) ?? 0) < (order.firstIndex(of: right.key) ?? 0)
    }
    .map(\.key.id)
  }
}
