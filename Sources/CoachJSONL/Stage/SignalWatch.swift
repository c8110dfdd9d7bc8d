import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Turns SIGTERM and SIGINT into something the stage loop asks for between two records.
///
/// Ctrl-C reaches every stage of a pipeline. A stage that reads a pipe leaves it to the first
/// stage to end the input, and ends itself only at a second one within two seconds (contract §3).
struct SignalWatch {
  private static let terminations = Atomic<Int>(0)
  private static let interrupts = Atomic<Int>(0)
  private static let wakeCaller = Atomic<Int32>(-1)
  private static let patience: Int64 = 2_000

  private let isActive: Bool
  private var interruptsSeen = 0
  private var lastInterrupt: Int64?

  /// A watch that sees nothing: signals are somebody else's.
  static let inactive = SignalWatch(isActive: false)

  private init(isActive: Bool) { self.isActive = isActive }

  /// Installs the handlers; `wake` is called when a signal comes.
  init(wake: Wake, diesOfBrokenPipe: Bool) {
    isActive = true
    // Touched before any handler can run: a global's first use may allocate.
    Self.terminations.store(0, ordering: .relaxed)
    Self.interrupts.store(0, ordering: .relaxed)
    Self.wakeCaller.store(wake.caller, ordering: .relaxed)
    Self.handle(SIGTERM) { _ in
      // A writer whose reader stalls cannot look: the second one ends the process as it stands.
      if SignalWatch.terminations.add(1, ordering: .relaxed).newValue > 1 {
        signal(SIGTERM, SIG_DFL)
        raise(SIGTERM)
      }
      SignalWatch.callWake()
    }
    Self.handle(SIGINT) { _ in
      if SignalWatch.interrupts.add(1, ordering: .relaxed).newValue > 2 {
        signal(SIGINT, SIG_DFL)
        raise(SIGINT)
      }
      SignalWatch.callWake()
    }
    signal(SIGPIPE, diesOfBrokenPipe ? SIG_DFL : SIG_IGN)
  }

  /// How the tool is to end because of a signal; nil where it is to go on.
  ///
  /// - Parameters:
  ///   - readsPipe: whether the input is a pipe.
  ///   - now: milliseconds of any steady clock.
  mutating func verdict(readsPipe: Bool, now: @autoclosure () -> Int64) -> ExitStatus? {
    guard isActive else { return nil }
    if Self.terminations.load(ordering: .relaxed) > 0 { return .terminated }
    let count = Self.interrupts.load(ordering: .relaxed)
    guard count > interruptsSeen else { return nil }
    let now = now()
    let isSecond =
      count - interruptsSeen > 1 || lastInterrupt.map { now - $0 <= Self.patience } ?? false
    interruptsSeen = count
    lastInterrupt = now
    return !readsPipe || isSecond ? .interrupted : nil
  }

  /// Whether an interrupt has come that nobody has looked at.
  var hasInterrupt: Bool {
    isActive && Self.interrupts.load(ordering: .relaxed) > interruptsSeen
  }

  /// Forgets the interrupts that have come: they were somebody's, and count no more.
  mutating func forgetInterrupts() {
    Self.interrupts.store(0, ordering: .relaxed)
    interruptsSeen = 0
    lastInterrupt = nil
  }

  private static func callWake() {
    let saved = errno
    Wake.call(wakeCaller.load(ordering: .relaxed))
    errno = saved
  }

  private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    // Without SA_RESTART: a read or write that blocks returns, and the loop looks.
    sigaction(number, &action, nil)
  }
}
