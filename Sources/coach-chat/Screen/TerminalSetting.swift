import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// A learner at this process's terminal: the screen, and what asks for words.
struct TerminalSetting {
  let screen: ChatScreen
  private let input: ChatInput

  /// The terminal of this process, where a learner sits at it and no file is named; nil else.
  ///
  /// Where standard output is the terminal too, the records go nowhere: the conversation alone is
  /// for eyes. The stage reads what the learner types from a pipe.
  ///
  /// - Throws: `StageFailure` where the process has no descriptors left.
  init?(
    of context: inout StageContext, operands: [String], givesFeedback: Bool
  ) throws(StageFailure) {
    let readsInput = operands.allSatisfy { $0 == "-" }
    guard readsInput, isatty(context.input) == 1 else { return nil }
    let isKept = isatty(context.output) != 1
    if !isKept {
      context.output = open("/dev/null", O_WRONLY | O_CLOEXEC)
    }
    guard let wake = try? Wake(), let words = try? PipeEnds() else {
      throw StageFailure(.tryAgain, "too many files are open")
    }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    let style = TerminalStyle(context.environment)
    screen = ChatScreen(
      descriptor: terminal >= 0 ? terminal : 2, style: style, isKept: isKept,
      givesFeedback: givesFeedback, wake: wake)
    let plain = PlainLines(screen: screen, terminal: context.input, wake: wake)
    let edited = EditedLines(
      screen: screen, terminal: terminal >= 0 ? terminal : context.input, wake: wake,
      historyPath: InputHistory.path(in: context.environment))
    input = ChatInput(
      screen: screen, sources: style.isSteerable ? [edited, plain] : [plain], pipe: words.writeEnd)
    context.input = words.readEnd
    context.showsProgress = false
  }

  /// Greets the learner, and asks for the first words.
  ///
  /// - Throws: `StageFailure` where no thread can be started.
  func begin() throws(StageFailure) {
    screen.greet()
    guard input.start() else { throw StageFailure(.tryAgain, "no thread can be started") }
  }

  /// Takes no more words, and leaves the terminal as it was.
  func end() { input.stop() }
}
