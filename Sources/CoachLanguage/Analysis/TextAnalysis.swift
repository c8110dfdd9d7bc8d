/// What rules found in a text.
public struct TextAnalysis: Sendable {
  /// Errors and faults, in the order of the text.
  public let findings: [Finding]
  /// What the text does well.
  public let strengths: [Strength]
  /// The words of the text; a number or an address counts as one.
  public var wordCount: Int { measures.words }
  public var sentenceCount: Int { measures.sentences }

  let measures: TextMeasures
  private let text: String

  init(
    text: String, findings: [Finding], measures: TextMeasures,
    strengths: [Strength]
  ) {
    self.text = text
    self.findings = findings
    self.measures = measures
    self.strengths = strengths
  }

  /// The text with all replacements made that rules are sure of; nil where there are none.
  ///
  /// Errors only: a way of saying things that could be better is left to the writer.
  public var recast: String? {
    guard findings.contains(where: { $0.replacement != nil && $0.focusId == FocusKind.grammar.id })
    else { return nil }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var at = 0
    for finding in findings where finding.focusId == FocusKind.grammar.id {
      guard let replacement = finding.replacement, finding.span.lowerBound >= at else { continue }
      result.append(contentsOf: scalars[at..<finding.span.lowerBound])
      result.append(contentsOf: replacement.unicodeScalars)
      at = finding.span.upperBound
    }
    guard at > 0 else { return nil }
    result.append(contentsOf: scalars[at...])
    return String(result)
  }

  /// The words of a range of scalars.
  func quote(_ span: Range<Int>) -> String {
    let scalars = text.unicodeScalars
    guard
      let start = scalars.index(
        scalars.startIndex, offsetBy: span.lowerBound, limitedBy: scalars.endIndex),
      let end = scalars.index(start, offsetBy: span.count, limitedBy: scalars.endIndex)
    else { return "" }
    return String(scalars[start..<end])
  }

  /// How well a text does at a focus, 1 to 10; nil where it is too short to judge.
  ///
  /// Grammar and tone are judged from 4 words on, word choice and fluency from 6, clarity,
  /// conciseness and assertiveness from 8, persuasion from 12. The value has one decimal.
  public func score(for focusId: String) -> FocusScore? {
    FocusKind.of(id: focusId).flatMap { FocusScoring.score($0, of: self) }
  }
}
