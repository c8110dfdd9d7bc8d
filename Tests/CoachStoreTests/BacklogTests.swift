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

  private func evaluation(_ ids: [String], at time: Int64, id: String = "grp_1") -> String {
    Line.text(
      Evaluation(
        id: id, userId: "u_1", sessionId: "sess_1", interactionIds: ids,
        turns: ids.map { Turn(id: $0, userText: "So.", aiResponse: "Yes.", timestamp: time) },
        triggers: [.taskComplete], createdAt: time))
  }

  private func backlog(
    _ lines: [String], now: Int64 = 1_000, idle: Int64 = 0, context: Bool = false
  ) throws -> [String] {
    let shelf = try Shelf()
    try shelf.put(lines)
    let store = try Store(path: shelf.database, Store.Opening(creates: false))
    let run = QueryRun(
      nouns: [.unassessed], filter: QueryFilter(), hasContext: context, format: .jsonl, idle: idle,
      now: now)
    return try shelf.output { output in
      try store.useSnapshot { try run.write(from: $0, to: &output) }
    }
  }

  private func reject(
    of id: String, retryable: Bool, attempts: Int = 1, stage: String = "coach-assess"
  ) -> String {
    #"{"type":"reject","id":"rej_\#(id)","stage":"\#(stage)","code":"provider_failed","#
      + #""message":"no","recordId":"\#(id)","retryable":\#(retryable),"attempts":\#(attempts),"#
      + #""createdAt":1000}"#
  }

  @Test func untaggedTurnsOfAnEndedSession() throws {
    let turns = [Line.turn("int_1", at: 1), Line.turn("int_2", at: 2)]
    let open = Line.session(start: 1)
    #expect(try backlog([open] + turns) == [open] + turns)
    let end = Line.session(start: 1, end: 2)
    let beginning = #"{"type":"session","id":"sess_1","userId":"u_1","startTime":1,"endTime":null}"#
    #expect(try backlog(turns + [end]) == [beginning] + turns + [end])
  }

  @Test func theBeginningOfASessionChangesNothingThatIsStored() throws {
    let shelf = try Shelf()
    let end = #"{"type":"session","endTime":2,"id":"sess_1","userId":"u_1","startTime":1,"x":1.10}"#
    try shelf.put([Line.turn("int_1", at: 2), end])
    try shelf.put(shelf.query(.unassessed))
    #expect(try shelf.query(.sessions) == [end])
  }

  @Test func aSessionThatGoesOnAfterItsEndHasNotEnded() throws {
    let lines = [Line.turn("int_1", at: 1), Line.session(start: 1, end: 1)]
    let later = Line.turn("int_2", at: 9)
    #expect(try backlog(lines + [later]).last == later)
  }

  @Test func aTurnComesUntilItIsJudged() throws {
    let turn = Line.turn("int_1", at: 1, scope: single)
    #expect(try backlog([turn]) == [turn])
    #expect(try backlog([turn, judged("int_1")]).isEmpty)
    let half = Line.assessment(
      "ass_1", score: 5, judgement: Judgement(id: "jdg_1", records: 2))
    #expect(try backlog([turn, half]) == [turn])
  }

  @Test func theWholeSessionComesWhereNothingIsGrouped() throws {
    let turns = [
      Line.turn("int_1", at: 1, scope: nothing), Line.turn("int_2", at: 2, scope: single),
      Line.turn("int_3", at: 3, scope: nothing), Line.turn("int_4", at: 4),
    ]
    // What is judged is said before the turn comes, so that it is not judged again.
    #expect(try backlog(turns + [judged("int_2")]) == [judged("int_2")] + turns)
  }

  @Test func theTurnsComeFromTheLastGroupOn() throws {
    let turns =
      (1...3).map { Line.turn("int_\($0)", at: $0, scope: task($0 == 1 ? .start : .continue)) }
      + [Line.turn("int_4", at: 4, scope: task(.end))]
      + [Line.turn("int_5", at: 5, scope: single), Line.turn("int_6", at: 6)]
    let first = evaluation(["int_2"], at: 2)
    let second = evaluation(["int_3", "int_4"], at: 4, id: "grp_2")
    let done = ["grp_1": ["int_2"], "grp_2": ["int_3", "int_4"]].sorted { $0.key < $1.key }.map {
      Line.assessment(
        "ass_\($0.key)", of: $0.value, score: 5, group: $0.key,
        judgement: Judgement(id: "jdg_\($0.key)", records: 1))
    }
    #expect(
      try backlog(turns + [first, second, judged("int_5")] + done)
        == [judged("int_5"), done[1]] + turns[2...3] + [second] + turns[4...])
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
    #expect(try Array(backlog(turns + [end]).dropFirst()) == turns + [end])
    let group = evaluation(["int_2"], at: 2)
    let done = Line.assessment(
      "ass_1", of: ["int_2"], score: 5, group: "grp_1",
      judgement: Judgement(id: "jdg_1", records: 1))
    #expect(try backlog(turns + [end, group, done]).isEmpty)
  }

  @Test func aTaskThatWasCompleteWhenItsEvaluationWasLostComesAgain() throws {
    let turns = [
      Line.turn("int_1", at: 1, scope: task(.start)),
      Line.turn("int_2", at: 2, scope: task(.continue)),
      Line.turn("int_3", at: 3, scope: task(.end)),
    ]
    #expect(try backlog(turns) == turns)
    #expect(try backlog(Array(turns[..<2])).isEmpty)
  }

  @Test(arguments: [0, 2, 3]) func aRequestWhoseEvaluationWasLostComesAgain(_ said: Int) throws {
    let request = Scope(
      kind: .multiTurn, triggers: [.userRequest], ruleIds: [ScopeCue.request(on: said)], reason: "")
    let turns = [
      Line.turn("int_1", at: 1, scope: nothing), Line.turn("int_2", at: 2, scope: nothing),
      Line.turn("int_3", at: 3, scope: request),
    ]
    // Where it was about other turns than are here, an earlier run has dealt with it.
    #expect(try backlog(turns) == (said == 2 ? turns : []))
    #expect(try backlog(turns + [evaluation(["int_1", "int_2"], at: 2), judgedGroup]).isEmpty)
  }

  private var judgedGroup: String {
    Line.assessment(
      "ass_1", of: ["int_1", "int_2"], score: 5, group: "grp_1",
      judgement: Judgement(id: "jdg_1", records: 1))
  }

  @Test func theFirstTurnOfARoleplayIsJudgedOnce() throws {
    var opening = single
    opening.task = Scope.Task(name: "roleplay", state: .start)
    let turns = [
      Line.turn("int_1", at: 1, scope: opening),
      Line.turn("int_2", at: 2, scope: task(.continue)), Line.turn("int_3", at: 3),
    ]
    #expect(try backlog(turns + [judged("int_1")]) == [judged("int_1")] + turns)
    #expect(try backlog(Array(turns[..<2]) + [judged("int_1")]).isEmpty)
  }

  @Test func whatWasRejectedForGoodDoesNotComeAgain() throws {
    let turn = Line.turn("int_1", at: 1, scope: single)
    #expect(try backlog([turn, reject(of: "int_1", retryable: false)]).isEmpty)
    let untagged = Line.turn("int_2", at: 2)
    let refused = reject(of: "int_2", retryable: false, stage: "coach-filter")
    #expect(try backlog([untagged, refused]).isEmpty)
    // The filter is not asked again about the one, coach-assess is told of the other.
    let later = Line.turn("int_3", at: 3)
    let ofTagged = reject(of: "int_1", retryable: false)
    #expect(
      try backlog([turn, untagged, later, refused, ofTagged]) == [ofTagged, turn, later])
  }

  @Test(arguments: [(1, 2), (3, 8), (40, 1_440)])
  func whatFailedComesAgainAfterAWhile(attempts: Int, minutes: Int64) throws {
    let turn = Line.turn("int_1", at: 1, scope: single)
    let lines = [turn, reject(of: "int_1", retryable: true, attempts: attempts)]
    #expect(try backlog(lines, now: 1_000 + minutes * 60_000 - 1).isEmpty)
    #expect(try backlog(lines, now: 1_000 + minutes * 60_000) == [turn])
  }

  @Test func sessionsThatGoOnAreLeftAlone() throws {
    let turn = Line.turn("int_1", at: 500)
    #expect(try backlog([turn], now: 1_000, idle: 501).isEmpty)
    #expect(try backlog([turn], now: 1_000, idle: 500) == [turn])
  }

  @Test func theContextIsThatOfTheSessionsWithWork() throws {
    let user = Line.text(User(id: "u_1", name: "Mara"))
    let other = Line.text(User(id: "u_2", name: "Tom"))
    let choice = Line.choice("focus_tone", order: 1)
    let turn = Line.turn("int_1", at: 1)
    #expect(try backlog([user, other, choice, turn], context: true) == [user, choice, turn])
    #expect(try backlog([user, choice], context: true).isEmpty)
  }
}
