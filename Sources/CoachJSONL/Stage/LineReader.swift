#if canImport(Glibc)
  import Glibc
#endif

/// Cuts one file into lines, in a buffer that grows no further than the longest line allowed.
///
/// CRLF, a leading byte-order mark, blank lines and a last line without line feed are tolerated
/// (contract §1). Behind every line at least `padding` readable bytes lie, as the parser needs.
struct LineReader: ~Copyable {
  enum Step {
    /// A line, without its line feed; valid until the next call.
    case line(UnsafeRawBufferPointer, Place)
    /// A line longer than allowed: its beginning, and how many bytes it had.
    case overlong(head: [UInt8], length: Int, Place)
    /// No whole line is in the buffer: `fill` must read on.
    case needsInput
    case end
  }

  static let padding = 64
  private static let usualCapacity = 256 << 10
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let descriptor: Int32
  let name: String
  private let maxLine: Int
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  /// Up to here the buffer holds no line feed.
  private var scanned = 0
  private var isAtEnd = false
  private var lineNumber = 0
  private var offset = 0
  private var overlong: Overlong?

  /// A line that is being skipped.
  private struct Overlong {
    var head: [UInt8]
    var length: Int
  }

  init(descriptor: Int32, name: String, maxLine: Int) {
    self.descriptor = descriptor
    self.name = name
    self.maxLine = maxLine
    buffer = .allocate(byteCount: Self.usualCapacity, alignment: 64)
  }

  deinit { buffer.deallocate() }

  /// The next line that is wholly there.
  mutating func next() -> Step {
    while true {
      guard let lineFeed = nextLineFeed() else {
        if isAtEnd { return lastLine() }
        if overlong != nil || end - start > maxLine + 1 { skipOverlong(upTo: end) }
        return .needsInput
      }
      let step = takeLine(upTo: lineFeed, next: lineFeed + 1)
      if let step { return step }
    }
  }

  /// Reads once. A read that a signal interrupts reads nothing, which is no error.
  ///
  /// - Throws: `Errno` where reading fails.
  mutating func fill() throws(Errno) {
    makeRoom()
    let room = UnsafeMutableRawBufferPointer(
      rebasing: buffer[end..<(buffer.count - Self.padding)])
    let count = read(descriptor, room.baseAddress, room.count)
    if count > 0 {
      end += count
    } else if count == 0 {
      isAtEnd = true
    } else if errno != EINTR, errno != EAGAIN {
      throw Errno(errno)
    }
  }

  private mutating func nextLineFeed() -> Int? {
    guard scanned < end, let base = buffer.baseAddress else { return nil }
    guard let found = memchr(base + scanned, 0x0A, end - scanned) else {
      scanned = end
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private mutating func lastLine() -> Step {
    guard start < end || overlong != nil else { return .end }
    return takeLine(upTo: end, next: end) ?? .end
  }

  /// The line that ends before `lineEnd`; nil where it is blank.
  private mutating func takeLine(upTo lineEnd: Int, next: Int) -> Step? {
    if lineNumber == 0, buffer[start..<lineEnd].starts(with: Self.byteOrderMark) {
      start += Self.byteOrderMark.count
      offset += Self.byteOrderMark.count
    }
    let place = Place(file: name, line: lineNumber + 1, offset: offset)
    defer {
      lineNumber += 1
      start = next
      scanned = next
    }
    if overlong != nil {
      skipOverlong(upTo: lineEnd)
      offset += next - lineEnd
    }
    if let skipped = overlong {
      overlong = nil
      let place = Place(
        file: name, line: place.line, offset: offset - skipped.length - next + lineEnd)
      return .overlong(head: skipped.head, length: skipped.length, place)
    }
    offset += next - start
    var line = UnsafeRawBufferPointer(rebasing: buffer[start..<lineEnd])
    if line.last == 0x0D { line = UnsafeRawBufferPointer(rebasing: line.dropLast()) }
    if line.count > maxLine {
      return .overlong(
        head: Array(line.prefix(Reject.keptWhole + 1)), length: line.count, place)
    }
    let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    return isBlank ? nil : .line(line, place)
  }

  /// Moves what lies before `lineEnd` out of the buffer, keeping the beginning of the line.
  private mutating func skipOverlong(upTo lineEnd: Int) {
    let part = buffer[start..<lineEnd]
    var skipped = overlong ?? Overlong(head: [], length: 0)
    skipped.head.append(contentsOf: part.prefix(Reject.keptWhole + 1 - skipped.head.count))
    skipped.length += part.count
    offset += part.count
    overlong = skipped
    start = lineEnd
    scanned = lineEnd
  }

  private mutating func makeRoom() {
    if start == end {
      start = 0
      end = 0
      scanned = 0
      if buffer.count > 4 * Self.usualCapacity { reallocate(Self.usualCapacity) }
    }
    guard buffer.count - Self.padding - end < 4096 else { return }
    if start > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      scanned -= start
      end -= start
      start = 0
    }
    if buffer.count - Self.padding - end < buffer.count / 2 { reallocate(2 * buffer.count) }
  }

  private mutating func reallocate(_ capacity: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 64)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
    buffer.deallocate()
    buffer = larger
  }
}
