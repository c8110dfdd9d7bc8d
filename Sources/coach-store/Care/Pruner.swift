import CoachJSONL
import GRDB

/// Takes out what is older than it has to be kept.
///
/// A turn or an evaluation that something names which is kept leaves its id behind; a session goes
/// when nothing of it is left. Levels keep the scores in their windows.
struct Pruner {
  /// What can be pruned, from what names others to what is named.
  static let tables: [Table] = [
    .assessment, .promptRun, .reject, .record, .evaluation, .interaction, .session,
  ]

  /// What goes is older than this, milliseconds since 1970-01-01 UTC.
  let cutoff: Int64
  let tables: [Table]

  /// - Returns: how many records of each type are gone.
  /// - Throws: `DatabaseError`.
  func prune(in db: Database) throws -> [Removal] {
    let removals = try Self.tables.filter(tables.contains).map { table in
      Removal(verb: .prune, table: table, records: try prune(table, in: db))
    }
    try pruneStubs(in: db)
    return removals.filter { $0.records > 0 }
  }

  /// Rows that stood for records which only what is gone has named.
  private func pruneStubs(in db: Database) throws {
    for table in [Table.evaluation, .interaction] {
      try db.execute(
        sql: """
          DELETE FROM \(table.rawValue) WHERE raw IS NULL AND NOT (\(Self.isNamed(table)))
          """)
    }
    try db.execute(sql: "DELETE FROM session WHERE raw IS NULL AND \(Self.isEmpty)")
  }

  private func prune(_ table: Table, in db: Database) throws -> Int {
    let name = table.rawValue
    let isOld = "\(table.time ?? "NULL") < \(cutoff)"
    switch table {
    case .evaluation, .interaction:
      try db.execute(
        sql: """
          UPDATE \(name) SET \(Self.emptied(table)) WHERE raw IS NOT NULL AND \(isOld)
            AND (\(Self.isNamed(table)))
          """)
      let emptied = db.changesCount
      try db.execute(sql: "DELETE FROM \(name) WHERE raw IS NOT NULL AND \(isOld)")
      return emptied + db.changesCount
    case .session:
      try db.execute(sql: "DELETE FROM session WHERE \(isOld) AND \(Self.isEmpty)")
    default:
      try db.execute(sql: "DELETE FROM \(name) WHERE \(isOld)")
    }
    return db.changesCount
  }

  /// Whether something names a row of the table.
  private static func isNamed(_ table: Table) -> String {
    let namers =
      table == .interaction
      ? ["assessment_interaction", "evaluation_interaction"] : ["assessment", "prompt_run"]
    let name = table.rawValue
    return namers.map {
      "EXISTS (SELECT 1 FROM \($0) AS namer WHERE namer.\(name) = \(name).pk)"
    }.joined(separator: " OR ")
  }

  /// Whether nothing of a session is there.
  private static let isEmpty = ["interaction", "evaluation", "assessment", "prompt_run"].map {
    "NOT EXISTS (SELECT 1 FROM \($0) AS part WHERE part.session = session.pk)"
  }.joined(separator: " AND ")

  /// What makes of a record a row that only its id is left of.
  private static func emptied(_ table: Table) -> String {
    let columns =
      table == .interaction
      ? ["user", "session", "timestamp", "request_id", "scope", "task_state", "command", "status"]
      : ["user", "session", "task", "created_at"]
    return (columns + ["raw"]).map { "\($0) = NULL" }.joined(separator: ", ")
  }
}
