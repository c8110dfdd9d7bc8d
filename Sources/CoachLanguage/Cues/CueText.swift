/// The words of a turn as cues look at them: lower-cased, each as a hash, with the marks that end
/// sentences.
struct CueText {
  /// FNV-1a of each lower-cased word; 0 for a mark that ends a sentence.
  private(set) var words: [UInt64] = []
  /// How many words there are, marks not counted.
  private(set) var wordCount = 0
  private(set) var endsInQuestion = false
  private(set) var sentenceCount = 0
  /// How many of the sentences are questions.
  private(set) var questionCount = 0
  /// Whether there are pictures: emoji, emoticons in symbols.
  private(set) var hasEmoji = false
  /// Whether the text begins with a quotation of some length, as the words of a part that is played
  /// do, and not with a single word that is quoted.
  private(set) var isQuoted = false
  /// Whether the text begins with "/", as commands do.
  private(set) var isCommand = false

  init(_ text: String) {
    var text = text
    text.withUTF8 { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    words.reserveCapacity(bytes.count / 5 + 4)
    isCommand = bytes.first == UInt8(ascii: "/")
    isQuoted = Self.isQuotation(bytes)
    var hash = Self.seed
    var length = 0
    var at = 0
    func close(_ cues: inout CueText) {
      guard length > 0 else { return }
      cues.words.append(length <= 2 ? Self.spelledOut(hash) : hash)
      cues.wordCount += 1
      hash = Self.seed
      length = 0
    }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x41...0x5A:
        hash = Self.hash(hash, byte | 0x20)
        length += 1
      case 0x61...0x7A, 0x30...0x39, 0x24, 0x25:
        hash = Self.hash(hash, byte)
        length += 1
      case 0x27:
        // "I'm" and "Im" are the same here; a quotation mark joins nothing.
        continue
      case 0x21, 0x2E, 0x3F, 0x0A, 0x3B:
        close(&self)
        if byte == 0x3F { endsInQuestion = true } else if byte != 0x0A { endsInQuestion = false }
        if let last = words.last, last != 0 {
          words.append(0)
          sentenceCount += 1
          if byte == 0x3F { questionCount += 1 }
        }
      case 0x80...:
        // A curly apostrophe is dropped like a straight one; letters beyond ASCII are kept.
        if byte == 0xE2, at + 1 < bytes.count, bytes[at] == 0x80, bytes[at + 1] == 0x99 {
          at += 2
        } else if byte >= 0xE2 {
          // Symbols, emoji and other scripts: what cannot be a phrase ends a word.
          close(&self)
          if byte >= 0xF0 { hasEmoji = true }
          while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
        } else {
          hash = Self.hash(hash, byte)
          length += 1
        }
      default: close(&self)
      }
    }
    close(&self)
    if let last = words.last, last != 0 { sentenceCount += 1 }
  }

  private static func isQuotation(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let straight = bytes.first == UInt8(ascii: "\"")
    guard straight || bytes.starts(with: "\u{201C}".utf8) else { return false }
    // A curly mark ends in 0x9D where it closes.
    return !bytes.dropFirst(3).prefix(9).contains(straight ? UInt8(ascii: "\"") : 0x9D)
  }

  /// Short words as chat spells them.
  private static let shortcuts = [("u", "you"), ("r", "are"), ("ur", "your"), ("ya", "you")].map {
    (short: hash($0), full: hash($1))
  }

  private static func spelledOut(_ word: UInt64) -> UInt64 {
    for shortcut in shortcuts where shortcut.short == word { return shortcut.full }
    return word
  }

  /// Whether the text asks and says nothing else.
  var isQuestion: Bool {
    questionCount > 0 && questionCount == sentenceCount && wordCount <= 20
  }

  /// The words from a place to the end of its sentence.
  func sentence(from place: Int) -> Range<Int> {
    place..<(words[place...].firstIndex(of: 0) ?? words.count)
  }

  /// The words of the sentence in which a place is.
  func sentence(around place: Int) -> Range<Int> {
    let start = words[..<place].lastIndex(of: 0).map { $0 + 1 } ?? 0
    return start..<sentence(from: place).upperBound
  }

  /// Words by which people lead in to what they say.
  static let leadIns = CueWords(
    """
    ok okay so well yes yeah yep sure hey hi hello coach now please alright great thanks thank you
    and but oh no right good perfect then cool nice wow ah hm um
    """)

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// FNV-1a over a word's bytes, a byte at a time.
  @inline(__always)
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  static func hash(_ word: some StringProtocol) -> UInt64 {
    word.utf8.reduce(seed) { $1 == 0x27 ? $0 : hash($0, $1) }
  }
}
