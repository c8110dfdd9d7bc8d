import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The terminal's line of progress, which one process at a time may have: who holds a lock on the
/// terminal's device. (Its own descriptor is needed for that: standard error is one and the same for
/// all stages of a pipeline.)
final class ProgressTerminal: Sendable {
  /// To the beginning of the line, and nothing behind it.
  private static let eraser = "\r\u{1B}[K"
  /// Whether this process's line is on the screen just now. Diagnostics look here, too.
  private static let isShown = Mutex(false)

  private let descriptor: Int32
  private let isUnicode: Bool

  /// Takes the terminal of standard error; nil where there is none, another stage has its line, or
  /// somebody else in the pipeline needs it.
  init?(isUnicode: Bool) {
    // Under that name each process has its own terminal, and there is nothing that all could lock.
    guard let device = Self.device(of: 2), device != "/dev/tty" else { return nil }
    let descriptor = open(device, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, PipelineCompany.leavesAlone(device) else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.isUnicode = isUnicode
  }

  deinit { close(descriptor) }

  /// Draws the line anew, but not from the background of a shell.
  func draw(_ figures: ProgressFigures, tool: String) {
    guard tcgetpgrp(descriptor) == getpgrp() else { return }
    let width = TerminalSize.columns(of: descriptor) ?? 80
    // The last column stays free: a cursor behind it would be in the next line on some terminals.
    let line = figures.line(tool: tool, width: width - 1, isUnicode: isUnicode)
    Self.isShown.withLock { isShown in
      put(Self.eraser + line)
      isShown = true
    }
  }

  /// Takes the line away.
  func erase() {
    Self.isShown.withLock { isShown in
      if isShown { put(Self.eraser) }
      isShown = false
    }
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Writes a diagnostic in the place of a line of progress, be it this process's or another
  /// stage's; that is drawn again in a moment.
  static func interrupting(_ descriptor: Int32, _ write: (_ erasing: [UInt8]) -> Void) {
    isShown.withLock { isShown in
      let isInTheWay = isShown || (isatty(descriptor) == 1 && isHeld(descriptor))
      write(isInTheWay ? Array(eraser.utf8) : [])
      isShown = false
    }
  }

  /// Whether a process has the line of a terminal.
  private static func isHeld(_ terminal: Int32) -> Bool {
    guard let device = device(of: terminal) else { return false }
    let descriptor = open(device, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }

  private static func device(of descriptor: Int32) -> String? {
    var name = [CChar](repeating: 0, count: 256)
    guard ttyname_r(descriptor, &name, name.count) == 0 else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
