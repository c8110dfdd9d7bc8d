import CoachJSONL
import GRDB
import Testing

@testable import coach_store

/// What a person finds who opens the file with another program.
@Suite struct ViewTests {
  private let error = LanguageError(key: "tone.blunt", message: "Blunt.", severity: .high)

  private func shelf() throws -> Shelf {
    let shelf = try Shelf()
    let scope = Scope(kind: .interaction, triggers: [.periodic], reason: "every 4 turns")
    try shelf.put([
      #"{"type":"user","id":"u_1","name":"Mira"}"#,
      #"{"type":"focus","id":"focus_tone","title":"Tone"}"#,
      Line.session(start: 1_000, end: 60_000), Line.turn("int_1", at: 1_000, scope: scope),
      Line.turn("int_2", at: 2_000, scope: scope), Line.turn("int_3", at: 3_000),
      Line.assessment("ass_1", of: ["int_1"], score: 4, at: 1_000, judgedAt: 1),
      Line.assessment("ass_9", of: ["int_1"], score: 8, at: 1_000, judgedAt: 2),
      Line.assessment(
        "ass_3", of: ["int_1"], category: .error, at: 1_000, errors: [error, error]),
      Line.assessment("ass_4", of: ["int_3"], score: 5, at: 3_000),
      Line.assessment("ass_5", of: [], on: nil, score: 6, at: 60_000),
    ])
    return shelf
  }

  @Test func progressRunsFromTheFirstScoreThatStands() throws {
    let shelf = try shelf()
    #expect(
      try shelf.column(
        "SELECT user || ' ' || focus || ' ' || time || ' ' || score || ' ' || round(ema, 3) "
          + "FROM progress ORDER BY created_at") == [
          "u_1 focus_tone 1970-01-01 00:00:01 8.0 8.0",
          "u_1 focus_tone 1970-01-01 00:00:03 5.0 7.1",
        ])
    #expect(
      try shelf.column("SELECT round(ema, 3) FROM level") == [
        try #require(shelf.column("SELECT round(ema, 3) FROM progress").last)
      ])
  }

  @Test func topErrorsAreCounted() throws {
    #expect(
      try shelf().column("SELECT key || ' ' || severity || ' ' || count FROM top_errors") == [
        "tone.blunt high 2"
      ])
  }

  @Test func aSessionIsReported() throws {
    #expect(
      try shelf().column(
        "SELECT session || ' ' || user || ' ' || turns || ' ' || judged || ' ' || errors || ' ' "
          + "|| mean_score || ' ' || summary FROM session_report") == [
          "sess_1 u_1 3 2 2 6.5 Plain words."
        ])
  }

  @Test func theBacklogIsWhatHasNoJudgement() throws {
    let shelf = try shelf()
    #expect(try shelf.column("SELECT id FROM backlog") == ["int_2"])
    try shelf.put([Line.assessment("ass_6", of: ["int_2"], score: 5)])
    #expect(try shelf.column("SELECT id FROM backlog").isEmpty)
  }

  @Test func whatWasSaidIsThereToRead() throws {
    let shelf = try shelf()
    #expect(
      try shelf.column(
        "SELECT id || ' ' || session || ' ' || user || ' ' || time || ' ' || user_text || ' ' || "
          + "ai_response FROM conversation ORDER BY timestamp LIMIT 1") == [
          "int_1 sess_1 u_1 1970-01-01 00:00:01 We shipped it on Monday. Well said."
        ])
    #expect(
      try shelf.column(
        "SELECT id || ' ' || focus || ' ' || score || ' ' || explanation_text FROM feedback "
          + "WHERE id IN ('ass_1', 'ass_9')") == ["ass_9 focus_tone 8.0 Plain words."])
  }

  /// Programs that open files of strangers trust nothing that these run by themselves.
  @Test func whoTrustsNoSchemaReadsTheTables() throws {
    let shelf = try shelf()
    try Store(path: shelf.database).use { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      #expect(tables.count > 15)
      for table in tables {
        #expect(throws: Never.self) { try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"") }
      }
      for view in ["progress", "top_errors", "backlog", "unsettled"] {
        #expect(throws: Never.self) { try Row.fetchAll(db, sql: "SELECT * FROM \(view)") }
      }
    }
  }

  /// A list of three words in a CHECK, or JSON in a generated column, would cost every put.
  @Test func noRowPaysForTablesOfWords() throws {
    let shelf = try shelf()
    try Store(path: shelf.database).use { db in
      for sql in [
        "INSERT INTO interaction (id) VALUES ('int_9')",
        "INSERT INTO assessment_error (assessment, position, key, severity, message) "
          + "VALUES (1, 9, 'k', 'low', 'm')",
        "INSERT INTO assessment (id, user, session, kind, category, turns, subject, created_at, raw) "
          + "VALUES ('ass_x', 1, 1, 'interaction', 'progress', 1, 4, 1, '{}')",
      ] {
        let steps = try Row.fetchAll(db, sql: "EXPLAIN \(sql)")
        #expect(!steps.contains { $0["opcode"] == "OpenEphemeral" }, "\(sql)")
        #expect(!steps.contains { ($0["p4"] as String?)?.hasPrefix("->") == true }, "\(sql)")
      }
    }
  }

  @Test func rowsHaveNames() throws {
    let shelf = try shelf()
    #expect(try shelf.column("SELECT title FROM session") == ["1970-01-01 00:00:01"])
    #expect(
      try shelf.column("SELECT title FROM interaction WHERE id = 'int_1'") == [
        "1970-01-01 00:00:01"
      ])
    #expect(
      try shelf.column("SELECT title FROM assessment WHERE id = 'ass_9'") == [
        "interaction progress"
      ])
  }

  @Test func wordsAreFoundWhereSomebodyAskedForIt() throws {
    let shelf = try shelf()
    try Store(path: shelf.database).use(TextSearch.enable)
    try Store(path: shelf.database).use(TextSearch.enable)
    try shelf.put([
      Line.turn("int_4", at: 9).replacing("Monday", with: "Saturday"),
      Line.turn("int_2", at: 2_000).replacing("shipped", with: "posted"),
    ])
    let found = { (table: String, words: String) in
      try shelf.column(
        "SELECT id FROM \(table) WHERE pk IN (SELECT rowid FROM \(table)_fts "
          + "WHERE \(table)_fts MATCH '\(words)') ORDER BY id")
    }
    #expect(try found("interaction", "monday") == ["int_1", "int_2", "int_3"])
    #expect(try found("interaction", "shipped") == ["int_1", "int_3", "int_4"])
    #expect(try found("interaction", "saturday") == ["int_4"])
    #expect(try found("assessment", "plain").count == 5)
    try shelf.sql("DELETE FROM interaction WHERE id = 'int_4'")
    #expect(try found("interaction", "saturday").isEmpty)
    try shelf.sql("INSERT INTO interaction_fts (interaction_fts) VALUES ('integrity-check')")
  }
}
