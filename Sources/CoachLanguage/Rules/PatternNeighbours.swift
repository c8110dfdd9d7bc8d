/// What the tokens around the anchor of a pattern have to be, told in so few bits that most patterns
/// are ruled out without being tried.
struct PatternNeighbours: Sendable {
  /// What one neighbour has to have: one of some words, or of some classes.
  struct Side: Sendable {
    private(set) var words: UInt64 = 0
    private(set) var classes: UInt64 = 0
    /// 1 where any token will do.
    private(set) var isFree: UInt64 = 1

    /// Whether the token may stand there: no is certain.
    @inline(__always)
    func admits(_ token: Token) -> Bool {
      words & token.sketch | classes & token.classes.rawValue | isFree != 0
    }

    static let any = Side()

    private init() {}

    /// - Parameter elements: those of one side, the nearest to the anchor first.
    init(_ elements: some Sequence<Pattern.Element>) {
      for element in elements where element.kind != .not {
        guard element.kind == .token, !element.isAnyWord, !element.isOrEnd else { return }
        for word in element.words + element.lemmas { words |= WordSketch.bit(word) }
        classes |= element.any.rawValue
        if !element.isOptional {
          isFree = 0
          return
        }
      }
    }
  }

  var before = Side.any
  var after = Side.any
  /// Whether the anchor is the first word of a sentence.
  var opensSentence = false

  /// Of a rule that is no pattern nothing is known.
  init() {}

  init(_ pattern: Pattern) {
    let anchor = pattern.elements[pattern.anchor]
    guard anchor.kind == .token, !anchor.isOptional else { return }
    let ahead = pattern.elements[..<pattern.anchor].reversed()
    before = Side(ahead)
    after = Side(pattern.elements[(pattern.anchor + 1)...])
    opensSentence = ahead.first { $0.kind != .not }?.kind == .start
  }
}
