import ArgumentParser
import CoachJSONL
import GRDB
import Testing

@testable import coach_store

#if canImport(Glibc)
  import Glibc
#endif

/// How records get in: the file, transactions, `--tee` and rejects.
@Suite struct PutTests {
  @Test func theFileIsItsOwnersAlone() throws {
    let shelf = try Shelf()
    let path = shelf.directory + "/data/deep/coach.db"
    let store = try Store(file: StoreFile(path: path, isDefault: true))
    try store.use { try $0.execute(sql: "INSERT INTO user (id) VALUES ('u_1')") }
    #expect(try shelf.mode(of: "data/deep/coach.db") == 0o600)
    #expect(try shelf.mode(of: "data/deep/coach.db-wal") == 0o600)
    #expect(try shelf.mode(of: "data") == 0o700)
    #expect(try shelf.mode(of: "data/deep") == 0o700)
    try store.queue.close()
    unlink(path)
    rmdir(shelf.directory + "/data/deep")
    rmdir(shelf.directory + "/data")
  }

  @Test func aForeignFileIsRefusedAndLeftAlone() throws {
    let shelf = try Shelf()
    let foreign = try DatabaseQueue(path: shelf.database)
    try foreign.write { try $0.execute(sql: "CREATE TABLE thing (x)") }
    try foreign.close()
    #expect(throws: StageFailure.self) { try Store(path: shelf.database) }
    let again = try DatabaseQueue(path: shelf.database)
    let tables = try again.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") }
    #expect(tables == ["thing"])
    let mode = try again.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "delete")
  }

  @Test func whatIsNoDatabaseIsRefused() throws {
    let shelf = try Shelf()
    try shelf.write(String(repeating: "no database at all\n", count: 100), to: "coach.db")
    let failure = try #require(throws: StageFailure.self) { try Store(path: shelf.database) }
    #expect(failure.status == .configuration)
  }

  @Test func aNewerSchemaIsRefused() throws {
    let shelf = try Shelf()
    try shelf.put([Line.session(start: 1)])
    try Store(path: shelf.database).use {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')")
    }
    let failure = try #require(throws: StageFailure.self) { try Store(path: shelf.database) }
    #expect(failure.status == .configuration)
  }

  @Test func aLockedDatabaseMeansTryAgain() throws {
    let shelf = try Shelf()
    let other = try Store(path: shelf.database)
    try other.use { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let context = shelf.context()
    let stage = try PutStage(
      store: try Store(path: shelf.database, Store.Opening(wait: 0.05)),
      diagnostics: context.diagnostics)
    try shelf.write(Line.session(start: 1) + "\n", to: "in")
    var loop = StageLoop(
      stage, options: try StageOptions.parse([shelf.directory + "/in"]), context: context)
    #expect(loop.run() == .tryAgain)
    try other.use { try $0.execute(sql: "ROLLBACK") }
    #expect(try shelf.query(.all).isEmpty)
  }

  @Test func teePassesLinesOnAsTheyCame() throws {
    let shelf = try Shelf()
    let lines = [
      Line.session(start: 1), #"{ "type":"mood",  "value":1.10 }"#, Line.turn("int_1", at: 2),
    ]
    let settings = PutStage.Settings(batch: 2, isTee: true)
    #expect(try shelf.put(lines, settings: settings).lines == lines)
    #expect(try shelf.put(lines).lines.isEmpty)
  }

  @Test func teePassesNothingOnThatIsNotCommitted() throws {
    let shelf = try Shelf()
    let other = try Store(path: shelf.database)
    let context = shelf.context()
    let store = try Store(path: shelf.database, Store.Opening(wait: 0.05))
    var stage = try PutStage(
      store: store, settings: PutStage.Settings(isTee: true), diagnostics: context.diagnostics)
    let parser = try RecordParser(name: "test")
    var emission = Emission()
    try parser.read(Line.session(start: 1).utf8) { try stage.process($0, emit: &emission) }
    // Nobody else sees the record before the line has been let go.
    let count = { try other.use { try Int.fetchOne($0, sql: "SELECT count(*) FROM session") } }
    #expect(try count() == 0)
    try stage.inputPaused(emit: &emission)
    #expect(try count() == 1)
  }

  @Test func ownRejectsAreStoredAndWritten() throws {
    let shelf = try Shelf()
    let bad = #"{"type":"assessment","id":"ass_1","kind":"multi_turn","category":"error","#
    let result = try shelf.put(
      [Line.session(start: 1), bad + #""interactionIds":["int_1"]}"#, "not json"],
      settings: PutStage.Settings(isTee: true))
    #expect(result.status == .dataError)
    #expect(result.lines.count == 3)
    #expect(result.lines.first == Line.session(start: 1))
    #expect(try shelf.query(.rejects) == Array(result.lines[1...]))
    #expect(
      try shelf.column("SELECT code FROM reject ORDER BY pk") == ["invalid_record", "invalid_json"])
  }

  @Test(arguments: [
    "INSERT INTO user_focus (user, focus, \"order\", active, raw) VALUES (1, 1, 4, 1, '{}')",
    "INSERT INTO level (user, focus, ema, level, band, count, alpha, n, updated_at, raw)"
      + " VALUES (1, 1, 11, 10, 'mastery', 1, 0.3, 20, 1, '{}')",
    "INSERT INTO assessment (id, user, session, kind, category, turns, subject, created_at, raw)"
      + " VALUES ('a', 1, 1, 'multi_turn', 'error', 1, 0, 1, '{}')",
    "INSERT INTO assessment (id, user, session, kind, category, score, turns, subject,"
      + " created_at, raw) VALUES ('a', 1, 1, 'interaction', 'progress', 0.5, 1, 0, 1, '{}')",
    "INSERT INTO assessment (id, user, session, kind, category, turns, subject, created_at, raw)"
      + " VALUES ('a', 99, 1, 'interaction', 'error', 1, 0, 1, '{}')",
    "INSERT INTO interaction (id, timestamp) VALUES ('i', 'noon')",
    "INSERT INTO session (id, start_time, end_time) VALUES ('s', 5, 4)",
    "INSERT INTO user (id) VALUES ('')",
  ])
  func theDatabaseHoldsTheRulesItself(sql: String) throws {
    let shelf = try Shelf()
    try Store(path: shelf.database).use { db in
      try db.execute(
        sql: """
          INSERT INTO user (id) VALUES ('u'); INSERT INTO focus (id) VALUES ('f');
          INSERT INTO session (id) VALUES ('sess');
          """)
      let error = try #require(throws: DatabaseError.self) { try db.execute(sql: sql) }
      #expect(error.resultCode == .SQLITE_CONSTRAINT)
    }
  }
}
