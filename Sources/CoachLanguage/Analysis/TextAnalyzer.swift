/// Finds errors and faults of style in texts.
///
/// An analyzer keeps the words that it has met and the dictionary's answers, so it is quickest when
/// one is used for many texts. It is not shared between threads: make one for each.
public final class TextAnalyzer {
  /// Nil until the first text: a tool that analyses none starts without the tables.
  private var lexicon: Lexicon?
  private var spelling: SpellingCheck
  private var tokens: [Token] = []
  private let measuresScores: Bool

  /// - Parameters:
  ///   - speller: the dictionary; nil where there is none, then spelling is not checked.
  ///   - suggestions: whether the dictionary is asked what a misspelled word was meant to be. It
  ///     takes milliseconds for a word; without it only everyday words are suggested.
  ///   - scores: whether scores will be asked for. Who wants findings only saves the time that it
  ///     takes to weigh the order of the words; scores for grammar then stand on findings alone.
  public init(
    speller: (any Speller)? = HunspellSpeller.system(), suggestions: Bool = true,
    scores: Bool = true
  ) {
    measuresScores = scores
    spelling = SpellingCheck(speller: speller, asksForSuggestions: suggestions)
  }

  /// Whether there is no dictionary, so that spelling is not checked.
  public var isDictionaryMissing: Bool { spelling.speller == nil }

  /// What can be said of a text.
  public func analyze(_ text: String) -> TextAnalysis {
    let written = text
    var text = text
    // Both are worked on as locals, so that no access to them has to be tracked.
    let index = RuleIndex.shared
    var lexicon = self.lexicon ?? index.lexicon
    var tokens: [Token] = []
    self.lexicon = nil
    swap(&tokens, &self.tokens)
    defer {
      self.lexicon = lexicon
      swap(&tokens, &self.tokens)
    }
    lexicon.trim()
    return text.withUTF8 { bytes in
      Tokenizer.tokenize(bytes, lexicon: &lexicon, into: &tokens)
      var matches: [RuleMatch] = []
      var strengths: [RuleMatch] = []
      let measures = tokens.withUnsafeMutableBufferPointer { tokens in
        withUnsafePointer(to: &lexicon) { lexicon in
          let passage = Passage(tokens: tokens, bytes: bytes, lexicon: lexicon)
          Tagger.tag(passage)
          for place in 1..<max(passage.count - 1, 1) {
            index.matches(passage, at: place) { rule, match in
              let found = RuleMatch(rule: rule, match: match)
              if rule < RuleTable.all.count {
                matches.append(found)
              } else {
                strengths.append(found)
              }
            }
          }
          return TextMeasures(passage, forScores: measuresScores)
        }
      }
      spelling.check(tokens, bytes: bytes, lexicon: &lexicon, into: &matches)
      return tokens.withUnsafeMutableBufferPointer { tokens in
        withUnsafePointer(to: &lexicon) { lexicon in
          let passage = Passage(tokens: tokens, bytes: bytes, lexicon: lexicon)
          let findings = RuleMatch.findings(matches, passage: passage)
          return TextAnalysis(
            text: written, findings: findings, measures: measures,
            strengths: StrengthTable.strengths(
              strengths, passage: passage, findings: findings, measures: measures))
        }
      }
    }
  }
}
