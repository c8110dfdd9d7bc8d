/// Cuts a text into tokens in one pass over its UTF-8, and numbers its words.
///
/// The tokens begin and end with a boundary, and there is one where a line break ends a sentence
/// that has no mark, so that no rule looks from one sentence into the next.
struct Tokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  /// UTF-8 continuation bytes before `at`: the difference of byte and scalar offsets.
  var continuations = 0
  private var gap = true
  private var lineBreaks = 0
  private var atSentenceStart = true

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Puts the tokens of `bytes` in place of what `tokens` held.
  static func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, lexicon: inout Lexicon, into tokens: inout TokenBuffer
  ) {
    tokens.reset()
    var tokenizer = Tokenizer(bytes)
    tokenizer.run(lexicon: &lexicon, tokens: &tokens)
  }

  private mutating func run(lexicon: inout Lexicon, tokens: inout TokenBuffer) {
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

  private mutating func scanToken(_ byte: UInt8, lexicon: inout Lexicon, tokens: inout TokenBuffer)
  {
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

  // MARK: Numbers, marks, symbols

  private mutating func scanNumber(tokens: inout TokenBuffer) {
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
    tokens.setLastClasses(.number)
  }

  private mutating func scanMark(_ byte: UInt8, tokens: inout TokenBuffer) {
    if byte == 0x60 { return scanCode(tokens: &tokens) }
    if byte == 0x40 || byte == 0x23, isLetter(at: at + 1) { return scanOpaque(tokens: &tokens) }
    let start = at
    while at < bytes.count, bytes[at] == byte { at &+= 1 }
    let isRepeated = at > start + 1
    if isRepeated { tokens.mark(.beforeRepeated) }
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
  private func isAbbreviationPoint(_ tokens: borrowing TokenBuffer) -> Bool {
    guard tokens.has(back: 1), bytes[at - 1] == 0x2E,
      tokens[back: 0].shape.isDisjoint(with: .repeated)
    else { return false }
    let previous = tokens[back: 1]
    guard previous.kind == .word, tokens[back: 0].shape.contains(.joined) else {
      return false
    }
    if previous.shape.contains(.abbreviation) { return true }
    if previous.end - previous.start == 1, previous.shape.contains(.capitalised),
      bytes[Int(previous.start)] != UInt8(ascii: "I")
    {
      return true
    }
    return previous.length <= 4 && Self.abbreviations.contains(previous.key)
  }

  /// Abbreviations whose full stop ends no sentence, by their letters.
  private static let abbreviations: [UInt64] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "jr", "sr", "inc", "ltd", "eg", "ie", "fig",
  ].map { (word: StaticString) in WordLetters.packed(word.utf8Start, word.utf8CodeUnitCount) }

  private mutating func scanCode(tokens: inout TokenBuffer) {
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

  private mutating func scanSymbol(_ scalar: Unicode.Scalar, tokens: inout TokenBuffer) {
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
  private mutating func endLine(tokens: inout TokenBuffer) {
    let isBreak = lineBreaks > 1 || !(0x61...0x7A).contains(bytes[at])
    lineBreaks = 0
    guard isBreak, tokens[back: 0].kind != .boundary else { return }
    tokens.append(boundary())
    atSentenceStart = true
  }

  private func boundary() -> Token {
    Token(
      kind: .boundary, shape: [], word: 0, lemma: 0, classes: [], start: Int32(at), end: Int32(at),
      scalarStart: Int32(at - continuations), scalarEnd: Int32(at - continuations))
  }

  mutating func append(
    _ kind: Token.Kind, _ shape: Token.Shape, _ word: WordID, from start: Int,
    continuations before: Int, tokens: inout TokenBuffer
  ) {
    append(
      Token(
        kind: kind, shape: shape, word: word, lemma: word, classes: [],
        sketch: word == 0 ? 0 : WordSketch.bit(word), start: Int32(start), end: Int32(at),
        scalarStart: Int32(start - before), scalarEnd: Int32(at - continuations)),
      to: &tokens)
  }

  /// Adds a token that ends where the reading is; what stands before it is added to its shape.
  @inline(__always)
  mutating func append(_ token: Token, to tokens: inout TokenBuffer) {
    var token = token
    if !gap { token.shape.formUnion(.joined) }
    if atSentenceStart, token.kind == .word || token.kind == .number || token.kind == .opaque {
      token.shape.formUnion(.sentenceStart)
      atSentenceStart = false
    }
    tokens.append(token)
    gap = false
  }

  // MARK: Characters

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  func isLetter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] < 0x80 { return Self.isLetter(bytes[index]) }
    return scalar(at: index).0.properties.isAlphabetic
  }

  mutating func skipScalar() {
    let width = bytes[at] < 0x80 ? 1 : scalar(at: at).1
    at &+= width
    continuations &+= width - 1
  }

  /// The scalar at a byte of valid UTF-8, and how many bytes it takes.
  func scalar(at index: Int) -> (Unicode.Scalar, Int) {
    let lead = bytes[index]
    let width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + width <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(width == 1 ? lead : lead & (0xFF >> UInt8(width + 1)))
    for offset in 1..<max(width, 1) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// Letters, the marks that combine with them and the joiners that some scripts write in words.
  static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isAlphabetic || scalar.value == 0x200C || scalar.value == 0x200D { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return !properties.isVariationSelector
    default: return false
    }
  }

  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x250 || (0x300..<0x370).contains(scalar.value)
      || (0x1E00..<0x1F00).contains(scalar.value)
  }
}
