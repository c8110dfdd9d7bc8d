import GRDB

/// Merges the records of several tables by time.
struct RecordMerge {
  private var cursors: [RecordCursor]

  /// - Throws: `DatabaseError`.
  init(
    _ tables: [Table], _ filter: QueryFilter, standing: StandingAssessments, on db: Database
  ) throws {
    cursors = try tables.sorted { $0.rank < $1.rank }.compactMap { table in
      try RecordCursor(
        table, filter, standing: filter.allVersions ? nil : standing, on: db)
    }
    cursors.removeAll(where: \.isAtEnd)
  }

  /// Calls `body` with the table and the line of each record; the line is valid in the call only.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  mutating func each(_ body: (Table, UnsafeRawBufferPointer) throws -> Void) throws {
    // The first of several with the same time is that of the lowest rank.
    while let next = cursors.min(by: { $0.time < $1.time }) {
      try body(next.table, next.line)
      try next.advance()
      if next.isAtEnd { cursors.removeAll(where: \.isAtEnd) }
    }
  }
}
