import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Asks a learner for words, on a thread of its own, and hands them to the stage as the lines of a
/// pipe: one message a line, and the next one is asked for when the last is answered.
final class ChatInput: @unchecked Sendable {
  private let screen: ChatScreen
  private let sources: [any LineSource]
  private let pipe: Int32
  private var thread = pthread_t()
  private var isRunning = false

  /// - Parameters:
  ///   - sources: where lines come from: the first that can take the terminal.
  ///   - pipe: where they go; closed when there are no more.
  init(screen: ChatScreen, sources: [any LineSource], pipe: Int32) {
    self.screen = screen
    self.sources = sources
    self.pipe = pipe
  }

  /// Begins; false where no thread can be started.
  func start() -> Bool {
    let this = Unmanaged.passRetained(self)
    isRunning = pthread_create(&thread, nil, Self.main, this.toOpaque()) == 0
    if !isRunning { this.release() }
    return isRunning
  }

  /// Ends it: the terminal is as it was before.
  func stop() {
    screen.hangUp()
    if isRunning { pthread_join(thread, nil) }
    isRunning = false
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    guard let this = $0 else { return nil }
    // Signals are for the thread that handles records.
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Unmanaged<ChatInput>.fromOpaque(this).takeRetainedValue().run()
    return nil
  }

  private func run() {
    defer { close(pipe) }
    guard let source = sources.first(where: { $0.begin() }) else { return }
    while waitUntilFree(source) {
      screen.beginPrompt()
      switch source.next() {
      case .text(let text):
        guard !text.allSatisfy(\.isWhitespace) else { continue }
        source.remember(text)
        screen.heard()
        send(text)
      case .givenUp:
        screen.sayHowToLeave()
      case .end:
        screen.endPrompt()
        screen.hangUp()
      }
    }
    source.close()
  }

  /// Waits until the last message is answered, and what is wrong with it is shown, or the learner
  /// will not wait for that; false where no more words are wanted.
  private func waitUntilFree(_ source: any LineSource) -> Bool {
    while !screen.isClosed {
      let wait = screen.timeUntilFree
      guard wait != 0 else { return true }
      if source.listen(timeout: wait) { screen.hurry() }
    }
    return false
  }

  /// A message is its text; one of several lines needs the quotes of a record. (One that looks like
  /// a record is one: so it is in a pipe, too.)
  private func send(_ text: String) {
    let isOneLine = !text.contains(where: \.isNewline)
    let words = isOneLine ? Array(text.utf8) : Message(text: text).line()
    do {
      try Descriptor.writeAll(words[...] + [0x0A], to: pipe)
    } catch {
      screen.hangUp()
    }
  }
}
