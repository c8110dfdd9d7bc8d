/// How well a text does at a focus, and why.
public struct FocusScore: Sendable, Equatable {
  /// 1 to 10, one decimal.
  public let value: Double
  /// One sentence that names what the value stands on.
  public let evidence: String
  /// One sentence: what to do next.
  public let nextStep: String

  public init(value: Double, evidence: String, nextStep: String) {
    self.value = value
    self.evidence = evidence
    self.nextStep = nextStep
  }
}
