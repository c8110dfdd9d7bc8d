import CoachJSONL
import GRDB

/// Answers a query: finds the records and writes them in the form that was asked for.
struct QueryRun {
  let nouns: [Noun]
  let filter: QueryFilter
  /// Whether users, their focuses and levels are written first.
  let hasContext: Bool
  let format: QueryFormat
  /// What the terminal can show that a table is for.
  var style = TerminalStyle.plain
  /// Of what is unassessed, sessions whose last record is younger are left alone, in milliseconds.
  var idle: Int64 = 0
  /// The wall clock, milliseconds since 1970-01-01 UTC.
  var now: Int64 = 0

  /// The tables that are read, besides those of the context.
  var tables: [Table] {
    let asked = Set(nouns.flatMap(\.tables))
    return Table.allCases.filter(asked.contains)
  }

  /// Writes what the database holds.
  ///
  /// - Throws: `StageFailure`, `DatabaseError`.
  func write(from db: Database, to output: inout RecordOutput) throws {
    if format == .jsonl {
      try each(in: db, of: tables, hasContext: hasContext) { _, line in
        try output.write(line: line)
      }
    } else {
      for (index, table) in tables.enumerated() {
        if index > 0 { try output.write(text: "\n".utf8) }
        let columns = Column.columns(of: table, in: format == .table ? style : nil)
        try format.write(columns: columns, to: &output) { body in
          try each(in: db, of: [table], hasContext: false) { _, line in try body(line) }
        }
      }
    }
    try output.flush()
  }

  private func each(
    in db: Database, of tables: [Table], hasContext: Bool,
    _ body: (Table, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    if nouns.contains(.unassessed) {
      let request = Backlog.Request(filter: filter, hasContext: hasContext, idle: idle, now: now)
      return try Backlog(request, on: db).each(body)
    }
    if hasContext {
      let first = Noun.context.tables
      var merge = try RecordMerge(first, contextFilter(db), on: db)
      try merge.each(body)
    }
    let rest = hasContext ? tables.filter { !Noun.context.tables.contains($0) } : tables
    var merge = try RecordMerge(rest, filter, on: db)
    try merge.each(body)
  }

  /// Of whom the context is: of the user, or of the session's.
  private func contextFilter(_ db: Database) throws -> QueryFilter {
    var filter = QueryFilter()
    filter.user = self.filter.user
    if filter.user == nil, let session = self.filter.session {
      filter.user = try String.fetchOne(
        db,
        sql: "SELECT user.id FROM session JOIN user ON user.pk = session.user WHERE session.id = ?",
        arguments: [session])
    }
    return filter
  }
}
