import CoachJSONL
import GRDB

/// The numbered versions of the database's schema, and how a file of ours is told from another.
enum Schema {
  /// `CoUp`: the application id in the header of a file of ours.
  static let applicationID: Int32 = 0x436F_5570

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: Version1.sql)
      try db.execute(
        sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
    }
    migrator.registerMigration("2", foreignKeyChecks: .immediate, migrate: Version2.migrate)
    migrator.registerMigration("3", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: Version3.sql)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4", foreignKeyChecks: .immediate, migrate: Version4.migrate)
    return migrator
  }

  /// Whether every migration has been done, so that the file can be read as it is.
  static func isCurrent(_ db: Database) throws -> Bool {
    try migrator.hasCompletedMigrations(db)
  }

  /// Refuses a file that another program, or a newer version of this one, has made.
  ///
  /// - Throws: `StageFailure` (configuration).
  static func check(_ db: Database, path: String) throws {
    // The migrator's own table comes in a transaction before the first migration: a process that
    // was killed between the two leaves a file that is ours, and as good as empty.
    let isEmpty =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard id == applicationID || (isEmpty && id == 0) else {
      throw StageFailure(.configuration, "\(path): is a database of another program")
    }
    if try migrator.hasBeenSuperseded(db) {
      throw StageFailure(.configuration, "\(path): was written by a newer version of coach-store")
    }
  }
}
