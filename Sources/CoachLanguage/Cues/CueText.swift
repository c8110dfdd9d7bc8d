/// The words of a turn as cues look at them: lower-cased, each as a hash, with the marks that end
/// sentences.
struct CueText {
  /// A hash of each lower-cased word; 0 for a mark that ends a sentence.
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
    guard let base = bytes.baseAddress else { return }
    words.reserveCapacity(bytes.count / 5 + 4)
    isCommand = bytes.first == UInt8(ascii: "/")
    isQuoted = Self.isQuotation(bytes)
    var letters: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = base[at]
      if byte == 0x20 {
        at &+= 1
        continue
      }
      if Tokenizer.isLetter(byte), takePlainWord(bytes, base, &at) { continue }
      switch byte {
      case 0x21, 0x2E, 0x3F, 0x0A, 0x3B:
        at &+= 1
        if byte == 0x3F { endsInQuestion = true } else if byte != 0x0A { endsInQuestion = false }
        if let last = words.last, last != 0 {
          words.append(0)
          sentenceCount += 1
          if byte == 0x3F { questionCount += 1 }
        }
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x24, 0x25, 0x80..<0xE2:
        takeWord(bytes, base, &at, &letters)
      case 0xE2...:
        // Symbols, emoji and other scripts: what cannot be a phrase.
        if byte >= 0xF0 { hasEmoji = true }
        repeat { at &+= 1 } while at < bytes.count && base[at] & 0xC0 == 0x80
      default:
        at &+= 1
      }
    }
    if let last = words.last, last != 0 { sentenceCount += 1 }
  }

  /// Takes a word of ASCII letters alone, as nearly all are. Returns false, with nothing taken, where
  /// it is another.
  @inline(__always)
  private mutating func takePlainWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, _ at: inout Int
  ) -> Bool {
    let start = at
    let run = WordLetters.run(base, from: start, within: bytes.count)
    let end = start &+ run.length
    // Of a long word the letters behind the packed ones are hashed as they stand.
    guard run.length > 0, run.isPlain || run.length <= WordLetters.width else { return false }
    if end < bytes.count {
      switch base[end] {
      case 0x27, 0x30...0x39, 0x24, 0x25, 0x80...: return false
      default: break
      }
    }
    append(WordLetters.hash(key: run.key, base + start, run.length), run.length)
    at = end
    return true
  }

  /// Takes a word of any characters.
  private mutating func takeWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, _ at: inout Int,
    _ letters: inout [UInt8]
  ) {
    letters.removeAll(keepingCapacity: true)
    scan: while at < bytes.count {
      let byte = base[at]
      switch byte {
      case 0x41...0x5A: letters.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, 0x24, 0x25, 0x80..<0xE2: letters.append(byte)
      // "I'm" and "Im" are the same here; a quotation mark joins nothing.
      case 0x27: break
      // A curly apostrophe is dropped like a straight one.
      case 0xE2 where at + 2 < bytes.count && base[at + 1] == 0x80 && base[at + 2] == 0x99:
        at &+= 2
      default: break scan
      }
      at &+= 1
    }
    letters.withUnsafeBufferPointer { append(WordLetters.hash($0), $0.count) }
  }

  @inline(__always)
  private mutating func append(_ word: UInt64, _ length: Int) {
    words.append(length <= 2 ? Self.spelledOut(word) : word)
    wordCount &+= 1
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

  /// The hash of a lower-cased word.
  static func hash(_ word: String) -> UInt64 { hash(Substring(word).utf8) }

  static func hash(_ word: Substring.UTF8View) -> UInt64 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { letters in
      var count = 0
      for byte in word where byte != 0x27 {
        letters[count] = byte
        count += 1
      }
      return WordLetters.hash(UnsafeBufferPointer(rebasing: letters[..<count]))
    }
  }
}
