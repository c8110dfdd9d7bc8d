import Testing

@testable import CoachLanguage

/// What ``TextAnalyzer/faults(in:)`` finds is what ``TextAnalyzer/analyze(_:)`` finds.
@Suite struct FaultTests {
  private func expectTheSame(_ text: String, _ analyzer: TextAnalyzer) {
    let findings = analyzer.analyze(text).findings
    #expect(
      analyzer.faults(in: text)
        == findings.map { Fault(key: $0.key, focusId: $0.focusId, severity: $0.severity) },
      "\(text)")
  }

  @Test func examplesOfAllRulesHaveTheSameFaults() {
    let analyzer = TextAnalyzer(suggestions: false)
    for rule in RuleTable.all {
      expectTheSame(rule.wrong, analyzer)
      expectTheSame(rule.right, analyzer)
      expectTheSame("\(rule.wrong) \(rule.right) \(rule.wrong.uppercased())", analyzer)
    }
  }

  /// What an analyzer remembers of words, it forgets with them: the numbers of words change.
  @Test func faultsStayTheSameWhenWordsAreForgotten() {
    let analyzer = TextAnalyzer(speller: OneMistake(), suggestions: false)
    let text = "Yesterday he go to zzkwort and she don't knows the goverment."
    let before = analyzer.faults(in: text)
    #expect(!before.isEmpty)
    for part in 0..<9 {
      let words = (0..<8_000).map { "q\(Self.letters(part * 8_000 + $0))" }
      _ = analyzer.faults(in: words.joined(separator: " "))
    }
    #expect(analyzer.faults(in: text) == before)
    expectTheSame(text, analyzer)
  }

  /// A dictionary in which all words stand but one: quick enough for a hundred thousand questions.
  private final class OneMistake: Speller {
    func isKnown(_ word: String) -> Bool { word.lowercased() != "goverment" }
    func suggestions(for word: String) -> [String] { [] }
  }

  private static func letters(_ number: Int) -> String {
    String(
      String(number, radix: 26).unicodeScalars.map { digit in
        Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(Int(String(digit), radix: 26) ?? 0)))
      })
  }

  @Test func textsWithoutWordsHaveNoFaults() {
    let analyzer = TextAnalyzer(suggestions: false)
    for text in ["", " ", "\n\n", "👍🏽", "…", "12 345", "`let x`"] { expectTheSame(text, analyzer) }
  }
}
