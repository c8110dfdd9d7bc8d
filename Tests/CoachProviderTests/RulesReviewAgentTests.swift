import CoachJSONL
import CoachLanguage
import Testing

@testable import CoachProvider

@Suite struct RulesReviewAgentTests {
  private func assessment(
    _ number: Int, focus: String, score: Double? = nil, errors: [String] = []
  ) -> Assessment {
    Assessment(
      id: "ass_\(number)_\(focus)", userId: "u", sessionId: "s", interactionIds: ["int_\(number)"],
      focusId: focus, kind: .interaction, category: errors.isEmpty ? .progress : .error,
      score: score, explanationText: "",
      errors: errors.isEmpty
        ? nil : errors.map { LanguageError(key: $0, message: "Mind \($0).", severity: .high) },
      createdAt: Int64(number))
  }

  private func review(_ assessments: [Assessment]) async throws -> ReviewVerdict {
    let turns = Set(assessments.flatMap(\.interactionIds)).sorted().map {
      Turn(id: $0, userText: "x", aiResponse: "y", timestamp: 1)
    }
    let answer = await RulesReviewAgent().review(
      SessionReview(
        session: Session(id: "s", userId: "u", startTime: 1, endTime: 9), turns: turns,
        assessments: assessments, titles: ["focus_x": "Storytelling"],
        basis: Basis(turns: turns.count, assessments: assessments.count, latest: nil)))
    return try answer.value.get()
  }

  @Test func theScoreIsTheMeanOfTheFocusesMeans() async throws {
    let verdict = try await review([
      assessment(1, focus: "focus_grammar", score: 4),
      assessment(2, focus: "focus_grammar", score: 6),
      assessment(1, focus: "focus_x", score: 8),
    ])
    #expect(verdict.score == 6.5)
  }

  @Test func movementWithinTheSessionIsNamed() async throws {
    let verdict = try await review(
      [3, 4, 7, 8].enumerated().map {
        assessment($0.offset, focus: "focus_x", score: $0.element)
      })
    #expect(verdict.explanationText.contains("Storytelling rose from 3.5 to 7.5."))
  }

  @Test func theGravestErrorsAndTheNextStepAreNamed() async throws {
    let verdict = try await review([
      assessment(1, focus: "focus_grammar", errors: ["grammar.past_tense", "grammar.articles"]),
      assessment(2, focus: "focus_grammar", errors: ["grammar.past_tense"]),
      assessment(2, focus: "focus_grammar", score: 3),
    ])
    #expect(verdict.explanationText.contains("Most frequent: past tense (2×), articles (1×)."))
    #expect(verdict.explanationText.contains("Next: Mind grammar.past_tense."))
    #expect(verdict.tags == ["grammar.past_tense", "grammar.articles"])
  }

  @Test func anErrorIsNamedInWordsThatALearnerKnows() async throws {
    let verdict = try await review([
      assessment(1, focus: "focus_grammar", errors: ["grammar.do_base", "grammar.be_base"]),
      assessment(2, focus: "focus_grammar", errors: ["grammar.do_base"]),
    ])
    #expect(
      verdict.explanationText.contains(
        "Most frequent: verb form after “do” (2×), verb form after “be” (1×)."))
  }

  @Test func onlyRulesThatThereAreHaveATitle() {
    let keys = Set(RuleTable.all.map(\.key))
    #expect(Set(ErrorTitle.titles.keys).subtracting(keys).isEmpty)
  }

  @Test func anErrorThatBecomesRarerIsSaidToBe() async throws {
    let verdict = try await review(
      [1, 2, 3].map { assessment($0, focus: "focus_grammar", errors: ["grammar.articles"]) }
        + [assessment(20, focus: "focus_grammar", score: 8)])
    #expect(verdict.explanationText.contains("articles (3×, less towards the end)"))
  }

  @Test func whatWasAssessedButTooShortIsSaidToBe() async throws {
    let verdict = try await review([assessment(1, focus: "focus_grammar", score: nil)])
    #expect(verdict.score == nil)
    #expect(verdict.explanationText.contains("nothing in it was long enough to score"))
  }

  @Test func nothingIsInventedWhereNothingWasScored() async throws {
    let verdict = try await review([])
    #expect(verdict.score == nil)
    #expect(
      verdict.explanationText
        == "0 turns in this session; nothing in it was assessed.")
  }
}
