import CLibedit
import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Lines that can be edited, with those of earlier chats behind the arrow keys: by libedit.
///
/// The terminal is in its keeping for the whole chat, so that Ctrl-C is a key: as a signal it would
/// reach every stage of the pipeline, and twice within two seconds would end them. One thread
/// uses it.
final class EditedLines: LineSource {
  private let screen: ChatScreen
  private let keys: KeySource
  private let terminal: Int32
  private let historyPath: String?
  private let wake: Wake
  private var before = termios()
  private var history: InputHistory?
  private var attention: TerminalAttention?
  private var editor: OpaquePointer?
  private var isGivenUp = false

  init(screen: ChatScreen, terminal: Int32, wake: Wake, historyPath: String?) {
    self.screen = screen
    self.terminal = terminal
    self.historyPath = historyPath
    self.wake = wake
    keys = KeySource(terminal: terminal, wake: wake)
  }

  /// False where libedit is not installed, or cannot draw on the terminal.
  func begin() -> Bool {
    guard clibedit_load(), tcgetattr(terminal, &before) == 0 else { return false }
    let prompt = screen.promptText(markingColours: "\u{1}")
    editor = clibedit_new(
      terminal, prompt, Self.nextKey, Self.nextPaste, Unmanaged.passUnretained(self).toOpaque())
    guard editor != nil else { return false }
    attention = TerminalAttention(wake: wake)
    history = historyPath.flatMap(InputHistory.init)
    for line in history?.lines ?? [] { rememberHere(line) }
    takeKeys()
    screen.put("\u{1B}[?2004h")
    return true
  }

  func next() -> TypedLine {
    isGivenUp = false
    var count: Int32 = 0
    let scalars = editor.flatMap { clibedit_line($0, &count) }
    defer { takeKeys() }
    guard let scalars else { return isGivenUp ? .givenUp : .end }
    return .text(String(scalars: UnsafeBufferPointer(start: scalars, count: Int(count))))
  }

  func listen(timeout: Int32) -> Bool {
    let heard = keys.listen(timeout: timeout)
    // What it means, the stage says, as it does where Ctrl-C is a signal.
    for _ in 0..<min(heard.interrupts, 1) { kill(getpid(), SIGINT) }
    if attention?.takeReturn() == true { takeKeys() }
    return heard.isPressed
  }

  func remember(_ line: String) {
    rememberHere(line)
    history?.append(line)
  }

  func close() {
    screen.put("\u{1B}[?2004l")
    if let editor { clibedit_free(editor) }
    editor = nil
    var before = before
    tcsetattr(terminal, TCSADRAIN, &before)
  }

  private func rememberHere(_ line: String) {
    let scalars = line.unicodeScalars.map { Int32(bitPattern: $0.value) }
    if let editor { clibedit_remember(editor, scalars, Int32(scalars.count)) }
  }

  /// Keys come one by one and are not shown: what is typed while a reply is shown must not mix
  /// with it.
  private func takeKeys() {
    var settings = before
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &settings.c_cc) { characters in
      characters[Int(VINTR)] = 0
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    tcsetattr(terminal, TCSADRAIN, &settings)
  }

  // MARK: What the editor asks

  private static let nextKey: clibedit_key = { context, scalar in
    guard let context else { return 0 }
    let this = Unmanaged<EditedLines>.fromOpaque(context).takeUnretainedValue()
    guard let key = this.nextKey() else { return this.isGivenUp ? -1 : 0 }
    scalar?.pointee = Int32(bitPattern: key.value)
    return 1
  }

  private static let nextPaste: clibedit_paste = { context, editor in
    guard let context, let editor else { return }
    let this = Unmanaged<EditedLines>.fromOpaque(context).takeUnretainedValue()
    let scalars = Pasted.text(of: this.keys.takePaste { this.screen.isClosed }).unicodeScalars.map {
      Int32(bitPattern: $0.value)
    }
    clibedit_insert(editor, scalars, Int32(scalars.count))
  }

  /// The next key; nil where the line is given up, or the input has ended.
  private func nextKey() -> Unicode.Scalar? {
    while true {
      if screen.isClosed { return nil }
      if screen.takeInterrupt() {
        isGivenUp = true
        return nil
      }
      if attention?.takeReturn() == true, let editor { clibedit_resume(editor) }
      if attention?.takeResize() == true, let editor { clibedit_redraw(editor) }
      switch keys.next() {
      case .key(let key) where key.value == UInt32(KeySource.interrupt): kill(getpid(), SIGINT)
      case .key(let key): return key
      case .woken: continue
      case .end: return nil
      }
    }
  }
}

/// What is pasted, as a message: its line ends stay, so that it is one message and not many.
enum Pasted {
  static func text(of bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.map { $0 == "\t" ? " " : $0 }.filter {
            $0.properties.generalCategory != .control
          }))
    }
    while lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The text of scalar values; those that are none are left out.
  init(scalars: some Sequence<Int32>) {
    self.init(
      UnicodeScalarView(scalars.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }))
  }
}
