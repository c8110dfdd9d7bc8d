import CoachLanguage

/// One strength and one next step from a learner's last turns.
struct PracticeFeedback {
  /// What went well, with the words that show it where there are any; nil where rules see nothing
  /// that deserves the name.
  let strength: String?
  /// What to do next time.
  let nextStep: String

  /// - Parameter isSecond: whether the same texts had feedback a moment ago: then the next step is
  ///   another one.
  init(
    of texts: [String], turn: ChatTurn, analyzer: TextAnalyzer, choice: Choice,
    isSecond: Bool = false
  ) {
    let focuses = turn.learner.focuses
    let readings = texts.map { TurnReading($0, analyzer: analyzer) }
    strength = Self.strength(in: readings, focuses: focuses)
    nextStep = Self.nextStep(
      in: readings, focuses: focuses, choice: choice,
      isTold: { isSecond && choice.wasSaidLately($0) })
  }

  private static func strength(in readings: [TurnReading], focuses: [ChatFocus]) -> String? {
    for focus in focuses {
      for reading in readings.reversed() {
        guard let strength = reading.strengths(on: focus.id).first else { continue }
        return Remark.praise(strength, in: reading, focus: focus)
      }
    }
    for reading in readings.reversed() {
      guard let strength = reading.strengths(on: nil).first else { continue }
      return Remark.praise(strength, in: reading, focus: nil)
    }
    let clean = readings.filter { $0.analysis.findings.isEmpty }
    if clean.count == readings.count { return "I found nothing to correct in what you said." }
    if clean.count * 2 > readings.count {
      return "In most of what you said I found nothing to correct."
    }
    return clean.last { $0.text.count <= 90 }.map {
      "I found nothing to correct in \u{201C}\($0.text)\u{201D}"
    }
  }

  /// What came up most, on an active focus first.
  private static func nextStep(
    in readings: [TurnReading], focuses: [ChatFocus], choice: Choice, isTold: (String) -> Bool
  ) -> String {
    var counts: [String: (count: Int, finding: Finding)] = [:]
    for finding in readings.flatMap(\.analysis.findings) {
      guard let advice = Remark.advice(on: finding), !isTold(advice) else { continue }
      counts[finding.key, default: (0, finding)].count += 1
    }
    let active = Set(focuses.map(\.id))
    let weighed = counts.values.map { entry in
      let bonus = active.contains(entry.finding.focusId) ? 2 : 0
      let severity = Severity.allCases.firstIndex(of: entry.finding.severity) ?? 0
      return (weight: entry.count + bonus + severity, entry.finding, entry.count)
    }
    let gravest = weighed.max { ($0.weight, $1.1.key) < ($1.weight, $0.1.key) }
    if let (_, finding, count) = gravest, let advice = Remark.advice(on: finding) {
      let often = count > 1 ? "Next time watch one thing that came up \(count) times" : "Next time"
      return "\(often): \(advice)"
    }
    // A focus of the learner's own has no tips.
    let tips = focuses.map { FocusTips.tips(for: $0.id) }.first { !$0.isEmpty }
    return "Next time: " + choice.unused(of: tips ?? FocusTips.tips(for: "focus_clarity"))
  }
}
