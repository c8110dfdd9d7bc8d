import Testing

@testable import CoachLanguage

@Suite struct SpellingTests {
  private func keys(_ text: String) -> [String] {
    TextAnalyzer().analyze(text).findings.map(\.key).filter { $0.hasPrefix("spelling.") }
  }

  @Test func findsWhatIsMisspelledAndSuggests() throws {
    let analysis = TextAnalyzer().analyze("The goverment has a new adress.")
    let found = analysis.findings.filter { $0.key == "spelling.unknown_word" }
    #expect(found.map(\.span) == [4..<13, 24..<30])
    #expect(found.map(\.suggestion) == ["government", "address"])
  }

  @Test(arguments: [
    "We met Siobhan and Nguyen in Kraków.",
    "Write to ana@example.org or see https://exmple.org/qwe.",
    "The code is `lt x = foo()` in main.swift.", "It costs 12k€ for 3rd parties 👍🏽.",
    "lol yeah gonna brb thx", "The colour of the organised centre is grey.",
    "NASA and UNESCO agreed.",
    "@anna look at #wrdle", "My iPhone runs SwiftUI.", "Это русский текст.", "hahahaha soooo good",
    "We travelled, cancelled and labelled everything.", "The co-worker's well-known e-mail.",
  ])
  func leavesAloneWhatIsNoProse(text: String) {
    #expect(keys(text).isEmpty)
  }

  @Test func isSilentWithoutADictionary() {
    let analyzer = TextAnalyzer(speller: nil)
    #expect(analyzer.isDictionaryMissing)
    #expect(!TextAnalyzer().isDictionaryMissing)
    #expect(analyzer.analyze("A compleetly mispelled sentense.").findings.isEmpty)
  }

  @Test func asksTheDictionaryOncePerWord() {
    let speller = CountingSpeller()
    let analyzer = TextAnalyzer(speller: speller)
    for _ in 0..<5 { _ = analyzer.analyze("An ornithopter was seen.") }
    #expect(speller.asked == ["ornithopter"])
    _ = analyzer.analyze("The student wrote two books about the history of the city.")
    #expect(speller.asked == ["ornithopter"])
  }

  @Test func namesInSmallLettersGetACapital() {
    let found = TextAnalyzer().analyze("She moved to london.").findings
    #expect(found.map(\.key) == ["spelling.name_capital"])
    #expect(found.first?.replacement == "London")
  }

  @Test(arguments: ["café", "cafe\u{301}", "résumé", "naïve", "façade"])
  func wordsWithAccentsAreLeftAlone(_ word: String) {
    let text = "We talked about the \(word) for the whole evening."
    #expect(TextAnalyzer().analyze(text).findings.filter { $0.key.hasPrefix("spelling") }.isEmpty)
  }
}

/// A dictionary of every word, which counts the questions.
private final class CountingSpeller: Speller {
  var asked: [String] = []

  func isKnown(_ word: String) -> Bool {
    asked.append(word)
    return true
  }

  func suggestions(for word: String) -> [String] { [] }
}
