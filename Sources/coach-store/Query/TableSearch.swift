import GRDB

/// The statements that find the records of one table which a filter lets through.
///
/// There is one, but for the assessments of a user: an index has them focus by focus, each in the
/// order of time, so there is one for each focus, and `RecordMerge` puts them in order.
struct TableSearch {
  private let table: Table
  private let path: AccessPath
  private let conditions: [String]
  private let values: [SQLValue]
  /// What each statement has besides; of the same text for all, but for NULL.
  private var parts: [(condition: String, values: [SQLValue])] = [("TRUE", [])]

  /// Nil where the table's records lack a field of the filter.
  ///
  /// - Throws: `DatabaseError`.
  init?(_ table: Table, _ filter: QueryFilter, on db: Database) throws {
    self.table = table
    guard let asked = table.conditions(of: filter) else { return nil }
    var conditions = asked.sql
    let fields = Set(filter.conditions.map(\.field))
    // A record that has the id of the filter is the only one.
    let isOne = conditions.contains("id = ?")
    path = isOne ? AccessPath(to: .user, []) : AccessPath(to: table, fields)
    if let condition = path.condition { conditions.append(condition) }
    // A stub is no record yet.
    conditions.append("raw IS NOT NULL")
    if table == .assessment, !filter.allVersions { conditions.append("standing = 1") }
    self.conditions = conditions
    values = asked.values
    if path.index == "assessment_by_user", filter.focus == nil, let user = filter.user {
      parts = try Self.focuses(of: user, in: db)
    }
  }

  /// Statements that give the time, the key and the line of records, in their order.
  ///
  /// - Throws: `DatabaseError`.
  func statements(on db: Database) throws -> [PreparedStatement] {
    try parts.map { part in
      let statement = try PreparedStatement(
        sql("\(table.mergeTime ?? "NULL"), pk, raw", part.condition, order: table.order), on: db)
      try statement.start(values + part.values)
      return statement
    }
  }

  /// The keys of the last so many records, the last one first.
  ///
  /// - Throws: `DatabaseError`.
  func lastKeys(_ count: Int, on db: Database) throws -> [Int64] {
    var found: [(time: Int64, key: Int64)] = []
    for part in parts {
      let search = try PreparedStatement(
        sql("\(table.time ?? "NULL"), pk", part.condition, order: table.lastFirst) + " LIMIT ?",
        on: db)
      try search.start(values + part.values + [.integer(Int64(count))])
      while let row = try search.next() {
        found.append((row.integer(0) ?? .min, row.integer(1) ?? 0))
      }
    }
    if parts.count > 1 { found.sort { $0 > $1 } }
    return found.prefix(count).map(\.key)
  }

  /// The SQL of the statements, for whoever wants to know how SQLite carries them out.
  var texts: [String] {
    parts.flatMap { part in
      [
        sql("pk, raw", part.condition, order: table.order),
        sql("pk", part.condition, order: table.lastFirst) + " LIMIT 1",
      ]
    }
  }

  private func sql(_ columns: String, _ condition: String, order: String) -> String {
    let matches = (conditions + [condition]).joined(separator: " AND ")
    return "SELECT \(columns) \(path.from(table)) WHERE \(matches) ORDER BY \(order)"
  }

  /// The focuses that a user has assessments on, and none: for each its condition.
  private static func focuses(
    of user: String, in db: Database
  ) throws -> [(condition: String, values: [SQLValue])] {
    let next = try PreparedStatement(
      """
      SELECT focus FROM assessment INDEXED BY assessment_by_user
      WHERE user = (SELECT pk FROM user WHERE id = ?) AND focus > ? ORDER BY focus LIMIT 1
      """, on: db)
    var parts: [(condition: String, values: [SQLValue])] = [("focus IS NULL", [])]
    var last: Int64 = 0
    while let focus = try next.first(.text(user), .integer(last), of: { $0.integer(0) }) ?? nil {
      parts.append(("focus = ?", [.integer(focus)]))
      last = focus
    }
    return parts
  }
}
