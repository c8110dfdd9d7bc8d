import CoachLanguage

/// The sentence of a text that holds its gravest sure error, said the right way.
struct Recast {
  /// A sentence of more words is not said again: the words that change are.
  private static let mostWords = 12

  /// The corrected sentence; nil where rules may have missed something in it. To say a sentence again
  /// is to vouch for all of it.
  let sentence: String?
  /// The words that change, as they are and as they should be.
  let changes: [(wrong: String, right: String)]
  /// Why, where the rule says it in few words.
  private let reason: String?

  /// Nil where no error is sure.
  init?(of reading: TurnReading, analyzer: TextAnalyzer) {
    let errors = reading.analysis.findings.filter(Self.isError)
    let sure = errors.filter { $0.replacement != nil }
    guard let gravest = sure.max(by: { $0.severity < $1.severity }) else { return nil }
    let scalars = Array(reading.text.unicodeScalars)
    let bounds = Self.sentence(around: gravest.span, in: scalars)
    var fixed = String.UnicodeScalarView()
    var at = bounds.lowerBound
    var changes: [(wrong: String, right: String)] = []
    for finding in sure where bounds.contains(finding.span.lowerBound) {
      guard let replacement = finding.replacement, finding.span.lowerBound >= at,
        finding.span.upperBound <= bounds.upperBound
      else { continue }
      fixed.append(contentsOf: scalars[at..<finding.span.lowerBound])
      fixed.append(contentsOf: replacement.unicodeScalars)
      changes.append((Self.text(scalars[finding.span]), replacement))
      at = finding.span.upperBound
    }
    fixed.append(contentsOf: scalars[at..<bounds.upperBound])
    guard !changes.isEmpty else { return nil }
    let found = errors.count { bounds.contains($0.span.lowerBound) }
    let whole = Self.text(fixed)
    let isWhole =
      found == 1 && Self.isSimple(whole)
      && !analyzer.analyze(whole).findings.contains(where: Self.isError)
    sentence = isWhole ? whole : nil
    self.changes = changes
    let isBrief = changes.count == 1 && gravest.message.count <= 110
    reason = isBrief && gravest.key.hasPrefix("grammar.") ? gravest.message : nil
  }

  /// Whether a sentence has few words and a single clause: in a second one rules see too little. The
  /// tense that goes with `since` or `for` is beyond them too.
  private static func isSimple(_ sentence: String) -> Bool {
    let words = Words.of(sentence)
    return words.count <= mostWords && !words.contains(where: joints.contains)
      && !sentence.contains { ",:;\u{2014}\"\u{201C}(".contains($0) }
  }

  /// Words that join clauses.
  private static let joints: Set<Substring> = [
    "and", "but", "or", "so", "because", "that", "which", "who", "whose", "if", "when", "while",
    "where", "what", "how", "why", "although", "though", "before", "after", "until", "unless",
    "than", "since", "for",
  ]

  /// Ways to say it, with the reason or without.
  func sentences(withReason: Bool) -> [String] {
    let ways: [String]
    if let sentence {
      let quoted = "\u{201C}\(sentence)\u{201D}"
      let end = ".!?\u{2026}".contains(sentence.last ?? " ") ? "" : "."
      ways = ["I'd say: ", "That reads better as ", "A small fix: "].map { $0 + quoted + end }
    } else {
      let words = changes.prefix(3).map { change in
        change.wrong.allSatisfy(\.isWhitespace) || change.right.isEmpty
          ? "\u{201C}\(change.wrong)\u{201D} can go"
          : "\u{201C}\(change.right)\u{201D} instead of \u{201C}\(change.wrong)\u{201D}"
      }
      ways = ["A small fix: ", "I'd write "].map { $0 + words.joined(separator: ", ") + "." }
    }
    guard withReason, let reason else { return ways }
    return ways.map { "\($0) \(reason)" }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Whether a finding is an error, and no matter of style.
  static func isError(_ finding: Finding) -> Bool {
    finding.key.hasPrefix("grammar.") || finding.key.hasPrefix("spelling.")
  }

  /// From the first letter of the sentence to behind its full stop.
  private static func sentence(around span: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
    var start = span.lowerBound
    while start > 0, !isEnd(text, start - 1) { start -= 1 }
    while start < span.lowerBound, text[start].properties.isWhitespace { start += 1 }
    var end = max(span.upperBound, start)
    if end > span.lowerBound, end > 0, isEnd(text, end - 1) { return start..<end }
    while end < text.count, !isEnd(text, end) { end += 1 }
    if end < text.count, text[end] != "\n", text[end] != "\r" { end += 1 }
    while end > span.upperBound, text[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }

  /// A full stop counts where white space or the end follows: not in `3.5` or `example.com`.
  private static func isEnd(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    switch text[index] {
    case "\n", "\r": true
    case ".", "!", "?": index + 1 >= text.count || text[index + 1].properties.isWhitespace
    default: false
    }
  }
}
