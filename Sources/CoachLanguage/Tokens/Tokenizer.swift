/// Cuts a text into tokens in one pass over its UTF-8, and numbers its words.
///
/// The tokens begin and end with a boundary, and there is one where a line break ends a sentence
/// that has no mark, so that no rule looks from one sentence into the next.
struct Tokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// UTF-8 continuation bytes before `at`: the difference of byte and scalar offsets.
  private var continuations = 0
  private var gap = true
  private var lineBreaks = 0
  private var atSentenceStart = true

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Puts the tokens of `bytes` in place of what `tokens` held.
  static func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, lexicon: inout Lexicon, into tokens: inout [Token]
  ) {
    tokens.removeAll(keepingCapacity: true)
    var tokenizer = Tokenizer(bytes)
    tokenizer.run(lexicon: &lexicon, tokens: &tokens)
  }

  private mutating func run(lexicon: inout Lexicon, tokens: inout [Token]) {
    tokens.append(boundary())
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x20, 0x09, 0x0D:
        at &+= 1
        gap = true
      case 0x0A:
        at &+= 1
        gap = true
        lineBreaks += 1
      default:
        if lineBreaks > 0 { endLine(tokens: &tokens) }
        scanToken(byte, lexicon: &lexicon, tokens: &tokens)
        gap = false
      }
    }
    tokens.append(boundary())
  }

  private mutating func scanToken(_ byte: UInt8, lexicon: inout Lexicon, tokens: inout [Token]) {
    if Self.isLetter(byte) {
      scanWord(lexicon: &lexicon, tokens: &tokens)
    } else if byte >= 0x80 {
      let (scalar, _) = scalar(at: at)
      if scalar.properties.isWhitespace {
        skipScalar()
        gap = true
      } else if scalar.properties.isAlphabetic, Mark.of(scalar) == nil {
        scanWord(lexicon: &lexicon, tokens: &tokens)
      } else {
        scanSymbol(scalar, tokens: &tokens)
      }
    } else if Self.isDigit(byte) {
      scanNumber(tokens: &tokens)
    } else {
      scanMark(byte, tokens: &tokens)
    }
  }

  // MARK: Words

  private mutating func scanWord(lexicon: inout Lexicon, tokens: inout [Token]) {
    let start = at
    let startContinuations = continuations
    var shape: Token.Shape = []
    var capitals = 0
    var letters = 0
    // Letters since the last full stop inside the word.
    var run = 0
    let id: WordID = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { lower in
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
      guard word.length <= 64 else { return -2 }
      return lexicon.intern(
        UnsafeBufferPointer(start: lower.baseAddress, count: word.length), hash: word.hash)
    }
    if id == -1 {
      at = start
      continuations = startContinuations
      scanOpaque(tokens: &tokens)
      return
    }
    if capitals > 1, capitals == letters { shape.insert(.allCapitals) }
    if capitals == letters { shape.remove(.mixedCase) }
    append(
      id == -2 ? .opaque : .word, shape, max(id, 0), from: start,
      continuations: startContinuations, tokens: &tokens)
    if id > 0 {
      tokens[tokens.count - 1].lemma = lexicon.lemma(id)
      tokens[tokens.count - 1].classes = lexicon.classes(id)
      if tokens[tokens.count - 2].word == id { tokens[tokens.count - 1].shape.insert(.echo) }
    }
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
  private mutating func scanOpaque(tokens: inout [Token]) {
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

  // MARK: Numbers, marks, symbols

  private mutating func scanNumber(tokens: inout [Token]) {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      let isInner =
        (byte == 0x2E || byte == 0x2C || byte == 0x3A || byte == 0x2F || byte == 0x2D)
        && at + 1 < bytes.count && Self.isDigit(bytes[at + 1])
      guard Self.isDigit(byte) || Self.isLetter(byte) || byte == 0x25 || isInner else { break }
      at &+= 1
    }
    append(.number, [], 0, from: start, continuations: continuations, tokens: &tokens)
    tokens[tokens.count - 1].classes = .number
  }

  private mutating func scanMark(_ byte: UInt8, tokens: inout [Token]) {
    if byte == 0x60 { return scanCode(tokens: &tokens) }
    if byte == 0x40 || byte == 0x23, isLetter(at: at + 1) { return scanOpaque(tokens: &tokens) }
    let start = at
    while at < bytes.count, bytes[at] == byte { at &+= 1 }
    let isRepeated = at > start + 1
    if isRepeated { tokens[tokens.count - 1].shape.insert(.beforeRepeated) }
    let mark: Mark = isRepeated && byte == 0x2E ? .ellipsis : Mark.of(byte)
    append(
      .mark, isRepeated ? .repeated : [], mark.word, from: start, continuations: continuations,
      tokens: &tokens)
    if mark.endsSentence, !isAbbreviationPoint(tokens) {
      atSentenceStart = true
    } else if !mark.endsSentence, mark == .comma || mark == .semicolon || mark == .colon, !gap {
      // "etc., and": the sentence goes on.
      atSentenceStart = false
    }
  }

  /// Whether the full stop just read belongs to an abbreviation or an initial.
  private func isAbbreviationPoint(_ tokens: [Token]) -> Bool {
    guard tokens.count >= 2, bytes[at - 1] == 0x2E,
      tokens[tokens.count - 1].shape.isDisjoint(with: .repeated)
    else { return false }
    let previous = tokens[tokens.count - 2]
    guard previous.kind == .word, tokens[tokens.count - 1].shape.contains(.joined) else {
      return false
    }
    if previous.shape.contains(.abbreviation) { return true }
    if previous.end - previous.start == 1, previous.shape.contains(.capitalised),
      bytes[Int(previous.start)] != UInt8(ascii: "I")
    {
      return true
    }
    guard previous.end - previous.start <= 4 else { return false }
    return Self.abbreviations.contains(
      String(decoding: bytes[Int(previous.start)..<Int(previous.end)], as: UTF8.self).lowercased())
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "jr", "sr", "inc", "ltd", "eg", "ie",
    "fig", "approx",
  ]

  private mutating func scanCode(tokens: inout [Token]) {
    let start = at
    let startContinuations = continuations
    var fence = 0
    while at < bytes.count, bytes[at] == 0x60 {
      at += 1
      fence += 1
    }
    var run = 0
    var probe = at
    while probe < bytes.count, run < fence {
      run = bytes[probe] == 0x60 ? run + 1 : 0
      probe += 1
    }
    if run == fence { while at < probe { skipScalar() } }
    append(.opaque, [], 0, from: start, continuations: startContinuations, tokens: &tokens)
  }

  private mutating func scanSymbol(_ scalar: Unicode.Scalar, tokens: inout [Token]) {
    let start = at
    let startContinuations = continuations
    skipScalar()
    if let mark = Mark.of(scalar) {
      append(
        .mark, [], mark.word, from: start, continuations: startContinuations, tokens: &tokens)
      if mark.endsSentence { atSentenceStart = true }
      return
    }
    // An emoji and all that is joined to it: skin tones, variation selectors, joiners, flags.
    while at < bytes.count, bytes[at] >= 0x80 {
      let (next, _) = self.scalar(at: at)
      guard !next.properties.isAlphabetic, !next.properties.isWhitespace, Mark.of(next) == nil
      else { break }
      skipScalar()
    }
    append(.symbol, [], 0, from: start, continuations: startContinuations, tokens: &tokens)
  }

  // MARK: Sentences

  /// A line break ends a sentence where the line before has a mark at its end, or where it is
  /// blank or a capital or a list mark follows.
  private mutating func endLine(tokens: inout [Token]) {
    let isBreak = lineBreaks > 1 || !(0x61...0x7A).contains(bytes[at])
    lineBreaks = 0
    guard isBreak, let last = tokens.last, last.kind != .boundary else { return }
    tokens.append(boundary())
    atSentenceStart = true
  }

  private func boundary() -> Token {
    Token(
      kind: .boundary, shape: [], word: 0, lemma: 0, classes: [], start: Int32(at), end: Int32(at),
      scalarStart: Int32(at - continuations), scalarEnd: Int32(at - continuations))
  }

  private mutating func append(
    _ kind: Token.Kind, _ shape: Token.Shape, _ word: WordID, from start: Int,
    continuations before: Int, tokens: inout [Token]
  ) {
    var shape = shape
    if !gap { shape.insert(.joined) }
    if kind == .word || kind == .number || kind == .opaque, atSentenceStart {
      shape.insert(.sentenceStart)
      atSentenceStart = false
    }
    tokens.append(
      Token(
        kind: kind, shape: shape, word: word, lemma: word, classes: [], start: Int32(start),
        end: Int32(at),
        scalarStart: Int32(start - before), scalarEnd: Int32(at - continuations)))
    gap = false
  }

  // MARK: Characters

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private func isLetter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] < 0x80 { return Self.isLetter(bytes[index]) }
    return scalar(at: index).0.properties.isAlphabetic
  }

  private mutating func skipScalar() {
    let width = bytes[at] < 0x80 ? 1 : scalar(at: at).1
    at &+= width
    continuations &+= width - 1
  }

  /// The scalar at a byte of valid UTF-8, and how many bytes it takes.
  private func scalar(at index: Int) -> (Unicode.Scalar, Int) {
    let lead = bytes[index]
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + width <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(width == 1 ? lead : lead & (0xFF >> UInt8(width + 1)))
    for offset in 1..<max(width, 1) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// Letters, the marks that combine with them and the joiners that some scripts write in words.
  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isAlphabetic || scalar.value == 0x200C || scalar.value == 0x200D { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return !properties.isVariationSelector
    default: return false
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x250 || (0x300..<0x370).contains(scalar.value)
      || (0x1E00..<0x1F00).contains(scalar.value)
  }
}

/// The lower-cased bytes of the word that is being read, and their hash.
private struct LoweredWord {
  let bytes: UnsafeMutableBufferPointer<UInt8>
  var hash = Lexicon.hashSeed
  /// May go beyond the buffer: such a word is no word.
  var length = 0

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    hash = Lexicon.hash(hash, byte)
    if length < bytes.count { bytes[length] = byte }
    length &+= 1
  }
}
