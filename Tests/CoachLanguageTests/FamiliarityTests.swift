import Testing

@testable import CoachLanguage

/// The table of word sequences, and how familiar those of a text are.
@Suite struct FamiliarityTests {
  private func gain(_ words: String...) -> Int {
    let hashes = words.map { WordSequences.hash($0.utf8) }
    return WordSequences.shared.gain(
      of: hashes[hashes.count - 1], behind: hashes[hashes.count - 2],
      hashes.count > 2 ? hashes[0] : nil)
  }

  private func familiarity(_ text: String) -> Familiarity {
    TextAnalyzer(speller: nil).analyze(text).measures.familiarity
  }

  @Test func theTableKnowsWhatFollowsWhat() {
    #expect(gain("united", "states") == 5)
    #expect(gain("a", "lot", "of") >= 3)
    #expect(gain("depend", "on") > gain("depend", "of"))
    #expect(gain("the", "of") < 0)
    #expect(gain("of", "the") > 0)
    #expect(WordSequences.shared.knows(WordSequences.hash("house".utf8)))
    #expect(WordSequences.shared.knows(WordSequences.start))
  }

  /// 8 bits tell a sequence from those that are not in the table.
  @Test func whatTheTableDoesNotHaveIsSeldomTakenForWhatItHas() {
    let taken = (0..<4096).count {
      WordSequences.shared.knows(WordSequences.hash("zzq\($0)x".utf8))
    }
    #expect(taken < 64)
  }

  @Test(arguments: [
    ("He depends on his parents for money.", "He depends of his parents for the money."),
    ("She gave me good advice about the job.", "She give good me advice the job about."),
    ("We had a great time in the mountains.", "We had great times at mountains the."),
  ])
  func rightIsMoreFamiliarThanWrong(right: String, wrong: String) throws {
    let (right, wrong) = (familiarity(right), familiarity(wrong))
    #expect(right.mean > wrong.mean)
  }

  @Test func wordsThatNobodyKnowsTellNothing() throws {
    let unknown = familiarity("Xqzvk brmpt.")
    #expect(unknown.mean == 1.5)
    #expect(unknown.worst == nil)
    #expect(familiarity("").mean == 1.5)
  }

  /// A curly apostrophe and capitals make no other word.
  @Test func writingMakesNoDifference() {
    #expect(familiarity("I don't know.").mean == familiarity("I DON’T know.").mean)
  }

  @Test func theScoreFallsWithWhatIsUnfamiliar() throws {
    let analysis = TextAnalyzer().analyze("Our teacher the must happiness of listen pupils.")
    let score = try #require(analysis.score(for: "focus_grammar"))
    let right = try #require(
      TextAnalyzer().analyze("Our teacher must listen to the pupils.").score(for: "focus_grammar"))
    #expect(score.value < right.value - 2)
    #expect(right.value >= 8)
  }
}
