import Testing

@testable import CoachLanguage

struct ApostropheTests {
  /// Of a long text that has one apostrophe at its end, or none.
  @Test(arguments: [("They don’t know.", "don’t"), ("They don't know.", "don't"), ("", "don't")])
  func aFixHasTheApostropheOfTheText(ending: String, fix: String) {
    let text = String(repeating: "I dont know. ", count: 5_000) + ending
    let fixes = TextAnalyzer(speller: nil).analyze(text).findings.compactMap(\.suggestion)
      .filter { $0.lowercased().hasPrefix("don") }
    #expect(fixes.count >= 5_000)
    #expect(fixes.allSatisfy { $0 == fix })
  }
}
