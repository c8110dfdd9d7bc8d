/// That a rule found something in a text: a ``Finding`` without its words.
public struct Fault: Sendable, Equatable {
  /// What was found, as ``Finding/key`` names it.
  public let key: String
  /// The focus that it belongs to.
  public let focusId: String
  public let severity: Severity

  public init(key: String, focusId: String, severity: Severity) {
    self.key = key
    self.focusId = focusId
    self.severity = severity
  }
}
