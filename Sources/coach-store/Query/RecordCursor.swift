import GRDB

/// Records of one table in their order, one at a time.
final class RecordCursor {
  let table: Table
  private let statement: PreparedStatement
  /// The keys of the records, the first of them last; nil where the statement gives them all.
  private var keys: [Int64]?
  private var row: SQLRow?

  /// The cursors that together give the records of a table which a filter lets through; none where
  /// they lack a field of it.
  ///
  /// - Throws: `DatabaseError`.
  static func cursors(
    _ table: Table, _ filter: QueryFilter, on db: Database
  ) throws -> [RecordCursor] {
    guard let search = try TableSearch(table, filter, on: db) else { return [] }
    guard let last = filter.last else {
      return try search.statements(on: db).map { try RecordCursor(table, $0, keys: nil) }
    }
    let statement = try PreparedStatement(
      "SELECT \(table.mergeTime ?? "NULL"), pk, raw FROM \(table.rawValue) WHERE pk = ?", on: db)
    return [try RecordCursor(table, statement, keys: search.lastKeys(last, on: db))]
  }

  private init(_ table: Table, _ statement: PreparedStatement, keys: [Int64]?) throws {
    self.table = table
    self.statement = statement
    self.keys = keys
    try advance()
  }

  /// Whether there is no record at hand.
  var isAtEnd: Bool { row == nil }

  /// Where the record at hand stands among those of other cursors: its time in milliseconds since
  /// 1970-01-01 UTC, the least where it has none or comes first whatever its time; its table's rank;
  /// its key.
  var position: (Int64, Int, Int64) {
    (row?.integer(0) ?? .min, table.rank, row?.integer(1) ?? 0)
  }

  /// The line of the record at hand, valid until the cursor advances.
  var line: UnsafeRawBufferPointer { row?.bytes(2) ?? UnsafeRawBufferPointer(start: nil, count: 0) }

  /// Goes on to the next record.
  ///
  /// - Throws: `DatabaseError`.
  func advance() throws {
    guard keys != nil else {
      row = try statement.next()
      return
    }
    row = nil
    guard let key = keys?.popLast() else { return }
    try statement.start([.integer(key)])
    row = try statement.next()
  }
}
