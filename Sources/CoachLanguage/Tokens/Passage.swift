/// The tokens of one text, as rules look at them.
///
/// It borrows the analyzer's storage: it is good only while the text is being analysed.
struct Passage {
  let tokens: UnsafeMutableBufferPointer<Token>
  let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: UnsafePointer<Lexicon>

  init(
    tokens: UnsafeMutableBufferPointer<Token>, bytes: UnsafeBufferPointer<UInt8>,
    lexicon: UnsafePointer<Lexicon>
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.lexicon = lexicon
  }

  var count: Int { tokens.count }

  /// The token at an index; a boundary beyond the ends.
  @inline(__always)
  subscript(index: Int) -> Token {
    if index >= 0, index < tokens.count { return tokens[index] }
    return tokens[0]
  }

  /// The classes that a token can have where it stands.
  @inline(__always)
  func has(_ index: Int, _ classes: WordClass) -> Bool { self[index].classes.has(classes) }

  /// The token as it is written.
  func text(_ index: Int) -> String {
    let token = self[index]
    return String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// The first apostrophe that the writer uses in these tokens; nil where they have none.
  func apostrophe(in places: Range<Int>) -> Unicode.Scalar? {
    for place in places where self[place].shape.contains(.apostrophe) {
      for scalar in text(place).unicodeScalars where Mark.of(scalar) == .apostrophe {
        return scalar
      }
    }
    return nil
  }

  /// The text from the first token to the last one.
  func text(_ first: Int, through last: Int) -> String {
    String(decoding: bytes[Int(self[first].start)..<Int(self[last].end)], as: UTF8.self)
  }

  /// A form of a token's word, made from its base; nil where it has none.
  func form(_ form: Form, of index: Int) -> String? {
    let lemma = self[index].lemma
    // A noun that is the form of a verb ("building") has a plural of its own.
    if form == .plural, has(index, .noun) { return form.make(of: text(index).lowercased()) }
    return lemma > 0 ? form.make(of: lexicon.pointee.text(lemma)) : nil
  }

  /// The lower-cased UTF-8 of a token's word.
  func letters(_ index: Int) -> ArraySlice<UInt8> { lexicon.pointee.letters(self[index].word) }

  /// Whether a token is this word, letter case aside.
  @inline(__always)
  func token(_ index: Int, is word: StaticString) -> Bool { self[index].is(word, in: lexicon) }

  /// Whether a token is one of these words, letter case aside.
  func token(_ index: Int, isAny words: [StaticString]) -> Bool {
    let token = self[index]
    guard token.length > 0 else { return false }
    return words.withUnsafeBufferPointer { words in
      for word in words where token.is(word, in: lexicon) { return true }
      return false
    }
  }

  /// Whether the base form of a token's word is one of these.
  func lemma(_ index: Int, isAny words: [StaticString]) -> Bool {
    let token = self[index]
    guard token.lemma > 0 else { return false }
    var base = token
    base.word = token.lemma
    base.key = lexicon.pointee.key(token.lemma)
    base.length = UInt8(truncatingIfNeeded: lexicon.pointee.length(token.lemma))
    for word in words where base.is(word, in: lexicon) { return true }
    return false
  }

  func ends(_ index: Int, in ending: StaticString) -> Bool {
    let token = self[index]
    let length = ending.utf8CodeUnitCount
    guard Int(token.end - token.start) >= length else { return false }
    return ending.withUTF8Buffer { letters in
      zip(letters, bytes[Int(token.end) - length..<Int(token.end)]).allSatisfy { $0 == $1 | 0x20 }
    }
  }

  /// Whether a vowel sound begins the word, as far as its letters tell; nil where they do not.
  func beginsWithVowel(_ index: Int) -> Bool? {
    let token = self[index]
    guard token.length > 0, token.shape.isDisjoint(with: .nonASCII) else {
      return VowelSound.begins(text(index))
    }
    return VowelSound.begins(
      key: token.key, count: Int(token.length), isSpelledOut: token.shape.contains(.allCapitals))
  }

  /// Whether a token is a mark that ends a sentence, or a boundary.
  func isEnd(_ index: Int) -> Bool {
    let token = self[index]
    if token.kind == .boundary { return true }
    return token.kind == .mark && Mark.endsSentence(token.word)
  }

  func isMark(_ index: Int, _ mark: Mark) -> Bool {
    let token = self[index]
    return token.kind == .mark && token.word == mark.word
  }

  /// Whether a token is a mark of any kind, a boundary or a symbol.
  func isBreak(_ index: Int) -> Bool {
    switch self[index].kind {
    case .boundary, .mark, .symbol: true
    default: false
    }
  }
}

extension Token {
  /// Whether it is this word, letter case aside.
  @inline(__always)
  fileprivate func `is`(_ word: StaticString, in lexicon: UnsafePointer<Lexicon>) -> Bool {
    let count = word.utf8CodeUnitCount
    return Int(length) == count && key == WordLetters.packed(word.utf8Start, count)
      && (count <= WordLetters.width || lexicon.pointee.goesOn(self.word, word.utf8Start, count))
  }
}
