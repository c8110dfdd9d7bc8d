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

  /// A run of ASCII letters in a text.
  struct Run {
    var length = 0
    /// The first letters, packed and lower-cased.
    var key: UInt64 = 0
    /// Whether all letters but the first are small.
    var isPlain = true
  }

  /// The letters that stand in a text from `start` on; none where it is no letter.
  ///
  /// - Parameter count: how many bytes the text has.
  @inline(__always)
  static func run(_ text: UnsafePointer<UInt8>, from start: Int, within count: Int) -> Run {
    var run = Run()
    guard start &+ width <= count else {
      extend(&run, text, from: start, within: count)
      if run.length > 0 {
        run.key = packed(text + start, run.length)
        let mask = UInt64.max &>> UInt64(truncatingIfNeeded: (width &- run.length) &* 8)
        run.key |= each(0x20) & mask
      }
      return run
    }
    let bytes = packed(text + start, width)
    // Of letters the sixth bit alone tells small ones from capitals.
    let small = bytes | each(0x20)
    // The upper bit of each byte: whether it is beyond "`", beyond "z", ASCII.
    let low = small & each(0x7F)
    let letters = (low &+ each(0x1F)) & ~(low &+ each(0x05)) & ~bytes & each(0x80)
    let others = letters ^ each(0x80)
    if others == 0 {
      run.length = width
      run.key = small
      run.isPlain = ~bytes & each(0x20) & ~0xFF == 0
      extend(&run, text, from: start, within: count)
      return run
    }
    run.length = others.trailingZeroBitCount &>> 3
    let mask = ~(UInt64.max &<< UInt64(truncatingIfNeeded: run.length &* 8))
    run.key = small & mask
    run.isPlain = ~bytes & each(0x20) & mask & ~0xFF == 0
    return run
  }

  /// A number with the same byte eight times.
  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  private static func extend(
    _ run: inout Run, _ text: UnsafePointer<UInt8>, from start: Int, within count: Int
  ) {
    while start &+ run.length < count, Tokenizer.isLetter(text[start &+ run.length]) {
      if run.length > 0, text[start &+ run.length] & 0x20 == 0 { run.isPlain = false }
      run.length &+= 1
    }
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
