import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// SIGINT and SIGTERM, held back so that a tool which waits can ask for them.
struct EndingSignals {
  private let signals: sigset_t

  /// Holds them back from now on, in this thread and in those that it starts.
  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    self.signals = signals
  }

  /// Waits, and says how the tool is to end; nil where nobody has said so.
  func wait(for time: Duration) -> ExitStatus? {
    var signals = signals
    let (seconds, attoseconds) = time.components
    var timeout = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    switch sigtimedwait(&signals, nil, &timeout) {
    case SIGINT: return .interrupted
    case SIGTERM: return .terminated
    default: return nil
    }
  }
}
