/// How much a finding matters to a reader.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  case low, medium, high

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// One thing that a rule found in a text.
public struct Finding: Sendable, Equatable {
  /// What was found: a family, a dot and a name in snake case (`grammar.past_tense`). Stable.
  public let key: String
  /// The focus that the finding belongs to (`focus_grammar`).
  public let focusId: String
  public let severity: Severity
  /// One sentence to the learner; it may quote the words at fault.
  public let message: String
  /// What to write instead, in a few words.
  public let suggestion: String?
  /// Where it is: Unicode scalars of the text, half open.
  public let span: Range<Int>
  /// The exact text to put in place of `span`; only where the rule is sure of it.
  public let replacement: String?

  public init(
    key: String, focusId: String, severity: Severity, message: String, suggestion: String?,
    span: Range<Int>, replacement: String?
  ) {
    self.key = key
    self.focusId = focusId
    self.severity = severity
    self.message = message
    self.suggestion = suggestion
    self.span = span
    self.replacement = replacement
  }
}
