import Glibc

/// How a process ended.
public enum Exit: Equatable, Sendable, CustomStringConvertible {
  /// It ended by itself, with this status.
  case status(Int32)
  /// This signal ended it.
  case signal(Int32)
  /// It ran longer than it was given, and the harness ended it.
  case timedOut

  /// Reads a status as `waitpid` gives it.
  init(waitStatus status: Int32) {
    let signal = status & 0x7f
    self = signal == 0 ? .status((status >> 8) & 0xff) : .signal(signal)
  }

  public var description: String {
    switch self {
    case .status(let status): "status \(status)"
    case .signal(let signal): "signal \(signal)"
    case .timedOut: "killed: it ran out of time"
    }
  }
}

/// The exit statuses of the suite (sysexits).
extension Exit {
  /// All done.
  public static let success = Exit.status(0)
  /// The command line was wrong.
  public static let usage = Exit.status(64)
  /// Some input was rejected.
  public static let dataRejected = Exit.status(65)
  /// A file named as an operand cannot be read.
  public static let noInput = Exit.status(66)
  /// A write failed.
  public static let inputOutput = Exit.status(74)
  /// Ended by SIGINT, after the record in hand was finished.
  public static let interrupted = Exit.status(130)
  /// Ended by SIGTERM, after the record in hand was finished.
  public static let terminated = Exit.status(143)
}
