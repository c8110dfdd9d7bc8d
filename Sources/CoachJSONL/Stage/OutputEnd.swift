#if canImport(Glibc)
  import Glibc
#endif

/// Why a tool that reads no records stops writing them, without a word: nothing is lost by it.
public enum OutputEnd: Error, Equatable, Sendable {
  /// Nobody reads any more.
  case readerGone
  /// A signal has come, and the record in hand is finished.
  case signal(ExitStatus)

  /// Dies of SIGPIPE as other filters do, where the reader is gone.
  ///
  /// - Returns: how the tool ends otherwise.
  func status() -> ExitStatus {
    switch self {
    case .signal(let status): return status
    case .readerGone:
      // Only now: what had to be put in order on the way here has been.
      Glibc.signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
      return .inputOutput
    }
  }
}
