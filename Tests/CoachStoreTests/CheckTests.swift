import CoachJSONL
import GRDB
import Testing

@testable import coach_store

/// `coach-store check`: what is wrong is found, and what is not is left alone.
@Suite struct CheckTests {
  private func findings(_ shelf: Shelf) throws -> [Finding] {
    var findings: [Finding] = []
    let store = try Store(path: shelf.database, Store.Opening(creates: false))
    try store.useSnapshot { db in _ = try StoreCheck(db).each { findings.append($0) } }
    return findings
  }

  /// A record of every type, and all that they name.
  private func shelf() throws -> Shelf {
    let shelf = try Shelf()
    try shelf.put([
      #"{"type":"user","id":"u_1","name":"Mira"}"#,
      #"{"type":"focus","id":"focus_tone","title":"Tone"}"#,
      Line.choice("focus_tone", order: 1), Line.session(start: 1, end: 9),
      Line.turn("int_1", at: 1), Line.turn("int_2", at: 2),
      Line.text(
        Evaluation(
          id: "grp_1", userId: "u_1", sessionId: "sess_1", interactionIds: ["int_1", "int_2"],
          turns: ["int_1", "int_2"].map {
            Turn(id: $0, userText: "So.", aiResponse: "Yes.", timestamp: 2)
          }, triggers: [.taskComplete], createdAt: 2)),
      Line.assessment("ass_1", of: ["int_1", "int_2"], score: 5, at: 2, group: "grp_1"),
      Line.assessment(
        "ass_2", category: .error, at: 2,
        errors: [LanguageError(key: "tone.blunt", message: "Blunt.", severity: .low)]),
      #"{"type":"prompt_run","id":"pr_1","requestId":"req_1","provider":"builtin","modelId":"m","#
        + #""inputTokens":1,"outputTokens":2,"latencyMs":3,"status":"ok","createdAt":8}"#,
      #"{"type":"reject","id":"rej_1","stage":"coach-assess","code":"provider_failed","#
        + #""message":"no","retryable":true,"attempts":1,"createdAt":9}"#,
      #"{"type":"mood","value":1.10}"#,
    ])
    return shelf
  }

  private func damage(_ shelf: Shelf, _ sql: String) throws {
    try Store(path: shelf.database).use {
      try $0.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      try $0.execute(sql: sql)
    }
  }

  @Test func aSoundDatabaseHasNoFindings() throws {
    #expect(try findings(shelf()).isEmpty)
  }

  @Test func whatHasNotComeIsAStubAndNoError() throws {
    let shelf = try Shelf()
    try shelf.put([Line.assessment("ass_1", score: 5)])
    let stubs = try findings(shelf)
    #expect(stubs.allSatisfy { $0.code == .stub && !$0.isError })
    #expect(
      stubs.map { "\($0.table ?? "") \($0.id ?? "")" } == [
        "user u_1", "focus focus_tone", "interaction int_1", "session sess_1",
      ])
  }

  @Test(arguments: [
    ("UPDATE session SET raw = '{\"type\":\"session\",\"id\":\"sess_1\"}'", "session"),
    ("UPDATE interaction SET raw = '[]' WHERE id = 'int_1'", "interaction"),
    ("UPDATE interaction SET id = 'int_7' WHERE id = 'int_1'", "interaction"),
    ("UPDATE focus SET raw = '{\"type\":\"mood\"}'", "focus"),
    ("UPDATE record SET raw = '{'", "record"),
    ("DELETE FROM assessment_interaction WHERE position = 1", "assessment"),
    ("DELETE FROM assessment_error", "assessment"),
    (
      "UPDATE assessment SET raw = replace(raw, '\"score\":5', '\"score\":11') WHERE id = 'ass_1'",
      "assessment"
    ),
  ])
  func aRecordThatBreaksTheContractIsFound(sql: String, table: String) throws {
    let shelf = try shelf()
    try damage(shelf, sql)
    let errors = try findings(shelf).filter(\.isError)
    #expect(errors.map(\.code) == [.contract])
    #expect(errors.map(\.table) == [table])
  }

  @Test func aParentThatIsMissingIsFound() throws {
    let shelf = try shelf()
    try damage(shelf, "DELETE FROM focus")
    let errors = try findings(shelf)
    #expect(!errors.isEmpty && errors.allSatisfy { $0.code == .foreignKey })
    #expect(Set(errors.map(\.table)) == ["user_focus", "assessment", "level"])
  }

  @Test func aRuleOfATableThatDoesNotHoldIsFound() throws {
    let shelf = try shelf()
    try damage(shelf, "UPDATE level SET ema = 11")
    #expect(try findings(shelf).map(\.code) == [.corrupt])
  }

  @Test func theCensusCountsWhatIsWritten() throws {
    let shelf = try shelf()
    try shelf.put([Line.turn("int_9", session: "sess_9", at: 5)])
    try damage(shelf, "UPDATE record SET raw = '{'")
    for format in [QueryFormat.jsonl, .table, .csv] {
      let store = try Store(path: shelf.database, Store.Opening(creates: false))
      var census = CheckRun.Census()
      let lines = try shelf.output { output in
        census = try CheckRun(format: format).run(on: store, to: &output)
      }
      #expect(census.words == "14 records checked: 1 error, 1 stub")
      #expect(lines.count == (format == .jsonl ? 2 : 3))
      #expect(lines.last?.contains("sess_9") == true)
    }
  }
}
