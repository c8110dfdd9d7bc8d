import CoachJSONL

/// Finds the words that a model quotes in the learner's turns: an error whose words are not there
/// is not an error of the learner.
struct QuotePlaces {
  /// A turn's text as it is compared: each scalar folded, with its place in the text.
  private struct Text {
    var folded: [Unicode.Scalar] = []
    /// The place of each folded scalar in the text, in scalars; one more for the end.
    var places: [Int] = []

    init(_ text: String) {
      var isSpace = false
      for (place, scalar) in text.unicodeScalars.enumerated() {
        // A run of white space is one space: models do not keep line breaks.
        if scalar.properties.isWhitespace {
          if !isSpace, !folded.isEmpty { append(" ", place) }
          isSpace = true
        } else {
          isSpace = false
          append(QuotePlaces.fold(scalar), place)
        }
      }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ place: Int) {
      folded.append(scalar)
      places.append(place)
    }

    /// The first place of the words from `start` on; nil where they are not there.
    func range(of quote: [Unicode.Scalar], from start: Int) -> Range<Int>? {
      guard !quote.isEmpty, folded.count - start >= quote.count else { return nil }
      for at in start...(folded.count - quote.count)
      where folded[at] == quote[0] && isWhole(at..<at + quote.count) {
        if folded[at..<at + quote.count].elementsEqual(quote) { return at..<at + quote.count }
      }
      return nil
    }

    /// Whether no word is cut: "is" is not quoted from "this".
    private func isWhole(_ range: Range<Int>) -> Bool {
      let joins = { (left: Unicode.Scalar, right: Unicode.Scalar) in
        left.properties.isAlphabetic && right.properties.isAlphabetic
      }
      if range.lowerBound > 0, joins(folded[range.lowerBound - 1], folded[range.lowerBound]) {
        return false
      }
      return range.upperBound == folded.count
        || !joins(folded[range.upperBound - 1], folded[range.upperBound])
    }

    func span(_ range: Range<Int>) -> LanguageError.Span {
      LanguageError.Span(start: places[range.lowerBound], end: places[range.upperBound - 1] + 1)
    }
  }

  private let texts: [Text]
  /// Where to look on for a quote that has been found before: the model means the next one.
  private var searched: [Quote: Int] = [:]

  private struct Quote: Hashable {
    let turn: Int
    let words: [Unicode.Scalar]
  }

  init(_ texts: [String]) { self.texts = texts.map(Text.init) }

  /// The turn and the place of a quote: in the turn that the model names, else in the one turn that
  /// has it; nil where it is in none, or nobody can say in which.
  mutating func find(_ quote: String, turn: Int) -> (turn: Int, span: LanguageError.Span)? {
    let words = Self.trimmed(Text(quote).folded) { $0 == " " }
    // The quotation marks may be the learner's; else they are the model's.
    return find(words, turn: turn)
      ?? find(Self.trimmed(words) { $0 == "\"" || $0 == " " || $0 == "…" }, turn: turn)
  }

  private mutating func find(
    _ words: [Unicode.Scalar], turn: Int
  ) -> (turn: Int, span: LanguageError.Span)? {
    if texts.indices.contains(turn), let span = span(of: words, in: turn) { return (turn, span) }
    let others = texts.indices.filter { texts[$0].range(of: words, from: 0) != nil }
    guard others.count == 1, let other = others.first else { return nil }
    return span(of: words, in: other).map { (other, $0) }
  }

  private mutating func span(of words: [Unicode.Scalar], in turn: Int) -> LanguageError.Span? {
    let quote = Quote(turn: turn, words: words)
    let text = texts[turn]
    // Quoted more often than it stands there: the first place again.
    guard
      let range = text.range(of: words, from: searched[quote] ?? 0)
        ?? text.range(of: words, from: 0)
    else { return nil }
    searched[quote] = range.upperBound
    return text.span(range)
  }

  /// Without what a model may have put around a quote.
  private static func trimmed(
    _ words: [Unicode.Scalar], _ isAround: (Unicode.Scalar) -> Bool
  ) -> [Unicode.Scalar] {
    Array(words.drop(while: isAround).reversed().drop(while: isAround).reversed())
  }

  /// Lower case; typographic quotation marks and dashes as a keyboard has them.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{02BC}", "`": return "'"
    case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}": return "\""
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}": return "-"
    default:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      // A mapping to several scalars would shift the places.
      guard lower.count == 1, let first = lower.first else { return scalar }
      return first
    }
  }
}
