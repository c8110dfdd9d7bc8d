/// Asks a dictionary about the words that the lexicon does not know, and remembers the answers.
struct SpellingCheck {
  let speller: (any Speller)?
  private let asksForSuggestions: Bool
  /// What misspelled words were probably meant to be, by the word.
  private var corrections: [WordID: Correction] = [:]
  private var lexiconSize = 0

  init(speller: (any Speller)?, asksForSuggestions: Bool) {
    self.speller = speller
    self.asksForSuggestions = asksForSuggestions
  }

  /// Adds a match for each misspelled word.
  mutating func check(
    _ tokens: UnsafeMutableBufferPointer<Token>, bytes: UnsafeBufferPointer<UInt8>,
    lexicon: inout Lexicon,
    into matches: inout [RuleMatch]
  ) {
    guard speller != nil else { return }
    // The numbers of words met are void once the lexicon was trimmed.
    if lexicon.count < lexiconSize || corrections.count > 8_192 { corrections = [:] }
    lexiconSize = lexicon.count
    for place in tokens.indices where tokens[place].shape.contains(.doubtful) {
      let token = tokens[place]
      switch lexicon.spelling(token.word) {
      case .right: continue
      case .unasked: lexicon.setSpelling(ask(token.word, lexicon: lexicon), of: token.word)
      case .wrong, .name: break
      }
      let verdict = lexicon.spelling(token.word)
      guard verdict != .right, isWriting(token, place: place, tokens: tokens) else { continue }
      if let match = match(verdict, token, place: place, bytes: bytes, lexicon: lexicon) {
        matches.append(match)
      }
    }
  }

  /// Whether a word is written as ordinary words are: no name, no acronym, no code.
  private func isWriting(_ token: Token, place: Int, tokens: UnsafeMutableBufferPointer<Token>)
    -> Bool
  {
    let shape = token.shape
    if shape.has([.foreign, .mixedCase, .allCapitals, .abbreviation]) { return false }
    if shape.contains(.capitalised), !shape.contains(.sentenceStart) { return false }
    guard token.scalarEnd - token.scalarStart > 1 else { return false }
    // "snake/case", "file-name", "word1": what is glued to marks is no prose.
    if shape.contains(.joined), tokens[place - 1].kind == .mark,
      tokens[place - 1].shape.contains(.joined),
      tokens[place - 1].word == Mark.other.word || tokens[place - 1].word == Mark.slash.word
    {
      return false
    }
    return true
  }

  private mutating func match(
    _ verdict: Lexicon.Spelling, _ token: Token, place: Int, bytes: UnsafeBufferPointer<UInt8>,
    lexicon: Lexicon
  ) -> RuleMatch? {
    if verdict == .name {
      guard !token.shape.contains(.capitalised) else { return nil }
      return RuleMatch(
        rule: RuleTable.nameCapital,
        match: Match(
          place, through: place,
          fix: Self.capitalised(bytes[Int(token.start)..<Int(token.end)]), sure: true))
    }
    let correction = correction(of: token.word, lexicon: lexicon)
    if token.shape.contains(.capitalised) {
      // At the beginning of a sentence it may be a name, unless it is nearly an everyday word.
      guard correction.isEveryday else { return nil }
    }
    return RuleMatch(
      rule: correction.isSplit ? RuleTable.runTogether : RuleTable.unknownWord,
      match: Match(place, through: place, fix: correction.text, sure: correction.isSure))
  }

  private static func capitalised(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let written = String(decoding: word, as: UTF8.self)
    return written.prefix(1).uppercased() + written.dropFirst()
  }

  private mutating func correction(of word: WordID, lexicon: Lexicon) -> Correction {
    if let known = corrections[word] { return known }
    let text = lexicon.text(word)
    var correction = Correction.near(text, lexicon: lexicon)
    if correction.text == nil, asksForSuggestions {
      correction.text = speller?.suggestions(for: text).first
    }
    corrections[word] = correction
    return correction
  }

  /// The dictionary's verdict on a lower-cased word.
  private func ask(_ word: WordID, lexicon: Lexicon) -> Lexicon.Spelling {
    guard let speller else { return .right }
    var text = lexicon.text(word)
    if text.hasSuffix("'s") { text.removeLast(2) }
    let parts = text.split(separator: "-").filter { $0.utf8.count > 3 || !text.contains("-") }
    var verdict = Lexicon.Spelling.right
    for part in parts.map(String.init) {
      if lexicon.spelling(lexicon.find(part)) == .right, lexicon.find(part) != 0 { continue }
      // "café", "naïve", "Zürich": the dictionary writes them without accents, or not at all.
      if part.utf8.contains(where: { $0 >= 0x80 }) { continue }
      if speller.isKnown(part) || BritishSpelling.isKnown(part, speller: speller) { continue }
      let capital = part.prefix(1).uppercased() + part.dropFirst()
      if parts.count == 1, speller.isKnown(capital) || speller.isKnown(part.uppercased()) {
        verdict = .name
      } else if isRepeatedLaugh(part) {
        continue
      } else {
        return .wrong
      }
    }
    return verdict
  }

  /// "hahaha", "soooo", "mmmm": letters drawn out in play.
  private func isRepeatedLaugh(_ word: String) -> Bool {
    let letters = Array(word.utf8)
    if Set(letters).count <= 2, letters.count >= 3 { return true }
    return zip(zip(letters, letters.dropFirst()), letters.dropFirst(2))
      .contains { $0.0 == $0.1 && $0.1 == $1 }
  }
}

extension Token.Shape {
  /// Whether it has any of these.
  func has(_ shapes: Token.Shape) -> Bool { !isDisjoint(with: shapes) }
}
