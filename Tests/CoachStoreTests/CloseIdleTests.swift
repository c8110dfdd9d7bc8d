import CoachJSONL
import GRDB
import Testing

@testable import coach_store

/// What `close-idle` ends, and what it gives to be reviewed.
@Suite struct CloseIdleTests {
  private let minute: Int64 = 60_000
  private let tagged = Scope(kind: .interaction, triggers: [.skillAttempt], reason: "a question")
  private let nothing = Scope(kind: .none, reason: "nothing to see")
  private let shelf: Shelf

  init() throws { shelf = try Shelf() }

  private func close(now: Int64, idle: Int64 = 20 * 60_000, user: String? = nil) throws -> [String]
  {
    let store = try Store(path: shelf.database, Store.Opening(creates: false))
    return try shelf.output { output in
      _ = try CloseIdleRun(idle: idle, now: now, defaultUserId: user).run(on: store, to: &output)
    }
  }

  private func summary(_ basis: Basis?, judgedAt: Int64 = 5) -> String {
    Line.text(
      Assessment(
        id: "ass_sum", userId: "u_1", sessionId: "sess_1", interactionIds: [],
        kind: .sessionSummary, category: .progress, explanationText: "A review.", createdAt: 9,
        assessedAt: judgedAt, basis: basis))
  }

  private func judged(_ turn: String, at time: Int64 = 100) -> String {
    Line.assessment(
      "ass_\(turn)", of: [turn], score: 5, at: time,
      judgement: Judgement(id: "jdg_\(turn)", records: 1))
  }

  @Test func aSessionEndsAtItsLastTurn() throws {
    try shelf.put([
      #"{"type":"session","id":"sess_1","userId":"u_1","startTime":1,"mood":1.50}"#,
      Line.turn("int_1", at: 1), Line.turn("int_2", at: 7 * minute),
    ])
    #expect(try close(now: 27 * minute - 1).isEmpty)
    #expect(try shelf.column("SELECT end_time FROM session") == ["NULL"])
    _ = try close(now: 27 * minute)
    #expect(
      try shelf.query(.sessions) == [
        #"{"type":"session","id":"sess_1","userId":"u_1","startTime":1,"mood":1.50,"endTime":420000}"#
      ])
  }

  @Test func aSessionThatWentOnEndsAgain() throws {
    try shelf.put([Line.session(start: 1, end: 1), Line.turn("int_1", at: 1)])
    try shelf.put([Line.turn("int_2", at: 9)])
    _ = try close(now: 20 * minute + 9)
    #expect(try shelf.query(.sessions) == [Line.session(start: 1, end: 9)])
  }

  @Test func aSessionThatNoRecordToldOfIsMade() throws {
    try shelf.put([Line.turn("int_1", at: 3), Line.turn("int_2", at: 5)])
    _ = try close(now: minute, idle: 0)
    #expect(try shelf.query(.sessions) == [Line.session(start: 3, end: 5)])
  }

  @Test func theUserOfASessionThatSaysNothingIsTheDefault() throws {
    try shelf.put([Line.turn("int_1", at: 3, user: nil)])
    _ = try close(now: minute, idle: 0)
    #expect(try shelf.query(.sessions).isEmpty)
    _ = try close(now: minute, idle: 0, user: "u_1")
    #expect(try shelf.query(.sessions) == [Line.session(start: 3, end: 3)])
  }

  @Test func aSessionToReviewComesWithAllThatItHas() throws {
    let user = Line.text(User(id: "u_1", name: "Mara"))
    let turns = [
      Line.turn("int_1", at: 1, scope: tagged), Line.turn("int_2", at: 2, scope: nothing),
    ]
    try shelf.put([user, Line.session(start: 1, end: 2)] + turns + [judged("int_1", at: 1)])
    let beginning = #"{"type":"session","id":"sess_1","userId":"u_1","startTime":1,"endTime":null}"#
    let expected =
      [beginning, turns[0], judged("int_1", at: 1), turns[1], Line.session(start: 1, end: 2)]
    let found = try close(now: minute)
    #expect(found.first == user)
    #expect(found.filter { !$0.contains(#""type":"level""#) }.dropFirst() == expected[...])
    // Until there is a summary it comes every time.
    #expect(try close(now: minute) == found)
  }

  @Test func aSummaryOfWhatIsThereSettlesTheSession() throws {
    let lines = [
      Line.session(start: 1, end: 1), Line.turn("int_1", at: 1, scope: tagged), judged("int_1"),
    ]
    try shelf.put(lines + [summary(Basis(turns: 1, assessments: 1, latest: 100))])
    #expect(try close(now: minute).isEmpty)
    #expect(try shelf.column("SELECT count(*) FROM unsettled") == ["0"])
    // Whatever comes puts it on the list again, and what changes the basis calls for a review.
    let more = Line.assessment("ass_more", on: "focus_clarity", score: 3, at: 101)
    try shelf.put([more])
    #expect(try close(now: minute).contains(more))
    #expect(try shelf.column("SELECT count(*) FROM unsettled") == ["1"])
  }

  @Test(arguments: [
    Basis(turns: 2, assessments: 1, latest: 100), Basis(turns: 1, assessments: 0, latest: nil),
    Basis(turns: 1, assessments: 1, latest: 99),
  ])
  func aSummaryOfSomethingElseIsMadeAnew(_ basis: Basis) throws {
    let turn = Line.turn("int_1", at: 1, scope: tagged)
    try shelf.put([Line.session(start: 1, end: 1), turn, judged("int_1"), summary(basis)])
    let found = try close(now: minute)
    #expect(found.contains(turn))
    #expect(!found.contains(summary(basis)))
  }

  @Test func aSummaryThatDoesNotSayWhatItStandsOnIsLeftAlone() throws {
    try shelf.put([
      Line.session(start: 1, end: 1), Line.turn("int_1", at: 1, scope: nothing), summary(nil),
    ])
    #expect(try close(now: minute).isEmpty)
  }

  @Test func aSessionWaitsForItsAssessmentsAnHourAtMost() throws {
    let turn = Line.turn("int_1", at: 1, scope: tagged)
    try shelf.put([Line.session(start: 1, end: 1), turn])
    #expect(try close(now: 3_600_000).isEmpty)
    #expect(try close(now: 3_600_001).contains(turn))
    try shelf.put([summary(Basis(turns: 1, assessments: 0, latest: nil))])
    #expect(try close(now: 3_600_001).isEmpty)
    // It is not forgotten: the turn is still to be assessed.
    #expect(try shelf.column("SELECT count(*) FROM unsettled") == ["1"])
    #expect(try shelf.query(.unassessed).contains(turn))
  }

  @Test func aSessionThatCannotBeSummarisedDoesNotComeAgain() throws {
    let reject =
      #"{"type":"reject","id":"rej_1","stage":"coach-summarize","code":"provider_failed","#
      + #""message":"no","recordId":"sess_1","retryable":false,"attempts":1,"createdAt":9}"#
    try shelf.put([
      Line.session(start: 1, end: 1), Line.turn("int_1", at: 1, scope: nothing), reject,
    ])
    #expect(try close(now: minute).isEmpty)
    #expect(try shelf.column("SELECT count(*) FROM unsettled") == ["0"])
  }

  @Test func anEmptySessionIsNothingToReview() throws {
    try shelf.put([Line.session(start: 1)])
    #expect(try close(now: minute, idle: 0).isEmpty)
    #expect(try shelf.query(.sessions) == [Line.session(start: 1, end: 1)])
    #expect(try shelf.column("SELECT count(*) FROM unsettled") == ["0"])
  }

  @Test func aDatabaseOfTheFirstSchemaHasAllItsSessionsToBeLookedAt() throws {
    let turn = Line.turn("int_1", at: 1)
    let queue = try DatabaseQueue(path: shelf.database)
    try Schema.migrator.migrate(queue, upTo: "1")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO user (pk, id) VALUES (1, 'u_1');
          INSERT INTO session (pk, id) VALUES (7, 'sess_1');
          INSERT INTO interaction (pk, id, user, session, timestamp, raw)
          VALUES (3, 'int_1', 1, 7, 1, '\(turn)');
          """)
    }
    try queue.close()
    #expect(try shelf.query(.unassessed) == [turn])
    #expect(try shelf.column("SELECT session FROM unsettled") == ["7"])
    #expect(
      try shelf.column("SELECT row FROM looked_at ORDER BY source") == ["0", "0", "3", "7"])
    _ = try close(now: minute, idle: 0)
    #expect(try shelf.query(.sessions) == [Line.session(start: 1, end: 1)])
  }
}
