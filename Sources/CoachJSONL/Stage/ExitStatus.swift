/// How a tool ends (sysexits(3), contract §3).
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case ok = 0
  case usage = 64
  /// Some input was rejected.
  case dataError = 65
  /// A file cannot be read.
  case noInput = 66
  case providerUnavailable = 69
  /// A bug.
  case software = 70
  case cannotCreate = 73
  case inputOutput = 74
  /// Quota, budget, locked database: try again later.
  case tryAgain = 75
  case notAuthorised = 77
  case configuration = 78
  case interrupted = 130
  case terminated = 143

  /// Of several, the one that stands first here is the tool's (contract §3).
  private static let ranking: [ExitStatus] = [
    .terminated, .interrupted, .inputOutput, .cannotCreate, .software, .configuration,
    .notAuthorised, .providerUnavailable, .tryAgain, .noInput, .dataError, .usage, .ok,
  ]

  /// The graver of two.
  public func worse(of other: ExitStatus) -> ExitStatus {
    let rank = { status in Self.ranking.firstIndex(of: status) ?? Self.ranking.count }
    return rank(self) <= rank(other) ? self : other
  }
}

/// Why a stage cannot go on: what it says, and how the tool ends.
public struct StageFailure: Error, Equatable, Sendable {
  /// How the tool ends.
  public let status: ExitStatus
  /// What is said of it; never a user's words.
  public let message: String

  public init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
