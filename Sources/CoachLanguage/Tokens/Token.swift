/// A word, number, mark or other unit of a text.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case word, number, mark, symbol
    /// A URL, an address, code: what rules and spelling leave alone.
    case opaque
    /// No characters: where a sentence ends without a mark.
    case boundary
  }

  /// How a token is written.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt16
    /// No blank before it.
    static let joined = Shape(rawValue: 1 << 0)
    static let capitalised = Shape(rawValue: 1 << 1)
    /// Two or more letters, all capitals.
    static let allCapitals = Shape(rawValue: 1 << 2)
    /// A capital after a small letter: iPhone.
    static let mixedCase = Shape(rawValue: 1 << 3)
    static let hyphenated = Shape(rawValue: 1 << 4)
    static let apostrophe = Shape(rawValue: 1 << 5)
    /// Letters that are not of the Latin script.
    static let foreign = Shape(rawValue: 1 << 6)
    static let sentenceStart = Shape(rawValue: 1 << 7)
    /// A mark written twice or more: "!!".
    static let repeated = Shape(rawValue: 1 << 8)
    /// A full stop inside: "e.g".
    static let abbreviation = Shape(rawValue: 1 << 9)
    static let nonASCII = Shape(rawValue: 1 << 10)
    /// The same word as the token before it.
    static let echo = Shape(rawValue: 1 << 11)
    /// A mark written twice or more follows.
    static let beforeRepeated = Shape(rawValue: 1 << 12)
    /// Not known to be spelled right.
    static let doubtful = Shape(rawValue: 1 << 13)
  }

  var kind: Kind
  /// How many bytes the lower-cased word has, its apostrophe being straight; 0 where it is no word.
  var length: UInt8 = 0
  var shape: Shape
  /// The lower-cased word, or the mark, in the lexicon.
  var word: WordID
  var lemma: WordID
  /// What the token can be where it stands.
  var classes: WordClass
  /// The first letters of the lower-cased word, as ``WordLetters`` packs them.
  var key: UInt64 = 0
  /// The bits of the word (or mark) and of its lemma in a ``WordSketch``.
  var sketch: UInt64 = 0
  /// UTF-8 offsets, half open.
  var start: Int32
  var end: Int32
  /// Offsets in Unicode scalars, half open.
  var scalarStart: Int32
  var scalarEnd: Int32

  var isWord: Bool { kind == .word }
}
