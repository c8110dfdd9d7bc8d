/// How words are read.
extension Tokenizer {
  /// Reads the word that begins here, or the address that it turns out to be.
  mutating func scanWord(lexicon: inout Lexicon, tokens: inout TokenBuffer) {
    if !scanPlainWord(lexicon: &lexicon, tokens: &tokens) {
      scanAnyWord(lexicon: &lexicon, tokens: &tokens)
    }
  }

  /// Reads a word of small letters, the first of which may be a capital, as nearly all are. Returns
  /// false, with nothing read, where it is another.
  @inline(__always)
  private mutating func scanPlainWord(
    lexicon: inout Lexicon, tokens: inout TokenBuffer
  ) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let start = at
    let run = WordLetters.run(base, from: start, within: bytes.count)
    let length = run.length
    let end = start &+ length
    guard run.isPlain, length > 0, length <= Self.longestWord else { return false }
    if end < bytes.count {
      switch base[end] {
      case 0x27, 0x2D, 0x30...0x39, 0x3A, 0x40, 0x5F, 0x80...: return false
      case 0x2E:
        if end &+ 1 < bytes.count, Self.isLetter(base[end &+ 1]) || base[end &+ 1] >= 0x80 {
          return false
        }
      default: break
      }
    }
    let hash = WordLetters.hash(key: run.key, base + start, length)
    var id = lexicon.find(base + start, length, key: run.key, hash: hash)
    if id == 0 { id = meet(from: start, length, hash: hash, lexicon: &lexicon) }
    at = end
    appendWord(
      id, base[start] & 0x20 == 0 ? .capitalised : [], key: run.key, length: length, from: start,
      continuations: continuations, lexicon: lexicon, tokens: &tokens)
    return true
  }

  /// Puts a word of ASCII letters into the lexicon.
  private func meet(
    from start: Int, _ length: Int, hash: UInt64, lexicon: inout Lexicon
  ) -> WordID {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestWord) { lower in
      for at in 0..<length { lower[at] = bytes[start &+ at] | 0x20 }
      return lexicon.intern(UnsafeBufferPointer(rebasing: lower[..<length]), hash: hash)
    }
  }

  /// A word of more bytes is no word.
  private static let longestWord = 64

  @inline(__always)
  private mutating func appendWord(
    _ id: WordID, _ shape: Token.Shape, key: UInt64, length: Int, from start: Int,
    continuations before: Int, lexicon: borrowing Lexicon, tokens: inout TokenBuffer
  ) {
    let lemma = lexicon.lemma(id)
    var shape = shape
    if tokens[back: 0].word == id { shape.formUnion(.echo) }
    if lexicon.spelling(id) != .right { shape.formUnion(.doubtful) }
    append(
      Token(
        kind: .word, length: UInt8(truncatingIfNeeded: length),
        shape: shape, word: id, lemma: lemma,
        classes: lexicon.classes(id), key: key,
        sketch: WordSketch.bit(id) | WordSketch.bit(lemma), start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: at),
        scalarStart: Int32(truncatingIfNeeded: start &- before),
        scalarEnd: Int32(truncatingIfNeeded: at &- continuations)),
      to: &tokens)
  }

  private mutating func scanAnyWord(lexicon: inout Lexicon, tokens: inout TokenBuffer) {
    let start = at
    let startContinuations = continuations
    var shape: Token.Shape = []
    var capitals = 0
    var letters = 0
    // Letters since the last full stop inside the word.
    var run = 0
    let id: WordID = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestWord) {
      lower in
      var word = LoweredWord(bytes: lower)
      scan: while at < bytes.count {
        let byte = bytes[at]
        switch byte {
        case 0x61...0x7A:
          word.put(byte)
          letters &+= 1
          run &+= 1
          at &+= 1
        case 0x41...0x5A:
          if letters == 0 {
            shape.insert(.capitalised)
          } else if capitals < letters {
            shape.insert(.mixedCase)
          }
          word.put(byte | 0x20)
          letters &+= 1
          capitals &+= 1
          run &+= 1
          at &+= 1
        case 0x27:
          guard isLetter(at: at + 1) else { break scan }
          shape.insert(.apostrophe)
          word.put(0x27)
          at &+= 1
        case 0x2D:
          guard isLetter(at: at + 1) else { break scan }
          shape.insert(.hyphenated)
          word.put(0x2D)
          run = 0
          at &+= 1
        case 0x2E:
          // "e.g", "U.S": letters one by one. The last full stop stays outside.
          guard run == 1, isLetter(at: at + 1), !isLetter(at: at + 2) else {
            if isAddress(after: at) { return -1 }
            break scan
          }
          shape.insert(.abbreviation)
          word.put(0x2E)
          run = 0
          at &+= 1
        case 0x30...0x39, 0x5F, 0x40:
          return -1
        case 0x3A:
          if at + 2 < bytes.count, bytes[at + 1] == 0x2F, bytes[at + 2] == 0x2F { return -1 }
          break scan
        case 0x80...:
          let (scalar, width) = scalar(at: at)
          if scalar.value == 0x2019 || scalar.value == 0x02BC {
            guard isLetter(at: at + width) else { break scan }
            shape.insert(.apostrophe)
            word.put(0x27)
          } else if Self.belongsToWord(scalar) {
            shape.insert(.nonASCII)
            if !Self.isLatin(scalar) { shape.insert(.foreign) }
            if letters == 0, scalar.properties.isUppercase { shape.insert(.capitalised) }
            for byte in scalar.properties.lowercaseMapping.utf8 { word.put(byte) }
            if !scalar.properties.isDiacritic { letters &+= 1 }
          } else {
            break scan
          }
          at &+= width
          continuations &+= width - 1
        default: break scan
        }
      }
      guard word.length <= Self.longestWord else { return -2 }
      let letters = UnsafeBufferPointer(rebasing: lower[..<word.length])
      return lexicon.intern(letters, hash: WordLetters.hash(letters))
    }
    if id == -1 {
      at = start
      continuations = startContinuations
      scanOpaque(tokens: &tokens)
      return
    }
    if capitals > 1, capitals == letters { shape.insert(.allCapitals) }
    if capitals == letters { shape.remove(.mixedCase) }
    guard id != -2 else {
      append(.opaque, shape, 0, from: start, continuations: startContinuations, tokens: &tokens)
      return
    }
    appendWord(
      id, shape, key: lexicon.key(id), length: lexicon.length(id), from: start,
      continuations: startContinuations, lexicon: lexicon, tokens: &tokens)
  }

  /// Whether what follows the full stop at `dot` makes the word an address or a file name.
  private func isAddress(after dot: Int) -> Bool {
    var end = dot + 1
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    guard end > dot + 1, end - dot <= 6 else { return false }
    let ending = String(decoding: bytes[dot + 1..<end], as: UTF8.self)
    return Self.addressEndings.contains(ending)
  }

  private static let addressEndings: Set<String> = [
    "com", "org", "net", "io", "edu", "gov", "co", "uk", "de", "fr", "dev", "app", "info", "txt",
    "pdf", "html", "htm", "js", "ts", "py", "swift", "json", "jsonl", "yaml", "yml", "md", "csv",
    "png", "jpg", "jpeg", "gif", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "exe", "php",
  ]

  /// Everything up to the next blank, without the marks that end a sentence.
  mutating func scanOpaque(tokens: inout TokenBuffer) {
    let start = at
    let startContinuations = continuations
    while at < bytes.count, bytes[at] > 0x20 { skipScalar() }
    while at > start + 1, Self.isClosing(bytes[at - 1]) { at -= 1 }
    append(.opaque, [], 0, from: start, continuations: startContinuations, tokens: &tokens)
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}

/// The lower-cased bytes of the word that is being read.
private struct LoweredWord {
  let bytes: UnsafeMutableBufferPointer<UInt8>
  /// May go beyond the buffer: such a word is no word.
  var length = 0

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    if length < bytes.count { bytes[length] = byte }
    length &+= 1
  }
}
