import CoachJSONL
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Ctrl-C and SIGTERM after the chat has ended, while its review is waited for.
enum EndingInterrupt {
  private static let interrupts = Atomic<Int>(0)
  private static let terminations = Atomic<Int>(0)
  /// How many ask; the next one ends the process.
  private static let mostInterrupts = 2
  private static let mostTerminations = Atomic<Int>(1)
  private static let caller = Atomic<Int32>(-1)

  /// Counts from now on.
  ///
  /// - Parameter status: how the chat ended: a SIGTERM that ended it was the first.
  static func install(wake: Wake, after status: ExitStatus) {
    caller.store(wake.caller, ordering: .relaxed)
    interrupts.store(0, ordering: .relaxed)
    terminations.store(0, ordering: .relaxed)
    mostTerminations.store(status == .terminated ? 0 : 1, ordering: .relaxed)
    // A relay whose reader stalls cannot look: as in the chat, a signal that comes again ends the
    // process as it stands.
    signal(SIGTERM) { _ in
      let count = EndingInterrupt.terminations.add(1, ordering: .relaxed).newValue
      if count > EndingInterrupt.mostTerminations.load(ordering: .relaxed) {
        signal(SIGTERM, SIG_DFL)
        raise(SIGTERM)
      }
      EndingInterrupt.callWake()
    }
    signal(SIGINT) { _ in
      let count = EndingInterrupt.interrupts.add(1, ordering: .relaxed).newValue
      if count > EndingInterrupt.mostInterrupts {
        signal(SIGINT, SIG_DFL)
        raise(SIGINT)
      }
      EndingInterrupt.callWake()
    }
  }

  /// How the chat is to end because of a signal; nil where none has come.
  static var verdict: ExitStatus? {
    if terminations.load(ordering: .relaxed) > 0 { return .terminated }
    return interrupts.load(ordering: .relaxed) > 0 ? .interrupted : nil
  }

  private static func callWake() {
    let saved = errno
    Wake.call(caller.load(ordering: .relaxed))
    errno = saved
  }
}
