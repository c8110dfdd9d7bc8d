import CoachJSONL
import GRDB
import Testing

@testable import coach_store

/// A database of every older schema is brought up to the newest, and says the same afterwards.
@Suite struct MigrationTests {
  private static func judged(
    _ id: String, by judgement: String, at time: Int64, _ category: Assessment.Category,
    records: Int = 1
  ) -> String {
    Line.assessment(
      id, on: "focus_tone", category: category, score: category == .progress ? 6 : nil,
      judgedAt: time, judgement: Judgement(id: judgement, records: records))
  }

  /// A judgement that stands, one that it retired, one that is not complete, a turn and its session.
  private static let lines = [
    judged("ass_1", by: "jdg_1", at: 5, .progress, records: 2),
    judged("ass_2", by: "jdg_1", at: 5, .error, records: 2),
    judged("ass_3", by: "jdg_2", at: 6, .progress),
    judged("ass_4", by: "jdg_3", at: 7, .progress, records: 2),
    Line.turn("int_1", at: 100), Line.session(start: 100, end: 200),
  ]

  private static let older = [1, 2, 3]

  /// A file as a version of the schema had it, with these records in it.
  private func made(by version: Int, _ shelf: Shelf, hasSearch: Bool = false) throws {
    try versionOne(shelf)
    let queue = try DatabaseQueue(path: shelf.database)
    try queue.write { db in
      if version >= 2 {
        try Version2.migrate(db)
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('2')")
      }
      if version >= 3 {
        try db.execute(sql: Version3.sql)
        try db.execute(
          sql: "INSERT INTO grdb_migrations VALUES ('3'); PRAGMA user_version = 3")
      }
      if hasSearch {
        // As version 3 made it: the columns with texts are there already.
        for (table, columns) in TextSearch.columns {
          try db.execute(sql: TextSearch.sql(table, columns.map(\.name)))
        }
      }
    }
    try queue.close()
  }

  private func versionOne(_ shelf: Shelf) throws {
    let queue = try DatabaseQueue(path: shelf.database)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
          INSERT INTO grdb_migrations VALUES ('1');
          """)
      try db.execute(sql: Version1.sql)
      try db.execute(
        sql: """
          PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 1;
          INSERT INTO user (id) VALUES ('u_1');
          INSERT INTO focus (id) VALUES ('focus_tone');
          """)
      try db.execute(
        sql: """
          INSERT INTO session (id, user, start_time, end_time, raw)
          VALUES ('sess_1', 1, 100, 200, ?)
          """, arguments: [Self.lines[5]])
      try db.execute(
        sql: """
          INSERT INTO interaction (id, user, session, timestamp, raw)
          VALUES ('int_1', 1, 1, 100, ?)
          """, arguments: [Self.lines[4]])
      for line in Self.lines[..<4] {
        let parser = try RecordParser(name: "test")
        let assessment = try parser.read(line.utf8) { try Assessment($0) }
        try db.execute(
          sql: """
            INSERT INTO assessment (id, user, session, focus, kind, category, score, turns,
              subject, created_at, assessed_at, judgement, judgement_records, raw)
            VALUES (?, 1, 1, 1, 'interaction', ?, ?, 1, 4, 100, ?, ?, ?, ?)
            """,
          arguments: [
            assessment.id, assessment.category.rawValue, assessment.score,
            assessment.assessedAt, assessment.judgement?.id, assessment.judgement?.records, line,
          ])
        try db.execute(
          sql: "INSERT INTO assessment_interaction VALUES (last_insert_rowid(), 0, 1)")
      }
    }
    try queue.close()
  }

  @Test(arguments: older)
  func theRecordsOfAnOlderVersionComeBackAsTheyWere(version: Int) throws {
    let old = try Shelf()
    try made(by: version, old)
    let new = try Shelf()
    try new.put(Self.lines)
    for noun in [Noun.users, .sessions, .interactions, .assessments, .rejects] {
      #expect(try old.query(noun) == new.query(noun), "\(noun)")
    }
    let all = QueryFilter(allVersions: true)
    #expect(
      try old.query(.assessments, filter: all) == new.query(.assessments, filter: all))
    #expect(try old.query(.assessments) == [Self.lines[2]])
    #expect(try new.query(.assessments) == [Self.lines[2]])
    // What has not come is a stub, before as after.
    let stubs = "SELECT id FROM user WHERE stub = 1 UNION ALL SELECT id FROM focus WHERE stub = 1"
    #expect(try old.column(stubs) == ["u_1", "focus_tone"])
  }

  @Test(arguments: older)
  func aMigratedFileIsLikeANewOne(version: Int) throws {
    let old = try Shelf()
    try made(by: version, old)
    let new = try Shelf()
    for shelf in [old, new] { try shelf.put(Self.lines) }
    let schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    #expect(try old.column(schema) == new.column(schema))
    #expect(try old.column("PRAGMA user_version") == ["4"])
    #expect(try old.column("PRAGMA foreign_key_check").isEmpty)
    #expect(try old.column("PRAGMA integrity_check") == ["ok"])
  }

  @Test(arguments: older)
  func readingAloneMigratesToo(version: Int) throws {
    let shelf = try Shelf()
    try made(by: version, shelf)
    let store = try Store(
      path: shelf.database, Store.Opening(creates: false, readsOnly: true))
    let version = try store.use { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == 4)
  }

  @Test func anIndexOfWordsIsKept() throws {
    let shelf = try Shelf()
    try made(by: 3, shelf, hasSearch: true)
    let found = """
      SELECT user_text FROM interaction
      WHERE pk IN (SELECT rowid FROM interaction_fts('monday'))
      """
    #expect(try shelf.column(found) == ["We shipped it on Monday."])
    try shelf.put([Line.turn("int_1", at: 100).replacing("Monday", with: "Sunday")])
    #expect(try shelf.column(found).isEmpty)
  }

  @Test func aTableThatIsNotOursIsLeftAsItIs() throws {
    let shelf = try Shelf()
    try made(by: 3, shelf)
    let queue = try DatabaseQueue(path: shelf.database)
    try queue.write { try $0.execute(sql: "DROP TABLE assessment_error") }
    try queue.write { try $0.execute(sql: "CREATE TABLE assessment_error (severity TEXT)") }
    try queue.close()
    #expect(throws: StageFailure.self) { try Store(path: shelf.database) }
    let left = try DatabaseQueue(path: shelf.database)
    #expect(try left.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 3)
    #expect(try left.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
  }
}
