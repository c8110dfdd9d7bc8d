import CoachJSONL
import GRDB

/// Takes something out of the database so that nothing of it is left in the file: not in free
/// pages, not in the log, not in a search index.
struct Cleaning {
  let store: Store

  /// Does work in one transaction, and then writes the file anew without what it has left.
  ///
  /// - Returns: what was removed.
  /// - Throws: `StageFailure`, what `work` throws.
  func run(_ work: (Database) throws -> [Removal]) throws -> [Removal] {
    try store.use { db in
      // What is deleted is overwritten, and no list of it goes to a file.
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
      var removals: [Removal] = []
      try db.inTransaction(.immediate) {
        // Without it, each turn that goes would be looked for among all that assessments name.
        try db.execute(
          sql: "CREATE INDEX part_by_turn ON assessment_interaction (interaction)")
        removals = try work(db)
        try db.execute(sql: "DROP INDEX part_by_turn")
        try db.execute(sql: Self.tidySubjects)
        try UnsettledSessions.lowerMarks(db)
        try Self.tidySearch(db)
        return .commit
      }
      try vacuum(db)
      return removals
    }
  }

  /// Writes the file anew, without free pages, and empties the log.
  ///
  /// - Throws: `StageFailure` (try again) where somebody still reads what was there before.
  func vacuum() throws { try store.use(vacuum) }

  private func vacuum(_ db: Database) throws {
    try db.execute(sql: "VACUUM")
    let checkpoint = try PreparedStatement("PRAGMA wal_checkpoint(TRUNCATE)", on: db)
    let isBusy = try checkpoint.first { $0.integer(0) ?? 0 } ?? 0
    guard isBusy == 0 else {
      throw StageFailure(
        .tryAgain,
        "\(store.path): another process is reading, so the log still has what is gone; "
          + "run coach-store vacuum")
    }
  }

  /// What turns and groups that are gone were known as (see `SubjectIndex`): the numbers of their
  /// rows may be given to others.
  private static let tidySubjects = """
    DELETE FROM turn_list WHERE NOT EXISTS (
        SELECT 1 FROM assessment WHERE subject = 4 * turn_list.pk + 3)
      AND NOT EXISTS (
        SELECT 1 FROM subject_alias JOIN assessment USING (subject)
        WHERE subject_alias.alias = 4 * turn_list.pk + 3);
    DELETE FROM subject_alias
    WHERE NOT \(isThere("alias")) OR NOT (\(isThere("subject")) OR EXISTS (
      SELECT 1 FROM assessment WHERE assessment.subject = subject_alias.subject));
    """

  private static func isThere(_ number: String) -> String {
    let tables = ["interaction", "evaluation", "session", "turn_list"]
    let cases = tables.enumerated().map { rest, table in
      "WHEN \(rest) THEN EXISTS (SELECT 1 FROM \(table) WHERE pk = subject_alias.\(number) / 4)"
    }
    return "CASE subject_alias.\(number) % 4 \(cases.joined(separator: " ")) END"
  }

  /// A full-text index keeps the words of what was deleted until its parts are merged.
  private static func tidySearch(_ db: Database) throws {
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'
        """)
    for name in names {
      try db.execute(sql: "INSERT INTO \"\(name)\" (\"\(name)\") VALUES ('optimize')")
    }
  }
}
