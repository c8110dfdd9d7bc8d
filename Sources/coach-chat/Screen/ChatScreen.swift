import CoachJSONL
import CoachProvider
import Synchronization

/// The terminal at which a learner talks with the coach. Records never go there.
final class ChatScreen: Sendable {
  private struct State {
    /// How many messages have no whole reply yet.
    var pending = 0
    /// The turns whose feedback is still to come, and how long the learner is kept waiting for it.
    var awaited: Set<String> = []
    var patienceEnds: Int64 = 0
    /// Whether no more feedback comes.
    var isFeedbackOver = false
    /// What is to be shown before the learner is asked again.
    var notes: [ScreenNote] = []
    /// The lines of the reply under way; nil before its first piece.
    var reply: LineWrap?
    /// Whether the learner is asked for words just now.
    var isPrompting = false
    var isClosed = false
    var isInterrupted = false
    var lastInterrupt: Int64?
    var recap = SessionRecap()
  }

  /// How long feedback is waited for before the next prompt, milliseconds.
  private static let patience: Int64 = 4_000
  /// What follows a turn at once has come after so many milliseconds.
  private static let moment: Int64 = 500
  /// Within so many milliseconds a second Ctrl-C ends the chat (contract §3).
  private static let haste: Int64 = 2_000

  /// Called when somebody who waits should look again.
  let wake: Wake
  private let descriptor: Int32
  private let style: TerminalStyle
  private let isKept: Bool
  private let givesFeedback: Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - descriptor: where the conversation is shown.
  ///   - style: what the terminal can show.
  ///   - isKept: whether the records go anywhere.
  ///   - givesFeedback: whether the learner sees what is wrong with a turn before the next.
  init(
    descriptor: Int32, style: TerminalStyle, isKept: Bool, givesFeedback: Bool, wake: Wake
  ) {
    self.descriptor = descriptor
    self.style = style
    self.isKept = isKept
    self.givesFeedback = givesFeedback
    self.wake = wake
  }

  /// Says how it works, before the first prompt.
  func greet() {
    put(
      wrapped(
        "Write to your coach. /task NAME, /feedback, /done; /quit or Ctrl-D ends the session."))
    guard !isKept else { return }
    put(wrapped("Nothing of this chat is kept. To keep it, start it as: coach-chat | coach-store"))
  }

  // MARK: Asking for words

  /// What stands before the learner's words.
  var promptText: String { name("you", 36) + " " }

  /// The same, what takes no columns between two marks.
  func promptText(markingColours mark: String) -> String { name("you", 36, mark: mark) + " " }

  /// Shows what is to be shown before the learner is asked, and leaves a line free.
  func beginPrompt() {
    state.withLock { state in
      showNotes(&state)
      put("\n")
      state.isPrompting = true
    }
  }

  /// The learner has not answered: the cursor goes to the beginning of a line.
  func endPrompt() {
    state.withLock { state in
      if state.isPrompting { put("\n") }
      state.isPrompting = false
    }
  }

  /// Says how to leave, to somebody who pressed Ctrl-C and had nothing else to stop.
  func sayHowToLeave() {
    endPrompt()
    say("(Ctrl-C stops a reply. To leave: Ctrl-D, /quit, or Ctrl-C twice.)")
  }

  /// Shows words of the suite's own, at the beginning of a line.
  func say(_ text: String) { put(wrapped(text)) }

  /// Whether more than ASCII can be shown.
  var isUnicode: Bool { style.isUnicode }

  /// How long to wait before the learner is asked again, milliseconds: 0 where nothing is in the
  /// way, -1 where a reply is.
  var timeUntilFree: Int32 {
    state.withLock { state in
      if state.pending > 0 { return -1 }
      if state.awaited.isEmpty || state.isInterrupted { return 0 }
      return Int32(clamping: max(0, state.patienceEnds - SteadyClock.now()))
    }
  }

  /// The learner waits for no feedback: it is shown before the next prompt.
  func hurry() {
    state.withLock { $0.awaited = [] }
  }

  /// Whether no more words are wanted.
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Takes no more words from the learner, who has said goodbye.
  func hangUp() {
    state.withLock { $0.isClosed = true }
    wake.call()
  }

  // MARK: Ctrl-C

  /// Says what Ctrl-C means just now: it stops the reply under way, or else gives up the line;
  /// the second time it ends the chat.
  func interrupted() -> Interruption {
    let now = SteadyClock.now()
    defer { wake.call() }
    return state.withLock { state in
      guard state.pending == 0 else { return .endsWork }
      if let last = state.lastInterrupt, now - last <= Self.haste { return .ends }
      state.lastInterrupt = now
      state.isInterrupted = true
      return .noted
    }
  }

  /// Whether the line in hand is to be given up.
  func takeInterrupt() -> Bool {
    state.withLock { state in
      defer { state.isInterrupted = false }
      return state.isInterrupted
    }
  }

  // MARK: Replies

  /// A line has come: a reply is due.
  func heard() {
    state.withLock { state in
      state.isPrompting = false
      state.lastInterrupt = nil
      state.pending += 1
    }
  }

  /// Shows the next piece of a reply. Control characters stay out: a reply must not move the
  /// cursor or name the window.
  func write(_ piece: String) {
    state.withLock { state in
      if state.reply == nil {
        put("\(name("coach", 32)) ")
        state.reply = LineWrap(width: width, column: "coach> ".count)
      }
      put(state.reply?.add(Self.harmless(piece)) ?? "")
    }
  }

  /// The reply has ended, well or not.
  ///
  /// - Parameters:
  ///   - turn: what it is a reply to; nil where that is not written down.
  ///   - note: what the learner should know of its end.
  func endReply(of turn: Interaction?, note: String? = nil) {
    state.withLock { state in
      if let turn {
        state.recap.take(turn)
        if givesFeedback { expect(turn.id, &state) }
      }
      if var reply = state.reply { put(reply.end() + "\n") }
      state.reply = nil
      if let note { put(wrapped("(\(note))")) }
    }
    settle()
  }

  /// A line has come that gets no reply.
  func dismissed() { settle() }

  /// Shows something in place of a reply.
  func show(_ text: String) {
    put(wrapped(text))
    settle()
  }

  private func settle() {
    state.withLock { $0.pending = max(0, $0.pending - 1) }
    wake.call()
  }

  // MARK: Feedback

  /// Shows a note before the learner is asked again.
  func add(_ note: ScreenNote) {
    state.withLock { $0.notes.append(note) }
  }

  /// The learner is to see what is wrong with a turn, or a group of them, before the next.
  func expect(_ id: String) {
    state.withLock { expect(id, &$0) }
  }

  private func expect(_ id: String, _ state: inout State) {
    guard !state.isFeedbackOver else { return }
    state.awaited.insert(id)
    state.patienceEnds = SteadyClock.now() + Self.patience
  }

  /// Where nothing more is awaited in a moment, there is nothing to wait for.
  func settleSoon(_ turnId: String) {
    state.withLock { state in
      guard state.awaited == [turnId] else { return }
      state.patienceEnds = min(state.patienceEnds, SteadyClock.now() + Self.moment)
    }
    wake.call()
  }

  /// All is known about a turn.
  func settle(_ turnId: String) {
    state.withLock { _ = $0.awaited.remove(turnId) }
    wake.call()
  }

  /// No more feedback comes: the learner is kept waiting for none.
  func endFeedback() {
    state.withLock { state in
      state.isFeedbackOver = true
      state.awaited = []
    }
    wake.call()
  }

  /// Says what the session was, at its end.
  func farewell() {
    endPrompt()
    state.withLock { state in
      showNotes(&state)
      guard let words = state.recap.words else { return }
      put("\n" + wrapped(words))
      guard !givesFeedback else { return }
      put(wrapped("With coach-chat --feedback you see what to mend, and a review at the end."))
    }
  }

  private func showNotes(_ state: inout State) {
    for note in state.notes {
      for line in note.lines(width: width, style: style) { put(line + "\n") }
    }
    state.notes = []
  }

  // MARK: The terminal

  /// Lines of the screen that break at spaces. What does not fit stands under the last column of
  /// words, where a line has two.
  private func wrapped(_ text: String) -> String {
    LineWrap.lines(of: text, width: width).map { $0 + "\n" }.joined()
  }

  /// The columns of the screen; 80 where it does not say.
  private var width: Int { TerminalSize.columns(of: descriptor) ?? 80 }

  private func name(_ word: String, _ colour: Int, mark: String = "") -> String {
    guard style.isColoured else { return "\(word)>" }
    return "\(mark)\u{1B}[1;\(colour)m\(mark)\(word)>\(mark)\u{1B}[0m\(mark)"
  }

  /// A text without what could steer the terminal.
  static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }))
  }

  /// Writes to the terminal, as it is.
  func put(_ text: String) {
    // A terminal that has gone takes no words; the records still go their way.
    try? Descriptor.writeAll(Array(text.utf8)[...], to: descriptor)
  }
}
