import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// SIGTERM and SIGINT for a tool that writes records and reads none: they end it between two
/// records, with all that was written out, and at once where nothing is in hand.
struct OutputSignals {
  private static let ending = Atomic<Int32>(0)
  private static let hasRecordsInHand = Atomic<Bool>(false)

  /// Signals that are somebody else's, and are not seen.
  static let inactive = OutputSignals(isActive: false)

  private let isActive: Bool

  private init(isActive: Bool) { self.isActive = isActive }

  /// Installs the handlers; a reader that goes away becomes an error instead of a signal.
  init() {
    isActive = true
    // Touched before any handler can run: a global's first use may allocate.
    Self.ending.store(0, ordering: .relaxed)
    Self.hasRecordsInHand.store(false, ordering: .relaxed)
    for number in [SIGTERM, SIGINT] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { OutputSignals.take($0) }
      // The work behind a record may be long, but its reads are not to be torn.
      action.sa_flags = SA_RESTART
      sigaction(number, &action, nil)
    }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether records have been taken that are not written yet.
  func note(hasRecordsInHand: Bool) {
    if isActive { Self.hasRecordsInHand.store(hasRecordsInHand, ordering: .relaxed) }
  }

  /// How the tool is to end because of a signal; nil where none has come.
  var verdict: ExitStatus? {
    isActive ? Self.status(of: Self.ending.load(ordering: .relaxed)) : nil
  }

  private static func take(_ number: Int32) {
    // A writer whose reader stalls cannot look: the second one ends the process as it stands.
    let isFirst = ending.exchange(number, ordering: .relaxed) == 0
    if isFirst, hasRecordsInHand.load(ordering: .relaxed) { return }
    _exit(number == SIGINT ? ExitStatus.interrupted.rawValue : ExitStatus.terminated.rawValue)
  }

  private static func status(of number: Int32) -> ExitStatus? {
    switch number {
    case SIGINT: .interrupted
    case SIGTERM: .terminated
    default: nil
    }
  }
}
