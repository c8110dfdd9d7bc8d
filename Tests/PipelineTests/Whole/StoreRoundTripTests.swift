import TestSupport
import Testing

/// What coach-store was given is what it gives back.
@Suite struct StoreRoundTripTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  private func put(_ lines: [String], database: String = "coach.db") throws {
    try dir.command("coach-store", "put", "--db", database).run(.lines(lines)).expect(.success)
  }

  private func query(_ arguments: String...) throws -> [String] {
    try dir.command("coach-store", ["query"] + arguments + ["--db", "coach.db"]).run()
      .expect(.success).lines
  }

  /// Values, without the order of members and rows.
  private func values(_ lines: [String]) throws -> [String] {
    try lines.map { try JSON(parsing: $0).sorted.compact }.sorted()
  }

  /// A record of every noun, with the ways to spell it, and with fields that nobody knows.
  static let records: [(nouns: [String], line: String)] = [
    (
      ["users", "user"],
      #"{"type":"user","id":"u_1","name":"Mara","email":"mara@example.org","shoe":38.50}"#
    ),
    (
      ["focuses", "focus"],
      #"{"type":"focus","id":"focus_x","title":"X","description":"é 🎙️","extra":null}"#
    ),
    (
      ["user-focuses", "user_focuses", "user-focus"],
      #"{"type":"user_focus","id":"uf_1","userId":"u_1","focusId":"focus_x","order":1,"active":true,"startedAt":1,"updatedAt":2}"#
    ),
    (
      ["sessions", "session"],
      #"{"type":"session","id":"sess_1","userId":"u_1","startTime":5,"endTime":9}"#
    ),
    (["interactions", "interaction"], Sample.taggedTurn),
    (
      ["evaluations", "evaluation"],
      #"{"type":"evaluation","id":"grp_1","userId":"u_1","sessionId":"sess_1","interactionIds":["int_1"],"turns":[{"id":"int_1","userText":"a","aiResponse":"b","timestamp":7}],"triggers":["session_end"],"createdAt":7}"#
    ),
    (
      ["assessments", "assessment"],
      Sample.assessment(["category": #""error""#, "extra": #"{"big":1e400}"#])
    ),
    (
      ["prompt-runs", "prompt_runs", "prompt-run", "prompt_run"],
      #"{"type":"prompt_run","id":"pr_1","requestId":"req_1","provider":"builtin","modelId":"rules","inputTokens":1,"outputTokens":2,"latencyMs":3,"costCents":1.90,"status":"ok","createdAt":8,"stage":"coach-chat","attempt":1}"#
    ),
    (
      ["rejects", "reject"],
      #"{"type":"reject","id":"rej_1","stage":"coach-assess","code":"syntax","message":"m","line":3,"retryable":false,"attempts":1,"createdAt":10,"raw":"{"}"#
    ),
  ]

  @Test func everyNounGivesBackWhatWasPut() throws {
    try put(Self.records.map(\.line))
    for (nouns, line) in Self.records {
      for noun in nouns { #expect(try values(query(noun)) == values([line]), "\(noun)") }
    }
    #expect(try values(query("all")) == values(Self.records.map(\.line)))
  }

  @Test func aLevelComesBackWithItsWindow() throws {
    try put(
      (0..<25).map { number in
        Sample.assessment([
          "id": #""ass_\#(number)""#, "interactionIds": #"["int_\#(number)"]"#,
          "score": String(number % 10 + 1), "createdAt": String(1_767_340_000_000 + number),
        ])
      })
    let levels = try query("levels").map(MirrorLevel.strict)
    #expect(levels.map(\.window.count) == [20])
    for level in levels { try LevelArithmetic.check(level) }
  }

  @Test func anUnknownTypeIsKeptByteForByte() throws {
    let odd = [#"{ "type" : "note", "id":"n_1", "price" : 1.10 }"#, Sample.note(2)]
    try put(odd)
    #expect(try Set(query("all")) == Set(odd))
  }

  @Test func aWeekGoesFromStoreToStore() throws {
    let pipeline = try WholePipeline()
    try pipeline.run(try WholePipeline.messages(), database: "first.db").expectSuccess()
    let first = pipeline.dir.command(
      "coach-store", "query", "all", "--all-versions", "--db", "first.db")
    let second = pipeline.dir.command("coach-store", "--db", "second.db")
    try Pipeline([first, second]).run().expectSuccess()
    let rows = try ["first.db", "second.db"].map { database in
      try pipeline.query("all", database: database).lines.map(\.json.sorted.compact).sorted()
    }
    expectSame(rows[1], rows[0], "the second store")
  }
}
