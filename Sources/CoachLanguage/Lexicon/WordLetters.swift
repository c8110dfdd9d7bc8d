/// The letters of words as numbers, so that words are told apart without a look at each letter.
enum WordLetters {
  /// How many letters one number holds.
  static let width = 8

  /// The first eight letters, the first of them lowest; fewer leave the upper bytes 0.
  @inline(__always)
  static func packed(_ letters: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let bytes = UnsafeRawPointer(letters)
    if count >= 8 { return UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) }
    if count >= 4 {
      // The two halves overlap where there are fewer than eight, and agree there.
      let low = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
      let high = UInt32(littleEndian: (bytes + (count - 4)).loadUnaligned(as: UInt32.self))
      return UInt64(low) | UInt64(high) &<< UInt64((count &- 4) &* 8)
    }
    guard count > 0 else { return 0 }
    let middle = count &>> 1
    return UInt64(letters[0]) | UInt64(letters[middle]) &<< UInt64(middle &* 8)
      | UInt64(letters[count &- 1]) &<< UInt64((count &- 1) &* 8)
  }

  /// The first letters of a word of ASCII letters in a text, lower-cased.
  ///
  /// - Parameter count: how many bytes the text has.
  @inline(__always)
  static func lowered(
    _ text: UnsafePointer<UInt8>, from start: Int, _ length: Int, within count: Int
  ) -> UInt64 {
    let mask =
      length < width ? ~(UInt64.max &<< UInt64(truncatingIfNeeded: length &* 8)) : UInt64.max
    let letters =
      start &+ width <= count ? packed(text + start, width) & mask : packed(text + start, length)
    // Of letters the sixth bit alone tells small ones from capitals.
    return letters | 0x2020_2020_2020_2020 & mask
  }

  /// A hash over a word's bytes, eight at a time.
  @inline(__always)
  static func hash(_ letters: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    hash(key: packed(letters, count), letters, count)
  }

  /// The same where the first letters are packed already. Of the bytes, only those behind them are
  /// looked at.
  @inline(__always)
  static func hash(key: UInt64, _ letters: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash = (key &+ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    var at = width
    while at < count {
      hash =
        (hash ^ hash &>> 32 ^ packed(letters + at, min(width, count &- at)))
        &* 0x9E37_79B9_7F4A_7C15
      at &+= width
    }
    return hash ^ hash &>> 32
  }

  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.baseAddress.map { hash($0, word.count) } ?? 0
  }
}

/// A set of words in 64 bits: it may say yes where the answer is no, never the other way round.
struct WordSketch: Sendable {
  private(set) var bits: UInt64 = 0

  /// The one bit of a word or mark.
  @inline(__always)
  static func bit(_ word: WordID) -> UInt64 {
    1 &<< (UInt64(UInt32(bitPattern: word)) &* 0x9E37_79B9_7F4A_7C15 &>> 58)
  }

  mutating func insert(_ word: WordID) { bits |= Self.bit(word) }
}
