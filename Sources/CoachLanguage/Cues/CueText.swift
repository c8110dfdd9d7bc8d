/// The words of a turn as cues look at them: lower-cased, each as a hash, with the marks that end
/// sentences.
struct CueText {
  /// FNV-1a of each lower-cased word; 0 for a mark that ends a sentence.
  private(set) var words: [UInt64] = []
  /// How many words there are, marks not counted.
  private(set) var wordCount = 0
  private(set) var endsInQuestion = false
  /// Whether the text begins with "/", as commands do.
  private(set) var isCommand = false

  init(_ text: String) {
    var text = text
    text.withUTF8 { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    words.reserveCapacity(bytes.count / 5 + 4)
    isCommand = bytes.first == UInt8(ascii: "/")
    var hash = Lexicon.hashSeed
    var length = 0
    var at = 0
    func close(_ cues: inout CueText) {
      guard length > 0 else { return }
      cues.words.append(hash)
      cues.wordCount += 1
      hash = Lexicon.hashSeed
      length = 0
    }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x41...0x5A:
        hash = Lexicon.hash(hash, byte | 0x20)
        length += 1
      case 0x61...0x7A, 0x30...0x39, 0x24, 0x25:
        hash = Lexicon.hash(hash, byte)
        length += 1
      case 0x27:
        // "I'm" and "Im" are the same here; a quotation mark joins nothing.
        continue
      case 0x21, 0x2E, 0x3F, 0x0A, 0x3B:
        close(&self)
        if byte == 0x3F { endsInQuestion = true } else if byte != 0x0A { endsInQuestion = false }
        if let last = words.last, last != 0 { words.append(0) }
      case 0x80...:
        // A curly apostrophe is dropped like a straight one; letters beyond ASCII are kept.
        if byte == 0xE2, at + 1 < bytes.count, bytes[at] == 0x80, bytes[at + 1] == 0x99 {
          at += 2
        } else if byte >= 0xE2 {
          // Symbols, emoji and other scripts: what cannot be a phrase ends a word.
          close(&self)
          while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
        } else {
          hash = Lexicon.hash(hash, byte)
          length += 1
        }
      default: close(&self)
      }
    }
    close(&self)
  }

  static func hash(_ word: some StringProtocol) -> UInt64 {
    Lexicon.hash(word.utf8.filter { $0 != 0x27 })
  }
}
