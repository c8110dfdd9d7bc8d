/// Works scores out from findings, strengths and measures.
///
/// The weights are set by hand. Grammar is a matter of errors: the score falls from 10 with their
/// weight in 36 words, steeply first. The other focuses begin in the middle, where nothing is to be
/// said, and move with what was found and with what was done well.
enum FocusScoring {
  /// The fewest words by which a focus can be judged.
  static func leastWords(_ focus: FocusKind) -> Int {
    switch focus {
    case .grammar, .tone: 4
    case .wordChoice, .fluency: 6
    case .clarity, .conciseness, .assertiveness: 8
    case .persuasion: 12
    }
  }

  static func score(_ focus: FocusKind, of analysis: TextAnalysis) -> FocusScore? {
    guard analysis.wordCount >= leastWords(focus) else { return nil }
    let findings = analysis.findings.filter { $0.focusId == focus.id }
    let strengths = analysis.strengths.filter { $0.focusId == focus.id }
    let raw =
      focus == .grammar
      ? grammar(findings, analysis.measures) : style(focus, findings, strengths, analysis.measures)
    let value = (min(max(raw, 1), 10) * 10).rounded() / 10
    return FocusScore(
      value: value, evidence: evidence(focus, findings, strengths, analysis),
      nextStep: nextStep(focus, findings, strengths, analysis, value))
  }

  /// `1 + 9 / (1 + (w/3.5)^1.5)`. w is the weight in 36 words of the errors and of the strain in the
  /// order of the words (a text shorter than that counts as 36) and of what the sequences of words
  /// lack to be familiar ones: a single slip costs two points, the next ones more.
  private static func grammar(_ findings: [Finding], _ measures: TextMeasures) -> Double {
    var weight = 0.0
    for finding in findings {
      switch finding.severity {
      case .low: weight += 1.0
      case .medium: weight += 1.2
      case .high: weight += 1.5
      }
    }
    weight += 0.35 * measures.strain.cost
    let length = max(1, Double(measures.words) / 36)
    let strange = max(0, 2 - measures.familiarity.mean)
    let share = (weight / length + 1.5 * strange) / 3.5
    return 1 + 9 / (1 + share * share.squareRoot())
  }

  private static func style(
    _ focus: FocusKind, _ findings: [Finding], _ strengths: [Strength], _ measures: TextMeasures
  ) -> Double {
    var value = focus == .assertiveness || focus == .persuasion ? 5.5 : 7
    value += min(Double(strengths.count), 3)
    // The same fault in a long text weighs less.
    let length = max(1, Double(measures.words) / 30)
    for finding in findings {
      switch finding.severity {
      case .low: value -= 0.8 / length
      case .medium: value -= 1.5 / length
      case .high: value -= 2.4 / length
      }
    }
    return value
  }

  private static func evidence(
    _ focus: FocusKind, _ findings: [Finding], _ strengths: [Strength], _ analysis: TextAnalysis
  ) -> String {
    var parts: [String] = []
    let strained =
      focus == .grammar && findings.isEmpty ? analysis.measures.strain.worst : nil
    let unfamiliar =
      focus == .grammar && findings.isEmpty ? unfamiliarPair(analysis.measures) : nil
    if let strength = strengths.first, strained == nil { parts.append(strength.phrase) }
    if !findings.isEmpty {
      let worst = findings.sorted { $0.severity > $1.severity }.prefix(2)
      let quotes = worst.map { "“\(shortened(analysis.quote($0.span)))”" }
      let count = findings.count == 1 ? "1 point" : "\(findings.count) points"
      parts.append("\(count) in \(analysis.wordCount) words: \(quotes.joined(separator: ", "))")
    }
    if let strained {
      parts.append("the words hardly go together at “\(shortened(analysis.quote(strained)))”")
    }
    if let unfamiliar {
      parts.append("“\(shortened(analysis.quote(unfamiliar)))” is an unusual pair of words")
    }
    guard let first = parts.first else {
      return "Nothing stood out in \(analysis.wordCount) words."
    }
    let text = first.prefix(1).uppercased() + first.dropFirst()
    return ([text] + parts.dropFirst()).joined(separator: "; ") + "."
  }

  /// The pair of words to name where a text loses points to what is unfamiliar in it, and nothing
  /// surer is known.
  private static func unfamiliarPair(_ measures: TextMeasures) -> Range<Int>? {
    guard measures.strain.worst == nil, measures.familiarity.mean < 1.2 else { return nil }
    return measures.familiarity.worst
  }

  private static func shortened(_ quote: String) -> String {
    quote.count <= 40 ? quote : quote.prefix(38) + "…"
  }

  private static func nextStep(
    _ focus: FocusKind, _ findings: [Finding], _ strengths: [Strength], _ analysis: TextAnalysis,
    _ value: Double
  ) -> String {
    if let worst = findings.max(by: { $0.severity < $1.severity }) { return worst.message }
    switch focus {
    case .grammar:
      if analysis.measures.strain.worst != nil {
        return "Read it aloud there: a word or an ending may be missing."
      }
      if unfamiliarPair(analysis.measures) != nil {
        return "Look that pair up: a form or a preposition may be another one."
      }
      return analysis.wordCount < 25
        ? "Try a longer sentence with “because” or “although”."
        : "Try something harder: what you would have done, or a comparison."
    case .wordChoice: return "Replace one general word by an exact one."
    case .clarity:
      return strengths.contains { $0.key == "clarity.example" }
        ? "Say first what matters most." : "Add one concrete example."
    case .conciseness: return "Say it again with five words fewer."
    case .assertiveness:
      return strengths.isEmpty
        ? "Say what you want, from whom and by when." : "Add the reason for what you ask."
    case .fluency:
      return strengths.isEmpty
        ? "Link your ideas with “because”, “so” or “after that”."
        : "Vary your links: “which is why”, “however”, “by then”."
    case .tone: return value >= 8 ? "Keep this tone when you disagree." : "Add a word of thanks."
    case .persuasion:
      return strengths.contains { $0.key == "persuasion.number" }
        ? "End with the next step that you want." : "Give a number that shows the gain."
    }
  }
}
