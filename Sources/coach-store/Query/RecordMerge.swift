import GRDB

/// Merges the records of several tables by time.
struct RecordMerge {
  private var cursors: [RecordCursor]

  /// - Throws: `DatabaseError`.
  init(_ tables: [Table], _ filter: QueryFilter, on db: Database) throws {
    cursors = try tables.sorted { $0.rank < $1.rank }.flatMap { table in
      try RecordCursor.cursors(table, filter, on: db)
    }
    cursors.removeAll(where: \.isAtEnd)
  }

  /// Calls `body` with the table and the line of each record; the line is valid in the call only.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  mutating func each(_ body: (Table, UnsafeRawBufferPointer) throws -> Void) throws {
    while cursors.count > 1, let next = cursors.min(by: { $0.position < $1.position }) {
      try body(next.table, next.line)
      try next.advance()
      if next.isAtEnd { cursors.removeAll(where: \.isAtEnd) }
    }
    guard let rest = cursors.first else { return }
    while !rest.isAtEnd {
      try body(rest.table, rest.line)
      try rest.advance()
    }
  }
}
