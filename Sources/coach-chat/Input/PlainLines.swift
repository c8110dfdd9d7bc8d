import CoachJSONL

/// Lines as the terminal itself edits them: where there is no libedit, or the terminal cannot move
/// its cursor.
final class PlainLines: LineSource {
  private let screen: ChatScreen
  private let keys: KeySource
  private let wake: Wake

  init(screen: ChatScreen, terminal: Int32, wake: Wake) {
    self.screen = screen
    self.wake = wake
    keys = KeySource(terminal: terminal, wake: wake)
  }

  func begin() -> Bool { true }

  func next() -> TypedLine {
    screen.put(screen.promptText)
    while true {
      if screen.isClosed { return .end }
      if screen.takeInterrupt() { return .givenUp }
      guard let line = keys.nextLine() else { continue }
      guard !line.isEmpty else { return .end }
      let text = line.last == 0x0A ? line.dropLast() : line[...]
      return .text(String(decoding: text, as: UTF8.self))
    }
  }

  /// What is typed meanwhile is the terminal's to keep.
  func listen(timeout: Int32) -> Bool {
    wake.wait(timeout: timeout)
    return false
  }

  func remember(_ line: String) {}

  func close() {}
}
