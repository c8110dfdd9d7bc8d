import CoachJSONL
import GRDB

/// Follows what is committed: as long as somebody does, the database notes every record that comes
/// or changes, and nothing is missed or given twice, whoever writes.
///
/// The triggers that note it are there only while somebody follows, so that nobody else pays for
/// them. Those of a follower that is gone without a word note nothing when its time is up.
final class Follower {
  /// Seconds for which a follower is known that does not say that it is still there.
  private static let lease = 60

  private let db: Database
  private let key: Int64
  private let changes: PreparedStatement
  private let lines: [String: (statement: PreparedStatement, values: [SQLValue])]
  /// The last change that was given.
  private var seen: Int64

  /// Begins to follow: what is committed from now on is noted.
  ///
  /// - Parameters:
  ///   - tables: whose records are asked for.
  ///   - filter: which of them.
  /// - Throws: `DatabaseError`.
  init(_ tables: [Table], _ filter: QueryFilter, on db: Database) throws {
    self.db = db
    var lines: [String: (PreparedStatement, [SQLValue])] = [:]
    for table in tables {
      guard let matches = table.conditions(of: filter) else { continue }
      let sql = (["pk = ?", "raw IS NOT NULL"] + matches.sql).joined(separator: " AND ")
      lines[table.rawValue] = (
        try PreparedStatement("SELECT raw FROM \(table.rawValue) WHERE \(sql)", on: db),
        matches.values
      )
    }
    self.lines = lines
    // Of a record that changed again, the newest version is the one that is there to be read.
    changes = try PreparedStatement(
      """
      SELECT pk, source, row FROM change
      WHERE pk > ? AND NOT EXISTS (
        SELECT 1 FROM change AS later
        WHERE later.source = change.source AND later.row = change.row AND later.pk > change.pk)
      ORDER BY pk
      """, on: db)
    seen = 0
    var key: Int64 = 0
    try db.inTransaction(.immediate) {
      try Self.forgetTheGone(db)
      try db.execute(sql: Self.triggers)
      try db.execute(
        sql: "INSERT INTO follower (seen, expires_at) VALUES (?, unixepoch() + \(Self.lease))",
        arguments: [try Self.lastChange(db)])
      key = db.lastInsertedRowID
      return .commit
    }
    self.key = key
  }

  /// Takes all that is committed by now as given.
  ///
  /// - Throws: `DatabaseError`.
  func skip() throws { seen = try Self.lastChange(db) }

  /// Calls `body` with the line of each record that came or changed since the last call, in the
  /// order of the commits; the line is valid in the call only.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func each(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let last = try Self.lastChange(db)
    guard last > seen else { return }
    try changes.each(.integer(seen)) { change in
      guard let (statement, values) = lines[change.text(1) ?? ""] else { return true }
      try statement.start([.integer(change.integer(2) ?? 0)] + values)
      defer { statement.reset() }
      // What was erased meanwhile is not there any more.
      if let row = try statement.next() { try body(row.bytes(0)) }
      return true
    }
    seen = last
  }

  /// Says that somebody is still there, and forgets the changes that everybody has been given.
  ///
  /// - Throws: `StageFailure` (try again) where that comes too late, `DatabaseError`.
  func renew() throws {
    try db.inTransaction(.immediate) {
      try db.execute(
        sql: """
          UPDATE follower SET seen = ?, expires_at = unixepoch() + \(Self.lease)
          WHERE pk = ? AND expires_at > unixepoch()
          """, arguments: [seen, key])
      guard db.changesCount == 1 else {
        throw StageFailure(
          .tryAgain, "was stopped for more than \(Self.lease) s, so records are missing: run again")
      }
      try Self.forgetTheGone(db)
      return .commit
    }
  }

  /// Follows no more.
  ///
  /// - Throws: `DatabaseError`.
  func leave() throws {
    try db.inTransaction(.immediate) {
      try db.execute(sql: "DELETE FROM follower WHERE pk = ?", arguments: [key])
      try Self.forgetTheGone(db)
      let others = try Int.fetchOne(db, sql: "SELECT count(*) FROM follower") ?? 0
      if others == 0 { try db.execute(sql: Self.noTriggers) }
      return .commit
    }
  }

  private static let triggers = Table.allCases.map(\.rawValue).map { table in
    trigger("\(table)_comes", "INSERT ON \(table)", table)
      + trigger("\(table)_changes", "UPDATE OF raw ON \(table)", table)
  }.joined()

  private static func trigger(_ name: String, _ event: String, _ table: String) -> String {
    """
    CREATE TRIGGER IF NOT EXISTS \(name) AFTER \(event)
    WHEN NEW.raw IS NOT NULL AND EXISTS (SELECT 1 FROM follower WHERE expires_at > unixepoch())
    BEGIN INSERT INTO change (source, row) VALUES ('\(table)', NEW.pk); END;

    """
  }

  private static let noTriggers = Table.allCases.map(\.rawValue).map { table in
    "DROP TRIGGER IF EXISTS \(table)_comes; DROP TRIGGER IF EXISTS \(table)_changes;"
  }.joined()

  private static func lastChange(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'change'") ?? 0
  }

  private static func forgetTheGone(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM follower WHERE expires_at <= unixepoch();
        DELETE FROM change
        WHERE pk <= coalesce((SELECT min(seen) FROM follower), 9223372036854775807);
        """)
  }
}
