import GRDB

/// The records of one table that a filter lets through, in their order, one at a time.
///
/// Records that lack a field of the filter are left out.
final class RecordCursor {
  let table: Table
  private let statement: PreparedStatement
  private let standing: StandingAssessments?
  /// The keys of the last records, the first of them last; nil where all are given.
  private var lastKeys: [Int64]?
  private var row: SQLRow?

  /// - Parameter standing: says which assessments stand; nil where all versions are given.
  /// - Throws: `DatabaseError`.
  init?(_ table: Table, _ filter: QueryFilter, standing: StandingAssessments?, on db: Database)
    throws
  {
    self.table = table
    self.standing = table == .assessment ? standing : nil
    guard let (conditions, values) = table.conditions(of: filter) else { return nil }
    let columns = """
      SELECT \(table.mergeTime ?? "NULL"), pk, \(table == .assessment ? "subject" : "NULL"), raw
      FROM \(table.rawValue)
      """
    // A stub is no record yet.
    let matches = (["raw IS NOT NULL"] + conditions).joined(separator: " AND ")
    if let last = filter.last {
      let search = try PreparedStatement(
        "\(columns) WHERE \(matches) ORDER BY \(table.lastFirst)", on: db)
      lastKeys = try Self.lastKeys(search, values, count: last, standing: self.standing)
      statement = try PreparedStatement("\(columns) WHERE pk = ?", on: db)
    } else {
      statement = try PreparedStatement(
        "\(columns) WHERE \(matches) ORDER BY \(table.order)", on: db)
      try statement.start(values)
    }
    try advance()
  }

  /// Whether a record is at hand.
  var isAtEnd: Bool { row == nil }

  /// The time of the record at hand, milliseconds since 1970-01-01 UTC; the least where it has
  /// none, or comes first whatever its time.
  var time: Int64 { row?.integer(0) ?? .min }

  /// The line of the record at hand, valid until the cursor advances.
  var line: UnsafeRawBufferPointer { row?.bytes(3) ?? UnsafeRawBufferPointer(start: nil, count: 0) }

  /// Goes on to the next record.
  ///
  /// - Throws: `DatabaseError`.
  func advance() throws {
    if lastKeys != nil {
      row = nil
      guard let key = lastKeys?.popLast() else { return }
      try statement.start([.integer(key)])
      row = try statement.next()
      return
    }
    repeat { row = try statement.next() } while try !stands(row)
  }

  private func stands(_ row: SQLRow?) throws -> Bool {
    guard let row, let standing else { return true }
    return try standing.contains(row.integer(1) ?? 0, subject: row.integer(2) ?? 0)
  }

  private static func lastKeys(
    _ search: PreparedStatement, _ values: [SQLValue], count: Int, standing: StandingAssessments?
  ) throws -> [Int64] {
    var keys: [Int64] = []
    try search.start(values)
    defer { search.reset() }
    while keys.count < count, let row = try search.next() {
      let key = row.integer(1) ?? 0
      if let standing, try !standing.contains(key, subject: row.integer(2) ?? 0) { continue }
      keys.append(key)
    }
    return keys
  }
}
