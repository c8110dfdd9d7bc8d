import CoachJSONL
import Testing

@testable import coach_store

/// What `query unassessed` gives the background analysis to do.
@Suite struct BacklogTests {
  private let single = Scope(kind: .interaction, triggers: [.skillAttempt], reason: "a question")
  private let nothing = Scope(kind: .none, reason: "nothing to see")

  private func task(_ state: Scope.Task.State) -> Scope {
    Scope(kind: .multiTurn, task: Scope.Task(name: "pitch", state: state), reason: "a task")
  }

  private func judged(_ turn: String) -> String {
    Line.assessment(
      "ass_\(turn)", of: [turn], score: 5, judgement: Judgement(id: "jdg_\(turn)", records: 1))
  }

  private func evaluation(_ ids: [String], at time: Int64) -> String {
    Line.text(
      Evaluation(
        id: "grp_1", userId: "u_1", sessionId: "sess_1", interactionIds: ids,
        turns: ids.map { Turn(id: $0, userText: "So.", aiResponse: "Yes.", timestamp: time) },
        triggers: [.taskComplete], createdAt: time))
  }

  private func backlog(_ lines: [String]) throws -> [String] {
    let shelf = try Shelf()
    try shelf.put(lines)
    return try shelf.query(.unassessed)
  }

  @Test func untaggedTurnsOfAnEndedSession() throws {
    let lines = [
      Line.turn("int_1", at: 1), Line.turn("int_2", at: 2), Line.session(start: 1, end: 2),
    ]
    #expect(try backlog(lines) == lines)
  }

  @Test func aTurnComesUntilItIsJudged() throws {
    let turn = Line.turn("int_1", at: 1, scope: single)
    #expect(try backlog([turn]) == [turn])
    #expect(try backlog([turn, judged("int_1")]).isEmpty)
    let half = Line.assessment(
      "ass_1", score: 5, judgement: Judgement(id: "jdg_1", records: 2))
    #expect(try backlog([turn, half]) == [turn])
  }

  @Test func whatFollowsTheLastJudgedTurnComesAlong() throws {
    let turns = [
      Line.turn("int_1", at: 1, scope: nothing), Line.turn("int_2", at: 2, scope: single),
      Line.turn("int_3", at: 3, scope: nothing), Line.turn("int_4", at: 4),
    ]
    #expect(try backlog(turns + [judged("int_2")]) == Array(turns[2...]))
  }

  @Test func anEvaluationComesUntilItIsJudged() throws {
    let turns = [
      Line.turn("int_1", at: 1, scope: task(.start)), Line.turn("int_2", at: 2, scope: task(.end)),
    ]
    let group = evaluation(["int_1", "int_2"], at: 2)
    #expect(try backlog(turns + [group]) == [group])
    let done = Line.assessment(
      "ass_1", of: ["int_1", "int_2"], score: 5, group: "grp_1",
      judgement: Judgement(id: "jdg_1", records: 1))
    #expect(try backlog(turns + [group, done]).isEmpty)
  }

  @Test func anOpenTaskComesWhenItsSessionHasEnded() throws {
    let turns = [
      Line.turn("int_1", at: 1, scope: task(.start)),
      Line.turn("int_2", at: 2, scope: task(.continue)),
    ]
    let end = Line.session(start: 1, end: 2)
    #expect(try backlog(turns).isEmpty)
    #expect(try backlog(turns + [end]) == turns + [end])
    let summary = Line.assessment("ass_9", of: [], on: nil, at: 2)
    #expect(try backlog(turns + [end, summary]).isEmpty)
  }

  @Test func aTaskIsGivenFromItsStart() throws {
    var opening = single
    opening.task = Scope.Task(name: "pitch", state: .start)
    let turns = [
      Line.turn("int_1", at: 1, scope: opening),
      Line.turn("int_2", at: 2, scope: task(.continue)), Line.turn("int_3", at: 3),
    ]
    #expect(try backlog(turns + [judged("int_1")]) == turns)
  }

  @Test func whatWasRejectedForGoodDoesNotComeAgain() throws {
    let turn = Line.turn("int_1", at: 1, scope: single)
    let reject = { (retryable: Bool) in
      #"{"type":"reject","id":"rej_1","stage":"coach-assess","code":"provider_failed","#
        + #""message":"no","recordId":"int_1","retryable":\#(retryable),"attempts":1,"createdAt":9}"#
    }
    #expect(try backlog([turn, reject(false)]).isEmpty)
    #expect(try backlog([turn, reject(true)]) == [turn])
  }
}
