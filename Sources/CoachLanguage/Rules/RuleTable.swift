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

  private static func place(of key: String) -> Int {
    all.firstIndex { $0.key == key } ?? 0
  }
}
