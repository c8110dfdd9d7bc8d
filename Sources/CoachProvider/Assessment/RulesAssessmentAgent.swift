public import CoachJSONL
import CoachLanguage

/// Judges by the rules of CoachLanguage: no key, no network, the same words give the same verdict.
public struct RulesAssessmentAgent: AssessmentAgent {
  private let analyzers = AnalyzerPool()

  public init() {}

  public var catalog: [Focus] {
    DefaultFocus.catalog.map {
      Focus(id: $0.id, title: $0.title, description: $0.description)
    }
  }

  public func judge(_ request: AssessmentRequest) async -> AgentAnswer<AssessmentVerdict> {
    AgentAnswer(builtin: verdict(on: request))
  }

  private func verdict(on request: AssessmentRequest) -> AssessmentVerdict {
    // Whoever tells of being hit is not told how well they said it, nor which article was missing.
    let turns = request.turns.filter { !Emergency.isTold(in: Words.of($0.userText)) }
    guard !turns.isEmpty else {
      return AssessmentVerdict(progress: request.focuses.map(Self.unjudged), errors: [])
    }
    return analyzers.withAnalyzer { analyzer in
      let analyses = turns.map { analyzer.analyze($0.userText) }
      // What is said over several turns is one performance: too short to judge turn by turn, it
      // may be long enough together.
      let whole =
        analyses.count == 1
        ? analyses[0] : analyzer.analyze(turns.map(\.userText).joined(separator: "\n\n"))
      return AssessmentVerdict(
        progress: request.focuses.map { Self.verdict(on: $0, whole) },
        errors: Self.errors(analyses, turns))
    }
  }

  /// What is said of a focus where the matter is more than one of language.
  private static func unjudged(_ focus: Focus) -> AssessmentVerdict.FocusVerdict {
    AssessmentVerdict.FocusVerdict(
      focusId: focus.id, score: nil,
      explanationText: "Not judged: language is not what matters here.",
      tags: ["not_judged"])
  }

  private static func verdict(
    on focus: Focus, _ analysis: TextAnalysis
  ) -> AssessmentVerdict.FocusVerdict {
    guard DefaultFocus.catalog.contains(where: { $0.id == focus.id }) else {
      return AssessmentVerdict.FocusVerdict(
        focusId: focus.id, score: nil,
        explanationText: "The built-in rules have no criteria for \(focus.title).",
        tags: ["no_criteria"])
    }
    guard let score = analysis.score(for: focus.id) else {
      return AssessmentVerdict.FocusVerdict(
        focusId: focus.id, score: nil, explanationText: "Too short to judge \(focus.title).",
        tags: ["too_short"])
    }
    return AssessmentVerdict.FocusVerdict(
      focusId: focus.id, score: score.value,
      explanationText: "\(score.evidence) \(score.nextStep)".trimmingSpaces)
  }

  /// The findings of all turns by the focus that they belong to, in the order of the catalog.
  private static func errors(
    _ analyses: [TextAnalysis], _ turns: [Turn]
  ) -> [AssessmentVerdict.FocusErrors] {
    var byFocus: [String: [LanguageError]] = [:]
    for (turn, analysis) in zip(turns, analyses) {
      for finding in analysis.findings {
        byFocus[finding.focusId, default: []].append(LanguageError(finding, in: turn.id))
      }
    }
    return byFocus.keys.sorted().map { focusId in
      let errors = byFocus[focusId] ?? []
      return AssessmentVerdict.FocusErrors(
        focusId: focusId, explanationText: errors.explanation, errors: errors)
    }
  }
}

extension LanguageError {
  init(_ finding: Finding, in interactionId: String) {
    self.init(
      key: finding.key, message: finding.message,
      severity: ErrorSeverity(rawValue: finding.severity.rawValue) ?? .low,
      suggestion: finding.suggestion, interactionId: interactionId,
      span: Span(start: finding.span.lowerBound, end: finding.span.upperBound))
  }
}

extension ErrorSeverity {
  /// How much an error of that severity counts beside others: 1, 2, 4.
  public var weight: Int {
    switch self {
    case .low: 1
    case .medium: 2
    case .high: 4
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
