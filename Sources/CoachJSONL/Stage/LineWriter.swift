/// Collects lines and writes them in blocks, or when told to.
struct LineWriter {
  private static let block = 64 << 10

  private let descriptor: Int32
  private var pending: [UInt8] = []

  init(descriptor: Int32) {
    self.descriptor = descriptor
    pending.reserveCapacity(2 * Self.block)
  }

  /// Whether nothing waits to be written.
  var isEmpty: Bool { pending.isEmpty }

  /// Adds a line; its line feed is added here.
  ///
  /// - Throws: `Errno` where a block could not be written.
  mutating func write(line: some Sequence<UInt8>) throws(Errno) {
    pending.append(contentsOf: line)
    pending.append(0x0A)
    if pending.count >= Self.block { try flush() }
  }

  /// Adds lines that end in a line feed each.
  ///
  /// - Throws: `Errno` where a block could not be written.
  mutating func write(lines: some Sequence<UInt8>) throws(Errno) {
    pending.append(contentsOf: lines)
    if pending.count >= Self.block { try flush() }
  }

  /// Adds lines that end in a line feed each; many of them are not copied first.
  ///
  /// - Throws: `Errno` where they could not be written.
  mutating func write(lines: [UInt8]) throws(Errno) {
    guard lines.count >= Self.block else {
      pending.append(contentsOf: lines)
      if pending.count >= Self.block { try flush() }
      return
    }
    try flush()
    try Descriptor.writeAll(lines[...], to: descriptor)
  }

  /// Writes all that was collected.
  ///
  /// - Throws: `Errno` where it could not be written; it is forgotten then, lest the end of the
  ///   program fail the same way again.
  mutating func flush() throws(Errno) {
    guard !pending.isEmpty else { return }
    defer { pending.removeAll(keepingCapacity: true) }
    try Descriptor.writeAll(pending[...], to: descriptor)
  }
}
