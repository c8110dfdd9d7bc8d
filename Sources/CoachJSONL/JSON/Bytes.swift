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

  /// A number that is the same for the same bytes and seldom for others (each word of eight is
  /// multiplied in, as in FNV-1a). It decides nothing by itself: anybody can make two texts that
  /// share one.
  var fingerprint: UInt64 {
    var mixed = UInt64(truncatingIfNeeded: count) ^ 0xCBF2_9CE4_8422_2325
    var at = 0
    while at < count {
      var word: UInt64 = 0
      if count - at >= 8 {
        word = loadUnaligned(fromByteOffset: at, as: UInt64.self)
      } else {
        for byte in self[at...] { word = word << 8 | UInt64(byte) }
      }
      mixed = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 32
      at += 8
    }
    return mixed
  }
}
