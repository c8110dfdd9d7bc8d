import GRDB

/// The list of sessions that are not done with yet (see `Version3`).
enum UnsettledSessions {
  /// Puts the sessions of all rows that are new on the list, in one transaction.
  ///
  /// - Throws: `DatabaseError`.
  static func takeIn(_ db: Database) throws {
    // Nobody has to wait for a lock where there is nothing new.
    guard try hasNews(db) else { return }
    try db.inTransaction(.immediate) {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO unsettled_session (session)
            SELECT session FROM unsettled
            UNION SELECT session FROM assessment
              WHERE pk > (SELECT row FROM looked_at WHERE source = 'assessment');
          """)
      try setMarks(db)
      return .commit
    }
  }

  /// Takes a session off the list.
  ///
  /// - Throws: `DatabaseError`.
  static func remove(_ session: Int64, in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM unsettled_session WHERE session = ?", arguments: [session])
  }

  /// Keys that are free again count as new: rows were deleted.
  ///
  /// - Throws: `DatabaseError`.
  static func lowerMarks(_ db: Database) throws {
    for source in try sources(db) {
      try db.execute(
        sql: """
          UPDATE looked_at SET row = min(row, coalesce((SELECT max(pk) FROM \(source)), 0))
          WHERE source = '\(source)'
          """)
    }
  }

  private static func setMarks(_ db: Database) throws {
    for source in try sources(db) {
      try db.execute(
        sql: """
          UPDATE looked_at SET row = coalesce((SELECT max(pk) FROM \(source)), 0)
          WHERE source = '\(source)'
          """)
    }
  }

  private static func hasNews(_ db: Database) throws -> Bool {
    try sources(db).contains { source in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT coalesce((SELECT max(pk) FROM \(source)), 0) > row FROM looked_at
          WHERE source = '\(source)'
          """) ?? false
    }
  }

  private static func sources(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT source FROM looked_at")
  }
}
