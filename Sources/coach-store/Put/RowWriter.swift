import GRDB

/// What became of a record that was put.
enum Outcome {
  case new
  case changed
  /// What is stored is the same, or newer.
  case unchanged
}

/// Writes the rows of one table whose records have an id.
final class RowWriter {
  /// A row that is there already.
  struct Known {
    let key: Int64
    /// What decides which of two versions is the newer; nil where nothing does.
    let version: Int64?
    /// The record; nil for a stub.
    let raw: [UInt8]?
  }

  private let insertion: PreparedStatement
  private let selection: PreparedStatement
  private let updating: PreparedStatement
  private let db: Database

  /// - Parameters:
  ///   - columns: those besides `id` and `raw`, in the order in which values are given.
  ///   - version: the SQL expression of a row's version.
  /// - Throws: `DatabaseError` where there is no such table or column.
  init(
    table: String, columns: [String], version: String = "NULL", on db: Database
  ) throws {
    self.db = db
    let marks = Array(repeating: "?", count: columns.count + 2).joined(separator: ", ")
    let names = (["id"] + columns + ["raw"]).joined(separator: ", ")
    insertion = try PreparedStatement(
      "INSERT INTO \(table) (\(names)) VALUES (\(marks)) ON CONFLICT (id) DO NOTHING", on: db)
    selection = try PreparedStatement(
      "SELECT pk, \(version), raw FROM \(table) WHERE id = ?", on: db)
    let assignments = (columns + ["raw"]).map { "\($0) = ?" }.joined(separator: ", ")
    updating = try PreparedStatement("UPDATE \(table) SET \(assignments) WHERE pk = ?", on: db)
  }

  /// Makes a row; returns its key, nil where the id has one already.
  ///
  /// - Throws: `DatabaseError`.
  func insert(_ id: String, _ values: [SQLValue], raw: [UInt8]) throws -> Int64? {
    try insertion.run([.text(id)] + values + [.line(raw)])
    return db.changesCount > 0 ? db.lastInsertedRowID : nil
  }

  /// The row of an id.
  ///
  /// - Throws: `DatabaseError`.
  func known(_ id: String) throws -> Known? {
    try selection.first(.text(id)) { row in
      Known(
        key: row.integer(0) ?? 0, version: row.integer(1),
        raw: row.isNull(2) ? nil : Array(row.bytes(2)))
    }
  }

  /// Writes the record of a row anew.
  ///
  /// - Throws: `DatabaseError`.
  func update(_ key: Int64, _ values: [SQLValue], raw: [UInt8]) throws {
    try updating.run(values + [.line(raw), .integer(key)])
  }

  /// Puts a record: a new row, a stub that is filled, or a version that wins over another. The
  /// higher version wins; where either has none, or they are equal, the later one does.
  ///
  /// - Returns: the row's key, and what became of the record.
  /// - Throws: `DatabaseError`.
  func put(
    _ id: String, version: Int64? = nil, _ values: [SQLValue], raw: [UInt8]
  ) throws -> (key: Int64, outcome: Outcome) {
    if let key = try insert(id, values, raw: raw) { return (key, .new) }
    guard let known = try known(id) else { return (0, .unchanged) }
    if let stored = known.raw {
      if stored == raw { return (known.key, .unchanged) }
      if let version, let other = known.version, other > version { return (known.key, .unchanged) }
    }
    try update(known.key, values, raw: raw)
    return (known.key, known.raw == nil ? .new : .changed)
  }
}
