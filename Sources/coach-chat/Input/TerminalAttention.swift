import CoachJSONL
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Notices that the terminal has another size, and that somebody else had it meanwhile (Ctrl-Z, fg).
struct TerminalAttention {
  private static let resizes = Atomic<Int>(0)
  private static let returns = Atomic<Int>(0)
  private static let caller = Atomic<Int32>(-1)

  /// - Parameter wake: called when there is something to notice; a process has one.
  init(wake: Wake) {
    // Touched before any handler can run: a global's first use may allocate.
    Self.resizes.store(0, ordering: .relaxed)
    Self.returns.store(0, ordering: .relaxed)
    Self.caller.store(wake.caller, ordering: .relaxed)
    Self.handle(SIGWINCH) { _ in
      TerminalAttention.resizes.add(1, ordering: .relaxed)
      TerminalAttention.callWake()
    }
    Self.handle(SIGCONT) { _ in
      TerminalAttention.returns.add(1, ordering: .relaxed)
      TerminalAttention.callWake()
    }
  }

  /// Whether the size has changed since it was asked last.
  func takeResize() -> Bool { Self.resizes.exchange(0, ordering: .relaxed) > 0 }

  /// Whether the process was stopped and goes on since it was asked last.
  func takeReturn() -> Bool { Self.returns.exchange(0, ordering: .relaxed) > 0 }

  private static func callWake() {
    let saved = errno
    Wake.call(caller.load(ordering: .relaxed))
    errno = saved
  }

  private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }
}
