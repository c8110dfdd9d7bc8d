import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// The keys of a terminal, awaited together with a wake: something that asks for attention while
/// nobody types. One thread reads it.
final class KeySource {
  enum Step: Equatable {
    case key(Unicode.Scalar)
    /// The wake was called.
    case woken
    case end
  }

  static let interrupt: UInt8 = 0x03
  private static let endOfPaste: [UInt8] = Array("\u{1B}[201~".utf8)
  /// A paste is not longer than what a line may be.
  private static let mostPasted = 8 << 20
  /// A paste that lacks its end mark has ended when nothing has come for so many milliseconds.
  private static let pasteSilence: Int64 = 1_000

  private let terminal: Int32
  private let wake: Wake
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  init(terminal: Int32, wake: Wake) {
    self.terminal = terminal
    self.wake = wake
  }

  /// Waits for a key.
  func next() -> Step {
    while true {
      if let key = takeKey() { return .key(key) }
      if isAtEnd { return .end }
      if wait(timeout: -1) { return .woken }
    }
  }

  /// Waits for the end of a line; returns it with its line feed, nil where the wake was called, and
  /// what is left at the end of the input.
  func nextLine() -> [UInt8]? {
    while true {
      if let end = bytes.firstIndex(of: 0x0A) {
        defer { bytes.removeSubrange(...end) }
        return Array(bytes[...end])
      }
      if isAtEnd {
        defer { bytes = [] }
        return bytes
      }
      if wait(timeout: -1) { return nil }
    }
  }

  /// What is pasted, up to the mark at its end; what there is where that does not come.
  ///
  /// - Parameter isOver: whether nobody wants it any more.
  func takePaste(until isOver: () -> Bool) -> [UInt8] {
    var known = bytes.count
    var deadline = SteadyClock.now() + Self.pasteSilence
    while true {
      if let end = bytes.firstRange(of: Self.endOfPaste) {
        defer { bytes.removeSubrange(..<end.upperBound) }
        return Array(bytes[..<end.lowerBound])
      }
      if bytes.count > known {
        known = bytes.count
        deadline = SteadyClock.now() + Self.pasteSilence
      }
      let left = deadline - SteadyClock.now()
      if isAtEnd || bytes.count > Self.mostPasted || left <= 0 || isOver() {
        defer { bytes = [] }
        return bytes
      }
      _ = wait(timeout: Int32(clamping: left))
    }
  }

  /// Waits while nobody is asked for words; returns whether a key was pressed. What was typed is
  /// kept for later, but for the interrupts, which are counted.
  func listen(timeout: Int32) -> (isPressed: Bool, interrupts: Int) {
    let count = bytes.count
    guard !isAtEnd else {
      _ = wakeAlone(timeout: timeout)
      return (false, 0)
    }
    _ = wait(timeout: timeout)
    let interrupts = bytes.count { $0 == Self.interrupt }
    // What was typed before Ctrl-C is not meant any more.
    if let last = bytes.lastIndex(of: Self.interrupt) { bytes.removeSubrange(...last) }
    return (interrupts > 0 || bytes.count > count, interrupts)
  }

  /// Waits for something to read, and reads it; returns whether the wake was called.
  private func wait(timeout: Int32) -> Bool {
    var waits = [
      pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waits, 2, timeout) > 0 else { return false }
    if waits[0].revents != 0 { readMore() }
    guard waits[1].revents != 0 else { return false }
    wake.clear()
    return true
  }

  private func wakeAlone(timeout: Int32) -> Bool {
    var waits = pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waits, 1, timeout) > 0 else { return false }
    wake.clear()
    return true
  }

  private func readMore() {
    var block = [UInt8](repeating: 0, count: 4096)
    let count = read(terminal, &block, block.count)
    if count > 0 {
      bytes.append(contentsOf: block[..<count])
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }

  /// The first whole character of what was read; what is no UTF-8 is the sign for that.
  private func takeKey() -> Unicode.Scalar? {
    guard let first = bytes.first else { return nil }
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard bytes.count >= length || isAtEnd else { return nil }
    let character = String(decoding: bytes.prefix(length), as: UTF8.self)
    let isWhole = character.unicodeScalars.count == 1 && character != "\u{FFFD}"
    bytes.removeFirst(isWhole ? min(length, bytes.count) : 1)
    return isWhole ? character.unicodeScalars.first : "\u{FFFD}"
  }
}
