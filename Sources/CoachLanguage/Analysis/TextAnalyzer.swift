/// Finds errors and faults of style in texts.
///
/// An analyzer keeps the words that it has met and the dictionary's answers, so it is quickest when
/// one is used for many texts. It is not shared between threads: make one for each.
public final class TextAnalyzer {
  /// Nil until the first text: a tool that analyses none starts without the tables.
  private var lexicon: Lexicon?
  private var spelling: SpellingCheck
  private var tokens = TokenBuffer()
  /// What words call up of the rules, and of the rules and the table of strengths.
  private var ruleCalls: RuleCalls?
  private var allCalls: RuleCalls?

  /// - Parameters:
  ///   - speller: the dictionary; nil where there is none, then spelling is not checked.
  ///   - suggestions: whether the dictionary is asked what a misspelled word was meant to be. It
  ///     takes milliseconds for a word; without it only everyday words are suggested.
  public init(speller: (any Speller)? = HunspellSpeller.system(), suggestions: Bool = true) {
    spelling = SpellingCheck(speller: speller, asksForSuggestions: suggestions)
  }

  /// Whether there is no dictionary, so that spelling is not checked.
  public var isDictionaryMissing: Bool { spelling.speller == nil }

  /// What can be said of a text.
  public func analyze(_ text: String) -> TextAnalysis {
    let index = RuleIndex.shared
    let rules = RuleTable.all.count
    var calls = allCalls.take() ?? RuleCalls(index, rules: rules + StrengthTable.rules.count)
    defer { allCalls = calls }
    return examine(text, by: &calls) { passage, found in
      let faults = found.filter { $0.rule < rules }
      // Looked for once: a text without any would be read through for every finding.
      let apostrophe = passage.apostrophe(in: 0..<passage.count) ?? "'"
      let findings = RuleMatch.standing(faults).map {
        faults[$0].finding(passage, apostrophe: apostrophe)
      }
      let measures = TextMeasures(passage)
      return TextAnalysis(
        text: text, findings: findings, measures: measures,
        strengths: StrengthTable.strengths(
          found.filter { $0.rule >= rules }, passage: passage, findings: findings,
          measures: measures))
    }
  }

  /// The faults of a text, in its order: those of ``analyze(_:)``, without what is said about them.
  ///
  /// It takes a fraction of the time.
  public func faults(in text: String) -> [Fault] {
    var calls = ruleCalls.take() ?? RuleCalls(RuleIndex.shared, rules: RuleTable.all.count)
    defer { ruleCalls = calls }
    return examine(text, by: &calls) { _, found in
      guard !found.isEmpty else { return [] }
      let standings = RuleTable.standings
      return RuleMatch.standing(found).map { standings[found[$0].rule].fault }
    }
  }

  /// Calls `body` with the tokens of a text and with what rules and the dictionary found in them.
  private func examine<Result>(
    _ text: String, by calls: inout RuleCalls, _ body: (Passage, [RuleMatch]) -> Result
  ) -> Result {
    // It is worked on as a local, so that no access to it has to be tracked.
    var lexicon = self.lexicon.take() ?? RuleIndex.shared.lexicon
    defer { self.lexicon = lexicon }
    if lexicon.trim() {
      ruleCalls?.forgetWords()
      allCalls?.forgetWords()
      calls.forgetWords()
    }
    var text = text
    return text.withUTF8 { bytes in
      Tokenizer.tokenize(bytes, lexicon: &lexicon, into: &tokens)
      let tokens = tokens.tokens
      var matches: [RuleMatch] = []
      withUnsafePointer(to: &lexicon) { lexicon in
        let passage = Passage(tokens: tokens, bytes: bytes, lexicon: lexicon)
        Tagger.tag(passage)
        calls.forEachMatch(in: passage, lexicon: lexicon.pointee) { rule, match in
          if matches.isEmpty { matches.reserveCapacity(8) }
          matches.append(RuleMatch(rule: rule, match: match))
        }
      }
      spelling.check(tokens, bytes: bytes, lexicon: &lexicon, into: &matches)
      return withUnsafePointer(to: &lexicon) { lexicon in
        body(Passage(tokens: tokens, bytes: bytes, lexicon: lexicon), matches)
      }
    }
  }
}
