import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The terminal at which a learner talks with the coach. Records never go there.
final class ChatScreen: Sendable {
  private struct State {
    /// Whether the learner is asked for words already.
    var isPrompting = false
    /// How many turns have no whole reply yet.
    var pending = 0
    /// The lines of the reply under way; nil before its first piece.
    var reply: LineWrap?
  }

  private let descriptor: Int32
  private let input: Int32
  private let isColoured: Bool
  private let isKept: Bool
  private let state = Mutex(State())

  /// - Parameters:
  ///   - descriptor: where the conversation is shown.
  ///   - input: where the learner's words come from.
  ///   - isColoured: whether names may stand out.
  ///   - isKept: whether the records go anywhere.
  init(descriptor: Int32, input: Int32, isColoured: Bool, isKept: Bool) {
    self.descriptor = descriptor
    self.input = input
    self.isColoured = isColoured
    self.isKept = isKept
  }

  /// Says how it works, before the first prompt.
  func greet() {
    put(
      wrapped(
        "Write to your coach. /task NAME, /feedback, /done; /quit or Ctrl-D ends the session."))
    guard !isKept else { return }
    put(wrapped("Nothing of this chat is kept. To keep it, start it as: coach-chat | coach-store"))
  }

  /// Asks the learner for words, unless a reply is to come first; asks again in place where it has
  /// asked before, since an empty line may have come.
  func prompt() {
    state.withLock { state in
      guard state.pending == 0 else { return }
      put("\(state.isPrompting ? "\r" : "\n")\(name("you", 36)) ")
      state.isPrompting = true
    }
  }

  /// A line has come: a reply is due.
  func heard() {
    state.withLock { state in
      state.isPrompting = false
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
  func endReply() {
    state.withLock { state in
      if var reply = state.reply { put(reply.end() + "\n") }
      state.reply = nil
      state.pending = max(0, state.pending - 1)
    }
  }

  /// A line has come that gets no reply.
  func dismissed() {
    state.withLock { $0.isPrompting = false }
  }

  /// Shows something in place of a reply.
  func show(_ text: String) {
    state.withLock { state in
      state.pending = max(0, state.pending - 1)
      put(wrapped(text))
    }
  }

  /// Lines of the screen that break at spaces. What does not fit stands under the last column of
  /// words, where a line has two.
  private func wrapped(_ text: String) -> String {
    let width = width
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var wrap = LineWrap(width: width, column: 0, indent: LineWrap.secondColumn(of: line))
      return wrap.add(String(line)) + wrap.end() + "\n"
    }.joined()
  }

  /// Takes no more words from the learner, who has said goodbye: the input reads as ended.
  func hangUp() {
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard nothing >= 0 else { return }
    dup2(nothing, input)
    close(nothing)
  }

  /// Leaves the cursor at the beginning of a line.
  func leave() {
    state.withLock { state in
      if state.isPrompting { put("\n") }
      state.isPrompting = false
    }
  }

  /// The columns of the screen; 80 where it does not say.
  private var width: Int {
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  private func name(_ word: String, _ colour: Int) -> String {
    isColoured ? "\u{1B}[1;\(colour)m\(word)>\u{1B}[0m" : "\(word)>"
  }

  static func harmless(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }))
  }

  private func put(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      // A terminal that has gone takes no words; the records still go their way.
      guard count > 0 || errno == EINTR || errno == EAGAIN else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
