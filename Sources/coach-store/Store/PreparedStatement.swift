import GRDB
import GRDBSQLite

/// A value that a statement is given.
enum SQLValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  /// UTF-8, given to SQLite as text.
  case line([UInt8])

  static func maybe(_ integer: Int64?) -> SQLValue { integer.map(SQLValue.integer) ?? .null }
  static func maybe(_ number: Double?) -> SQLValue { number.map(SQLValue.real) ?? .null }
  static func maybe(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
}

/// A row that a statement stands on; valid until its next step.
struct SQLRow {
  fileprivate let handle: SQLiteStatement

  func integer(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(handle, column)
  }

  func real(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(handle, column)
  }

  func text(_ column: Int32) -> String? {
    isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
  }

  /// The bytes of a text, valid until the next step; empty where it is NULL.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    // As a blob: as a text SQLite would copy it, to put a zero behind.
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// Whether a text has just these bytes.
  func holds(_ line: [UInt8], _ column: Int32) -> Bool { bytes(column).elementsEqual(line) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
}

/// A statement that is prepared once and run often, with values bound straight to SQLite.
///
/// GRDB's arguments box every value, which is more than the insertion itself costs.
final class PreparedStatement {
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private let statement: Statement
  private var handle: SQLiteStatement { statement.sqliteStatement }

  /// - Throws: `DatabaseError` where `sql` is not valid.
  init(_ sql: String, on db: Database) throws {
    statement = try db.makeStatement(sql: sql)
  }

  /// Runs to the end, whatever rows come.
  ///
  /// - Throws: `DatabaseError`.
  func run(_ values: SQLValue...) throws { try run(values) }

  /// Runs to the end, whatever rows come.
  ///
  /// - Throws: `DatabaseError`.
  func run(_ values: some Collection<SQLValue>) throws {
    try start(values)
    defer { reset() }
    while try next() != nil {}
  }

  /// What `body` makes of the first row; nil where there is none.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func first<Result>(
    _ values: SQLValue..., of body: (SQLRow) throws -> Result
  ) throws -> Result? {
    try start(values)
    defer { reset() }
    return try next().map(body)
  }

  /// Calls `body` with every row until it says false.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func each(_ values: SQLValue..., while body: (SQLRow) throws -> Bool) throws {
    try start(values)
    defer { reset() }
    while let row = try next(), try body(row) {}
  }

  /// Begins a run whose rows are taken one by one.
  ///
  /// - Throws: `DatabaseError`.
  func start(_ values: some Collection<SQLValue>) throws {
    reset()
    var index: Int32 = 1
    for value in values {
      try bind(value, at: index)
      index += 1
    }
  }

  /// The next row; nil at the end.
  ///
  /// - Throws: `DatabaseError`.
  func next() throws -> SQLRow? {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return SQLRow(handle: handle)
    case SQLITE_DONE: return nil
    case let code: throw failure(code)
    }
  }

  /// Ends a run, so that it holds no lock.
  func reset() {
    sqlite3_reset(handle)
  }

  private func bind(_ value: SQLValue, at index: Int32) throws {
    let code: Int32
    switch value {
    case .null:
      code = sqlite3_bind_null(handle, index)
    case .integer(let integer):
      code = sqlite3_bind_int64(handle, index, integer)
    case .real(let number):
      code = sqlite3_bind_double(handle, index, number)
    case .text(var text):
      code = text.withUTF8 { bind($0, at: index) }
    case .line(let line):
      code = line.withUnsafeBufferPointer { bind($0, at: index) }
    }
    guard code == SQLITE_OK else { throw failure(code) }
  }

  private func bind(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int32) -> Int32 {
    // An empty buffer may have no address, which SQLite would take for NULL.
    guard let start = utf8.baseAddress else {
      return sqlite3_bind_text(handle, index, "", 0, Self.transient)
    }
    return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
      sqlite3_bind_text(handle, index, $0, Int32(utf8.count), Self.transient)
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
