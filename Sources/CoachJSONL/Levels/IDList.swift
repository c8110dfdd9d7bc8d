#if canImport(Glibc)
  import Glibc
#endif

/// Ids behind one another in one piece of memory, a zero behind each: no id has one.
///
/// A list is filled again and again without asking for memory, and compared without making a
/// String of an id.
struct IDList: Sendable {
  /// Room for the ids of a usual score at once: growing step by step is what would cost.
  private static let usualSize = 96

  /// As long as what it has held at most, or longer.
  private var memory: [UInt8] = []
  /// How many bytes of it are in use.
  private(set) var byteCount = 0

  /// Forgets what the list holds, and keeps its memory.
  mutating func removeAll() { byteCount = 0 }

  mutating func append(_ id: UnsafeRawBufferPointer) {
    let end = byteCount + id.count + 1
    if end > memory.count {
      let size = max(end, Self.usualSize)
      memory.append(contentsOf: repeatElement(0, count: size - memory.count))
    }
    memory.withUnsafeMutableBytes { memory in
      if let target = memory.baseAddress, let source = id.baseAddress {
        memcpy(target + byteCount, source, id.count)
      }
      memory[end - 1] = 0
    }
    byteCount = end
  }

  mutating func append(_ id: String) {
    var id = id
    id.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Calls `body` with the bytes of all ids and their zeros.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    memory.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<byteCount])) }
  }

  /// The ids as Strings.
  var texts: [String] { texts(from: 0) }

  /// The ids that begin at a byte or behind it, as Strings.
  func texts(from start: Int) -> [String] {
    withBytes { bytes in
      var texts: [String] = []
      var start = start
      for at in bytes.indices[start...] where bytes[at] == 0 {
        texts.append(
          String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self))
        start = at + 1
      }
      return texts
    }
  }
}

extension IDList: Hashable, Comparable {
  static func == (left: IDList, right: IDList) -> Bool {
    left.byteCount == right.byteCount && left.compare(to: right) == 0
  }

  /// One id after the other, by code points.
  static func < (left: IDList, right: IDList) -> Bool { left.compare(to: right) < 0 }

  func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: $0) }
  }

  private func compare(to other: IDList) -> Int {
    withBytes { left in other.withBytes { right in left.compare(to: right) } }
  }
}
