import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Carries the chat's records through the stages behind it to standard output, and shows the learner
/// what comes of them, on a thread of its own.
///
/// A stage passes on every line that it reads, in order. So what has gone in and not come out is
/// known, and where the stages die it is written as it was: no turn is lost, and the chat goes on.
final class FeedbackRelay: @unchecked Sendable {
  private static let mostUnsent = 1 << 20
  /// How long ending stages may take for their last words, milliseconds.
  private static let lastWords: Int64 = 1_000

  private static let goesOn = "the stages behind the chat have ended; it goes on without"

  let wake: Wake
  private let source: Int32
  private let output: Int32
  private let screen: ChatScreen?
  private let diagnostics: Diagnostics
  private var pipeline: StagePipeline
  private var thread = pthread_t()

  // The thread's own.
  private var fromChat = LineCutter()
  private var fromStages = LineCutter()
  private var errors = LineCutter()
  private var ledger = FeedbackLedger()
  private var unsent: ArraySlice<UInt8> = []
  private var isChatOver = false
  /// Whether the stages have ended, and all goes by them; and whether that was their own doing.
  private var isPassedBy = false
  private var isBroken = false
  private var failure: Errno?
  /// When the stages are ended, and when the learner is told what is waited for; steady
  /// milliseconds.
  private var deadline: Int64?
  private var noticeAt: Int64?
  private var reader = FeedbackReader()
  private let parser = try? RecordParser(name: "feedback")

  init(
    from source: Int32, through pipeline: StagePipeline, to output: Int32, screen: ChatScreen?,
    diagnostics: Diagnostics, wake: Wake
  ) {
    self.source = source
    self.pipeline = pipeline
    self.output = output
    self.screen = screen
    self.diagnostics = diagnostics
    self.wake = wake
  }

  /// Begins; false where no thread can be started.
  func start() -> Bool {
    // A reader that goes away is an error of writing, here and in the chat.
    signal(SIGPIPE, SIG_IGN)
    let this = Unmanaged.passRetained(self)
    let isStarted = pthread_create(&thread, nil, Self.main, this.toOpaque()) == 0
    if !isStarted { this.release() }
    return isStarted
  }

  /// Waits no longer than so many milliseconds for the stages; before ``finish()``.
  func giveUp(after time: Int64) {
    patience.store(time)
    wake.call()
  }

  /// Waits until all is written; returns how it ended.
  func finish() -> ExitStatus {
    pthread_join(thread, nil)
    if let failure { diagnostics.error(failure.words, place: "stdout") }
    let end = pipeline.wait()
    var status = end.status
    if end.hasDied || isBroken { status = status.worse(of: .tryAgain) }
    if failure != nil { status = status.worse(of: .inputOutput) }
    if let ending = EndingInterrupt.verdict { status = status.worse(of: ending) }
    return status
  }

  private let patience = SharedTime()

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    guard let this = $0 else { return nil }
    // Signals are for the thread that handles records.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Unmanaged<FeedbackRelay>.fromOpaque(this).takeRetainedValue().run()
    return nil
  }

  // MARK: The thread

  private func run() {
    while step() {}
    close(source)
    // What the stages still make could not be written.
    if failure != nil { pipeline.kill() }
    pipeline.closeInput()
    readLastErrors()
    close(pipeline.output)
    screen?.endFeedback()
    for note in reader.ending(isUnicode: screen?.isUnicode ?? true) { screen?.add(note) }
  }

  /// Waits for something to do and does it; false when all is done.
  private func step() -> Bool {
    if isChatOver, unsent.isEmpty { pipeline.closeInput() }
    if failure != nil || (isPassedBy && isChatOver) { return false }
    var waits = [
      pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wantsMore ? source : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: unsent.isEmpty ? -1 : pipeline.input, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: isPassedBy ? -1 : pipeline.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipeline.errors, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&waits, nfds_t(waits.count), timeUntilDue)
    if waits[0].revents != 0 { wake.clear() }
    if let time = patience.take() { deadline = SteadyClock.now() + time }
    if EndingInterrupt.verdict != nil || deadline.map({ SteadyClock.now() >= $0 }) ?? false {
      deadline = nil
      pipeline.kill()
    }
    if let at = noticeAt, SteadyClock.now() >= at {
      noticeAt = nil
      screen?.say("(Waiting for the review of the session; Ctrl-C leaves without it.)")
    }
    if waits[4].revents != 0 { readErrors() }
    if waits[1].revents != 0 { readChat() }
    if waits[2].revents != 0 { writeToStages() }
    if waits[3].revents != 0 { return readStages() }
    return true
  }

  /// Whether more of the chat's records can be held. A chat at a terminal never waits for the stages;
  /// in a pipe, what comes may come faster than they judge it.
  private var wantsMore: Bool {
    !isChatOver && (screen != nil || unsent.count < Self.mostUnsent)
  }

  /// Milliseconds until something is to be done whatever comes; -1 where there is no such thing.
  private var timeUntilDue: Int32 {
    let due = [deadline, noticeAt].compactMap(\.self).min()
    return due.map { Int32(clamping: max(0, $0 - SteadyClock.now())) } ?? -1
  }

  private func readChat() {
    guard let bytes = read(from: source) else {
      isChatOver = true
      noticeAt = SteadyClock.now() + 1_500
      return
    }
    for line in fromChat.lines(adding: bytes) {
      guard !isPassedBy else {
        write(line)
        continue
      }
      ledger.sent((line, subject(of: line).interactionId))
      unsent.append(contentsOf: line)
    }
    writeToStages()
  }

  private func writeToStages() {
    while !unsent.isEmpty, pipeline.input >= 0 {
      let count = unsent.withUnsafeBytes { Glibc.write(pipeline.input, $0.baseAddress, $0.count) }
      if count >= 0 {
        unsent = unsent.dropFirst(count)
      } else if errno != EINTR {
        // A first stage that has gone: its output ends, too, and what it held is known.
        if errno != EAGAIN { unsent = [] }
        return
      }
    }
  }

  /// False where all has come that will come.
  private func readStages() -> Bool {
    guard let bytes = read(from: pipeline.output) else {
      if isChatOver, hasAllCome { return false }
      passBy()
      return true
    }
    for line in fromStages.lines(adding: bytes) {
      write(line)
      let subject = subject(of: line)
      if !ledger.returned((line, subject.interactionId)), let reject = subject.reject {
        ledger.rejected(reject)
      }
      guard screen != nil else { continue }
      let events = (try? parser?.read(line.dropLast()) { try reader.take($0) }) ?? []
      for event in events {
        switch event {
        case .note(let note): screen?.add(note)
        case .settled(let id): screen?.settle(id)
        case .awaited(let id): screen?.expect(id)
        case .nearlySettled(let id): screen?.settleSoon(id)
        }
      }
    }
    return true
  }

  /// Whether the stages, whose output has ended, have done all that they could with what they got.
  private var hasAllCome: Bool {
    if ledger.outstanding.isEmpty { return true }
    guard unsent.isEmpty, !pipeline.isKilled else { return false }
    pipeline.closeInput()
    return pipeline.wait().isWhole
  }

  /// The stages have gone before their time: what they held, and all that comes, goes by them.
  private func passBy() {
    isPassedBy = true
    isBroken = !pipeline.isKilled || pipeline.wait().hasDied
    pipeline.closeInput()
    pipeline.kill()
    for line in ledger.outstanding { write(line) }
    unsent = []
    screen?.endFeedback()
    guard isBroken else { return }
    if isChatOver {
      diagnostics.warning("a stage behind the chat has ended before its time")
    } else if let screen {
      screen.add(.words("(The stages behind the chat have ended: it goes on without feedback.)"))
      diagnostics.info(Self.goesOn)
    } else {
      diagnostics.warning(Self.goesOn)
    }
  }

  private func subject(of line: [UInt8]) -> (interactionId: String?, reject: Reject?) {
    let found: (String?, Reject?)? = try? parser?.read(line.dropLast()) { record in
      switch record.type {
      case .interaction: (try record.id("id"), nil)
      case .reject: (nil, try Reject(record))
      default: (nil, nil)
      }
    }
    return found ?? (nil, nil)
  }

  /// Reads what the stages, which are ending, say to the last; a child of theirs that lives on may
  /// keep the pipe open.
  private func readLastErrors() {
    let until = SteadyClock.now() + Self.lastWords
    while pipeline.errors >= 0 {
      let left = Int32(clamping: max(0, until - SteadyClock.now()))
      var waits = pollfd(fd: pipeline.errors, events: Int16(POLLIN), revents: 0)
      guard poll(&waits, 1, left) > 0 else { break }
      readErrors()
    }
    pipeline.closeErrors()
  }

  private func readErrors() {
    guard let bytes = read(from: pipeline.errors) else { return pipeline.closeErrors() }
    // The diagnostics of the tools; what a crash prints is not for a learner.
    for line in errors.lines(adding: bytes) where line.starts(with: "coach-".utf8) {
      screen?.add(.words(String(decoding: line.dropLast(), as: UTF8.self)))
    }
  }

  /// What can be read; nil at the end.
  private func read(from descriptor: Int32) -> ArraySlice<UInt8>? {
    var block = [UInt8](repeating: 0, count: 64 << 10)
    let count = Glibc.read(descriptor, &block, block.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    return count > 0 ? block[..<count] : nil
  }

  private func write(_ line: [UInt8]) {
    guard failure == nil else { return }
    do {
      try Descriptor.writeAll(line[...], to: output)
    } catch {
      // What is said from now on cannot be kept, so the chat ends.
      failure = error
      screen?.hangUp()
    }
  }
}
