import TestSupport
import Testing

/// The whole pipeline over the week of examples/conversation.jsonl: every record as the contract
/// has it.
@Suite struct ExampleWeekTests {
  let messages: [MirrorMessage]
  let result: PipelineResult
  let records: RecordLines

  init() throws {
    let lines = try WholePipeline.messages()
    messages = try lines.map(MirrorMessage.strict)
    result = try WholePipeline.exampleWeek.get()
    records = try RecordLines(result.last)
  }

  @Test func everyStageDoesAllAndEveryLineIsARecord() throws {
    result.expectSuccess()
    try records.checkAll()
    #expect(records.ofType("reject").isEmpty)
    #expect(records.ofType("message").isEmpty)
  }

  @Test func eachMessageIsATurnWithTheIdOfItsRequest() throws {
    let turns = try records.records(MirrorInteraction.self)
    #expect(turns.map(\.userText) == messages.map(\.text))
    #expect(turns.map(\.timestamp) == messages.compactMap(\.timestamp))
    #expect(turns.map(\.inputMode) == messages.map(\.inputMode))
    for (turn, message) in zip(turns, messages) {
      let request = try #require(message.requestId)
      #expect(turn.id == DerivedIdentifier.interaction(user: "u_mara", request: request))
      #expect(turn.requestId == request && turn.userId == "u_mara")
      #expect(!turn.aiResponse.isEmpty || turn.command != nil)
    }
    #expect(turns.compactMap(\.command) == ["task", "done", "task", "done"])
    #expect(turns.filter { $0.command == "task" }.map(\.task) == ["sales_pitch", "sales_pitch"])
  }

  @Test func theWeekHasThreeSessionsEachEndedByItsLastLine() throws {
    let days = try WholePipeline.days().map { try $0.map(MirrorMessage.strict) }
    let sessions = try records.records(MirrorSession.self)
    let ended = sessions.filter { $0.endTime != nil }
    #expect(ended.map(\.startTime) == days.map { $0[0].timestamp })
    #expect(ended.map(\.endTime) == days.map { $0[$0.count - 1].timestamp })
    #expect(sessions.filter { $0.endTime == nil }.map(\.id) == ended.map(\.id))
    for (session, day) in zip(ended, days) {
      let request = try #require(day[0].requestId)
      #expect(session.id == DerivedIdentifier.session(user: "u_mara", request: request))
      let lines = records.lines.filter {
        $0.id == session.id || $0.json["sessionId"]?.string == session.id
      }
      #expect(lines.first?.type == "session" && lines.first?.json["endTime"]?.double == nil)
      #expect(lines.last?.type == "session" && lines.last?.json["endTime"]?.double != nil)
    }
  }

  @Test func everyTurnIsTaggedAndEveryTaskEvaluated() throws {
    let turns = try records.records(MirrorInteraction.self)
    let evaluations = try records.records(MirrorEvaluation.self)
    for turn in turns {
      let scope = try #require(turn.scope, "\(turn.userText)")
      #expect(["none", "interaction", "multi_turn"].contains(scope.kind))
      #expect(Set(scope.triggers).isSubset(of: Self.triggers))
      #expect((scope.kind == "none") == scope.triggers.isEmpty || scope.kind == "multi_turn")
      if turn.command != nil { #expect(scope.kind == "multi_turn") }
    }
    #expect(evaluations.filter { $0.task == "sales_pitch" }.count >= 2)
    for evaluation in evaluations {
      let session = turns.filter { $0.sessionId == evaluation.sessionId }
      #expect((1...6).contains(evaluation.interactionIds.count))
      #expect(evaluation.turns.count >= 3)
      #expect(Set(evaluation.turns.map(\.id)).isSuperset(of: evaluation.interactionIds))
      #expect(Set(evaluation.triggers).isSubset(of: Self.triggers) && !evaluation.triggers.isEmpty)
      for turn in evaluation.turns {
        #expect(session.contains { $0.id == turn.id && $0.userText == turn.userText })
      }
      let scored = session.filter { evaluation.interactionIds.contains($0.id) }
      #expect(scored.allSatisfy { $0.command == nil })
      #expect(evaluation.createdAt == evaluation.turns.map(\.timestamp).max())
      #expect(
        evaluation.id
          == DerivedIdentifier.group(
            session: evaluation.sessionId, firstInteraction: evaluation.interactionIds[0]))
    }
  }

  @Test func theReviewOfEachSessionStandsBeforeItsEnd() throws {
    let summaries = try records.records(MirrorAssessment.self)
      .filter { $0.kind == "session_summary" }
    let ended = try records.records(MirrorSession.self).filter { $0.endTime != nil }
    #expect(summaries.map(\.sessionId) == ended.map(\.id))
    for (summary, session) in zip(summaries, ended) {
      #expect(summary.createdAt == session.endTime)
      #expect(summary.focusId == nil && summary.interactionIds.isEmpty)
      #expect(summary.category == "progress")
      #expect(!summary.explanationText.isEmpty)
      let turns = try records.records(MirrorInteraction.self)
        .filter { $0.sessionId == session.id }
      let basis = try #require(summary.basis)
      #expect((1...turns.count).contains(basis.turns))
      let place = try #require(records.lines.firstIndex { $0.id == summary.id })
      let end = try #require(
        records.lines.lastIndex { $0.type == "session" && $0.id == session.id })
      #expect(place < end)
    }
  }

  private static let triggers: Set = [
    "error_detection", "skill_attempt", "periodic", "user_request", "task_complete",
    "session_end", "audit",
  ]
}
