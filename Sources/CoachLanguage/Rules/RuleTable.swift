/// All rules, family by family.
public enum RuleTable {
  /// The table, in the order in which rules take precedence over those that overlap with them.
  public static let all: [Rule] =
    GrammarWordRules.rules + GrammarNegationRules.rules + GrammarVerbRules.rules
    + GrammarAgreementRules.rules + GrammarNounRules.rules + GrammarPrepositionRules.rules
    + GrammarClauseRules.rules + GrammarQuestionRules.rules + GrammarSubjectRules.rules
    + GrammarComplementRules.rules + GrammarMechanicsRules.rules
    + SpellingRules.rules + AssertivenessRules.rules + FluencyRules.rules + ClarityRules.rules
    + ConcisenessRules.rules + WordChoiceRules.rules + ToneRules.rules + PersuasionRules.rules

  /// Places in the table of the rules that ``SpellingCheck`` speaks for.
  static let unknownWord = place(of: "spelling.unknown_word")
  static let runTogether = place(of: "spelling.run_together")
  static let nameCapital = place(of: "spelling.name_capital")

  /// What a rule of the table says wherever it finds something, and how it stands to others that
  /// find something at the same words.
  struct Standing: Sendable {
    let fault: Fault
    let focus: FocusKind
    /// The lowest goes first.
    let rank: Int
  }

  /// The standing of each rule. A rule that knows the word says more than the dictionary, which does
  /// not; then the more severe goes first, then the one that stands first in the table.
  static let standings: [Standing] = {
    let order = all.indices.sorted { left, right in
      let (one, two) = (all[left], all[right])
      if one.isSpelling != two.isSpelling { return two.isSpelling }
      if one.severity != two.severity { return one.severity > two.severity }
      return left < right
    }
    var ranks = [Int](repeating: 0, count: all.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    return zip(all, ranks).map { rule, rank in
      Standing(
        fault: Fault(key: rule.key, focusId: rule.focusId, severity: rule.severity),
        focus: rule.focus, rank: rank)
    }
  }()

  private static func place(of key: String) -> Int {
    all.firstIndex { $0.key == key } ?? 0
  }
}
