import TestSupport
import Testing

/// The judgements of the example week: units, with rules that hold and spans that point.
@Suite struct ExampleJudgementTests {
  let records: RecordLines
  let turns: [String: MirrorInteraction]
  let assessments: [MirrorAssessment]

  init() throws {
    records = try RecordLines(WholePipeline.exampleWeek.get().last)
    let interactions = try records.records(MirrorInteraction.self)
    turns = Dictionary(interactions.map { ($0.id, $0) }) { first, _ in first }
    assessments = try records.records(MirrorAssessment.self)
      .filter { $0.kind != "session_summary" }
    try #require(!assessments.isEmpty)
  }

  @Test func everyAssessmentKeepsTheRules() throws {
    let evaluations = try records.records(MirrorEvaluation.self)
    for assessment in assessments {
      let count = assessment.interactionIds.count
      #expect(assessment.kind == "multi_turn" ? count >= 2 : count == 1, "\(assessment)")
      #expect(["error", "progress"].contains(assessment.category))
      #expect(assessment.score.map { (1...10).contains($0) } ?? true)
      #expect(assessment.id == DerivedIdentifier.assessment(assessment))
      #expect(assessment.assessedAt == Sample.now)
      #expect(assessment.provider == "builtin" && assessment.rubricVersion != nil)
      #expect(assessment.focusId != nil && !assessment.explanationText.isEmpty)
      if let group = assessment.groupId {
        let evaluation = try #require(evaluations.first { $0.id == group })
        #expect(assessment.interactionIds == evaluation.interactionIds)
        #expect(assessment.createdAt == evaluation.createdAt)
      } else {
        #expect(assessment.createdAt == turns[assessment.interactionIds[0]]?.timestamp)
      }
    }
    #expect(Set(assessments.map(\.id)).count == assessments.count)
  }

  @Test func aJudgementIsAUnit() throws {
    let units = Dictionary(grouping: assessments) { $0.judgement?.id ?? "" }
    #expect(units[""] == nil)
    for (id, unit) in units {
      #expect(unit.allSatisfy { $0.judgement?.records == unit.count }, "\(id)")
      #expect(Set(unit.map(\.interactionIds)).count == 1 && Set(unit.map(\.kind)).count == 1)
      #expect(Set(unit.map(\.assessedAt)).count == 1 && Set(unit.map(\.groupId)).count == 1)
      let progress = unit.filter { $0.category == "progress" }.compactMap(\.focusId)
      #expect(progress.sorted() == Self.focuses, "one progress record for each active focus")
      let errors = unit.filter { $0.category == "error" }
      #expect(Set(errors.map(\.focusId)).count == errors.count)
      #expect(errors.allSatisfy { $0.errors?.isEmpty == false })
    }
  }

  @Test func whatIsTaggedOrEvaluatedIsJudgedAndNothingElse() throws {
    let tagged = turns.values.filter { $0.scope?.kind == "interaction" }.map(\.id)
    let single = assessments.filter { $0.groupId == nil }.flatMap(\.interactionIds)
    #expect(Set(single) == Set(tagged))
    let evaluated = try records.records(MirrorEvaluation.self).map(\.id)
    #expect(Set(assessments.compactMap(\.groupId)) == Set(evaluated))
  }

  @Test func everySpanCoversWhatTheErrorIsAbout() throws {
    var spans = 0
    for assessment in assessments {
      for fault in assessment.errors ?? [] {
        #expect(["low", "medium", "high"].contains(fault.severity))
        #expect(!fault.key.isEmpty && !fault.message.isEmpty)
        if assessment.kind == "multi_turn" {
          #expect(assessment.interactionIds.contains(fault.interactionId ?? ""))
        }
        guard let span = fault.span else { continue }
        let id = fault.interactionId ?? assessment.interactionIds[0]
        let scalars = try #require(turns[id]).userText.unicodeScalars
        #expect(0 <= span.start && span.start < span.end && span.end <= scalars.count)
        let text = String(
          String.UnicodeScalarView(scalars.dropFirst(span.start).prefix(span.end - span.start)))
        #expect(text.contains(/\S/), "\(fault)")
        spans += 1
      }
    }
    #expect(spans >= 10)
  }

  @Test func aWellKnownErrorIsFoundWhereItStands() throws {
    let turn = try #require(turns.values.first { $0.userText.contains("more cheaper") })
    let faults = assessments.filter { $0.interactionIds.contains(turn.id) }
      .flatMap { $0.errors ?? [] }
      .filter { ($0.interactionId ?? turn.id) == turn.id }
    let scalars = Array(turn.userText.unicodeScalars)
    let quotes = faults.compactMap(\.span).map { span in
      String(String.UnicodeScalarView(scalars[span.start..<span.end]))
    }
    #expect(quotes.contains { "more cheaper".contains($0) || $0.contains("more cheaper") })
  }

  @Test func theLearnerErrsLessAtTheEndOfTheWeek() throws {
    let sessions = try records.records(MirrorSession.self).filter { $0.endTime != nil }.map(\.id)
    let counts = sessions.map { session in
      assessments.filter { $0.sessionId == session }.map { $0.errors?.count ?? 0 }.reduce(0, +)
    }
    try #require(counts.count == 3)
    #expect(counts[0] > counts[1] && counts[1] > counts[2], "\(counts)")
    #expect(counts[0] >= 8)
  }

  @Test func theLevelsAreThoseOfTheProgress() throws {
    let levels = try records.records(MirrorLevel.self)
    let final = Dictionary(levels.map { ($0.focusId, $0) }) { _, last in last }
    #expect(final.keys.sorted() == Self.focuses)
    for level in final.values {
      #expect(level.userId == "u_mara" && level.alpha == 0.3 && level.n == 20)
      try LevelArithmetic.check(level)
      let scored = assessments.filter {
        $0.focusId == level.focusId && $0.category == "progress" && $0.score != nil
      }
      #expect(level.window.count == min(20, scored.count))
      #expect(Set(level.window.map(\.id)).isSubset(of: scored.map(\.id)))
    }
  }

  private static let focuses = ["focus_assertiveness", "focus_clarity", "focus_grammar"]
}
