import Logging

#if canImport(Glibc)
  import Glibc
#endif

/// The process's environment, passed to whatever reads it.
public struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?

  /// An environment of given variables.
  public init(_ variables: [String: String]) {
    lookUp = { variables[$0] }
  }

  private init(lookUp: @escaping @Sendable (String) -> String?) {
    self.lookUp = lookUp
  }

  /// The environment of this process.
  public static let process = Environment { name in
    getenv(name).map { String(cString: $0) }
  }

  /// A variable's value, nil where it is unset or empty.
  public subscript(_ name: String) -> String? {
    lookUp(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Looks the variables over that every tool reads (contract §5), lest a slip of the pen pass for
  /// the default.
  ///
  /// - Throws: `StageFailure` of status 78 where one has a value that means nothing.
  func validate() throws(StageFailure) {
    if let now = self["COACH_NOW"], Int64(now) == nil {
      throw StageFailure(
        .configuration, "COACH_NOW must be milliseconds since 1970-01-01 UTC, a whole number")
    }
    try validate("COACH_LOG", isOneOf: ["text", "json", "none"])
    try validate("COACH_LOG_LEVEL", isOneOf: Logger.Level.allCases.map(\.rawValue))
    try validate("COACH_LOG_IDS", isOneOf: ["plain"])
  }

  private func validate(_ name: String, isOneOf words: [String]) throws(StageFailure) {
    guard let value = self[name], !words.contains(value) else { return }
    throw StageFailure(.configuration, "\(name) must be \(words.joined(separator: ", "))")
  }
}
