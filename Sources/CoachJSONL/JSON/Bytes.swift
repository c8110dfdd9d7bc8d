import CSimdJSON

#if canImport(Glibc)
  import Glibc
#endif

extension UnsafeRawBufferPointer {
  /// Whether the bytes are that text; no String is made of them.
  func isText(_ text: String) -> Bool {
    guard count == text.utf8.count else { return false }
    var text = text
    return text.withUTF8 { text in
      guard let left = text.baseAddress, let right = baseAddress else { return true }
      return memcmp(left, right, count) == 0
    }
  }

  /// Whether they are printable ASCII characters, the blank included.
  var isPrintableASCII: Bool {
    csj_is_printable_ascii(baseAddress?.assumingMemoryBound(to: UInt8.self), count)
  }

  /// Below 0, 0 or above 0, as they stand before, at or behind the others: for UTF-8 the order of
  /// code points.
  func compare(to other: UnsafeRawBufferPointer) -> Int {
    if let left = baseAddress, let right = other.baseAddress {
      let order = memcmp(left, right, Swift.min(count, other.count))
      if order != 0 { return Int(order) }
    }
    return count - other.count
  }

  /// A number that is the same for the same bytes and seldom for others: word by word, a multiply
  /// and a shift. It decides nothing by itself, since two texts that share one can be made.
  var fingerprint: UInt32 {
    var mixed = UInt64(truncatingIfNeeded: count)
    var at = 0
    while count - at >= 8 {
      mixed = Self.mix(mixed, loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < count {
      rest = rest << 8 | UInt64(self[at])
      at += 1
    }
    return UInt32(truncatingIfNeeded: Self.mix(mixed, rest))
  }

  private static func mix(_ mixed: UInt64, _ word: UInt64) -> UInt64 {
    let product = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
