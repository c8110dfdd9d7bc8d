import CoachLanguage

/// What rules see in a learner's words.
struct TurnReading {
  /// A longer text is read so far: a reply is about its beginning, and comes at once.
  static let mostCharacters = 6_000

  let text: String
  /// The text in small letters with plain apostrophes, for word tables.
  let words: [Substring]
  let analysis: TextAnalysis
  let cues: TurnCues
  /// Whether there are words that English rules can be asked about.
  let isReadable: Bool

  init(_ whole: String, analyzer: TextAnalyzer) {
    let text = whole.utf8.count <= Self.mostCharacters ? whole : String(whole.prefix(6_000))
    self.text = text
    analysis = analyzer.analyze(text)
    cues = TurnCues(userText: text)
    words = Words.of(text)
    let letters = text.unicodeScalars.lazy.filter(\.properties.isAlphabetic)
    let foreign = letters.lazy.filter { $0.value > 0x24F }.count
    isReadable = !words.isEmpty && foreign * 2 < letters.count
  }

  /// Whether the text is meant as a command that there is not: a slash and a word, no path.
  var isUnknownCommand: Bool {
    let line = text.drop(while: \.isWhitespace).prefix(64)
    guard line.first == "/" else { return false }
    let word = line.dropFirst().prefix { !$0.isWhitespace }
    return !word.isEmpty && word.allSatisfy(\.isLetter)
  }

  /// What the text does well in a place that can be shown and has no error: on this focus, or on any
  /// where it is nil.
  func strengths(on focusId: String?) -> [Strength] {
    let errors = analysis.findings.filter(Recast.isError)
    return analysis.strengths.filter { strength in
      guard let span = strength.span else { return false }
      return (focusId == nil || strength.focusId == focusId)
        && !errors.contains { $0.span.overlaps(span) }
    }
  }

  /// The words at a place of the text, where they are few.
  func quote(_ span: Range<Int>) -> String? {
    let scalars = text.unicodeScalars
    guard span.count <= 36, span.upperBound <= scalars.count else { return nil }
    return String(String.UnicodeScalarView(scalars.dropFirst(span.lowerBound).prefix(span.count)))
  }
}

/// The words of a text, for word tables.
enum Words {
  /// Small letters, plain apostrophes, nothing between the words.
  static func of(_ text: String) -> [Substring] {
    let plain = String(text.lowercased().map { $0 == "\u{2019}" ? "'" : $0 })
    return plain.split { !($0.isLetter || $0.isNumber || $0 == "'") }
  }

  /// Whether the words contain a phrase, word for word.
  static func contain(_ phrase: String, in words: [Substring]) -> Bool {
    let wanted = phrase.split(separator: " ")
    guard let first = wanted.first, words.count >= wanted.count else { return false }
    return words.indices.dropLast(wanted.count - 1).contains { start in
      words[start] == first && words[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
