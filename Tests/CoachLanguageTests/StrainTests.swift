import Testing

@testable import CoachLanguage

@Suite struct StrainTests {
  private func strain(_ text: String) -> Strain {
    TextAnalyzer(suggestions: false).analyze(text).measures.strain
  }

  @Test(arguments: [
    ("The winner has a big job.", "The winner is has a big job."),
    ("She takes a walk every evening.", "She takes the a walk every evening."),
    ("They will close the shop in May.", "They will the shop in May close."),
    ("The guests sat in the garden.", "The guests in the garden."),
  ])
  func whatIsOutOfOrderStrains(good: String, faulty: String) throws {
    let (low, high) = (strain(good).cost, strain(faulty).cost)
    #expect(low < 0.8, "\(good): \(low)")
    #expect(high >= low + 1.2, "\(faulty): \(high)")
  }

  @Test(arguments: [
    "Did she travel by train, or did she drive?", "They left early, didn't they?",
    "Let's take the tram.", "It took us a while to find the key.", "Please open the window.",
    "The teacher's book is on the table.", "My sister's new flat is near the station.",
  ])
  func whatIsSaidEveryDayDoesNot(text: String) throws {
    #expect(strain(text).cost < 1.3)
  }

  @Test func theWorstPlaceIsThatOfTheTwoWords() throws {
    let text = "Well, the winner is has a job."
    let worst = try #require(strain(text).worst)
    let scalars = Array(text.unicodeScalars)[worst]
    #expect(String(String.UnicodeScalarView(scalars)) == "is has")
  }

  @Test func theScoreNamesThePlaceWhereNoRuleIsSure() throws {
    let analysis = TextAnalyzer(suggestions: false).analyze("The guests sat near the went.")
    let score = try #require(analysis.score(for: "focus_grammar"))
    #expect(analysis.findings.filter { $0.focusId == "focus_grammar" }.isEmpty)
    #expect(score.evidence.contains("the went"))
    #expect(score.value < 9)
  }

  @Test func everyNameOfTheTableIsASlot() {
    #expect(WordSlot.named.values.allSatisfy { !$0.isEmpty })
    #expect(SlotTable.shared.cost(.determiner, .third) > SlotTable.shared.cost(.determiner, .count))
  }
}
