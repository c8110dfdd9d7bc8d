import Testing

@testable import CoachLanguage

@Suite struct RuleTableTests {
  /// Every rule finds its wrong example, under its key.
  @Test(arguments: RuleTable.all.map(\.key))
  func findsItsWrongExample(key: String) throws {
    let rule = try #require(RuleTable.all.first { $0.key == key })
    let found = TextAnalyzer(suggestions: false).analyze(rule.wrong).findings
    #expect(found.contains { $0.key == key }, "\(rule.wrong): \(found.map(\.key))")
  }

  /// Every rule is silent on its right example, and no other finds an error in it.
  @Test(arguments: RuleTable.all.map(\.key))
  func leavesItsRightExample(key: String) throws {
    let rule = try #require(RuleTable.all.first { $0.key == key })
    let found = TextAnalyzer(suggestions: false).analyze(rule.right).findings
    #expect(!found.contains { $0.key == key }, "\(rule.right)")
    #expect(!found.contains { $0.focusId == "focus_grammar" }, "\(found.map(\.key))")
  }

  @Test func keysAreUniqueAndHaveTheFamilyOfTheirFocus() {
    let keys = RuleTable.all.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys.count >= 120)
    for rule in RuleTable.all {
      let family = rule.key.prefix { $0 != "." }
      #expect(family == "spelling" || "focus_\(family)" == rule.focusId, "\(rule.key)")
      #expect(DefaultFocus.catalog.contains { $0.id == rule.focusId })
      #expect(!rule.message.isEmpty && !rule.wrong.isEmpty && !rule.right.isEmpty)
    }
  }

  @Test(arguments: StrengthTable.rules.map(\.key))
  func strengthsAreFoundInTheirExamples(key: String) throws {
    let rule = try #require(StrengthTable.rules.first { $0.key == key })
    let found = TextAnalyzer(suggestions: false).analyze(rule.wrong).strengths
    #expect(found.contains { $0.key == key }, "\(rule.wrong): \(found.map(\.key))")
  }
}
