import CoachJSONL
import GRDB

/// Looks a database over: SQLite's own checks, then every record against the contract.
struct StoreCheck {
  private let db: Database
  private let parser: RecordParser

  /// - Throws: `StageFailure` where there is no memory for a parser.
  init(_ db: Database) throws {
    self.db = db
    parser = try RecordParser(name: "database")
  }

  /// Calls `body` with everything that is found.
  ///
  /// - Returns: how many records were looked at.
  /// - Throws: `DatabaseError` where the file cannot be read, and what `body` throws.
  func each(_ body: (Finding) throws -> Void) throws -> Int {
    try reportingDamage(body) { try integrity(body) }
    try reportingDamage(body) { try foreignKeys(body) }
    var count = 0
    for table in Table.allCases {
      try reportingDamage(body) { count += try records(of: table, body) }
    }
    return count
  }

  /// A damaged page ends the part of the check that meets it, and is found.
  private func reportingDamage(
    _ body: (Finding) throws -> Void, _ work: () throws -> Void
  ) throws {
    do {
      try work()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      try body(Finding(code: .corrupt, message: error.message ?? "the file is damaged"))
    }
  }

  private func integrity(_ body: (Finding) throws -> Void) throws {
    let check = try PreparedStatement("PRAGMA integrity_check", on: db)
    try check.each { row in
      if let message = row.text(0), message != "ok" {
        try body(Finding(code: .corrupt, message: message))
      }
      return true
    }
  }

  private func foreignKeys(_ body: (Finding) throws -> Void) throws {
    let check = try PreparedStatement("PRAGMA foreign_key_check", on: db)
    try check.each { row in
      let place = row.integer(1).map { "row \($0)" } ?? "a row"
      try body(
        Finding(
          code: .foreignKey, table: row.text(0),
          message: "\(place) names a \(row.text(2) ?? "row") that is not there"))
      return true
    }
  }

  private func records(of table: Table, _ body: (Finding) throws -> Void) throws -> Int {
    let parts =
      table == .assessment
      ? """
      (SELECT count(*) FROM assessment_interaction WHERE assessment = pk),
        (SELECT count(*) FROM assessment_error WHERE assessment = pk)
      """ : "NULL, NULL"
    let rows = try PreparedStatement(
      "SELECT \(table.hasOwnID ? "id" : "NULL"), raw, \(parts) FROM \(table.rawValue)", on: db)
    var count = 0
    try rows.each { row in
      let id = row.text(0)
      if row.isNull(1) {
        try body(
          Finding(
            code: .stub, table: table.rawValue, id: id,
            message: "is named by other records, and has not come itself"))
        return true
      }
      count += 1
      do throws(RecordError) {
        try check(row, id: id, of: table)
      } catch {
        try body(
          Finding(code: .contract, table: table.rawValue, id: id, message: error.message))
      }
      return true
    }
    return count
  }

  private func check(_ row: SQLRow, id: String?, of table: Table) throws(RecordError) {
    do {
      try parser.read(row.bytes(1)) { record in
        guard table.holds(record.type) else {
          throw RecordError(at: "type", "must be \(table.rawValue), got another")
        }
        if let id, try record.id("id") != id {
          throw RecordError(at: "id", "must be that of the row, got another")
        }
        let parts = try RecordParts(record)
        try parts.check("interactionIds", parts.turns, stored: row.integer(2))
        try parts.check("errors", parts.errors, stored: row.integer(3))
      }
    } catch let error as RecordError {
      throw error
    } catch {
      throw RecordError(.invalidRecord, "\(error)")
    }
  }
}

/// A record that keeps the contract, and how many rows of other tables it has.
private struct RecordParts {
  var turns = 0
  var errors = 0

  /// - Throws: `RecordError` where the record breaks a rule.
  init(_ record: borrowing Record) throws(RecordError) {
    switch record.type {
    case .user: _ = try User(record)
    case .focus: _ = try Focus(record)
    case .userFocus: _ = try UserFocus(record)
    case .session: _ = try Session(record)
    case .interaction: _ = try Interaction(record)
    case .evaluation: _ = try Evaluation(record)
    case .assessment:
      let assessment = try Assessment(record)
      turns = assessment.interactionIds.count
      errors = assessment.errors?.count ?? 0
    case .level: _ = try Level(record)
    case .promptRun: _ = try PromptRun(record)
    case .reject: _ = try Reject(record)
    case .message, nil: break
    }
  }

  /// - Throws: `RecordError` where the rows are more or fewer than the record says.
  func check(_ field: StaticString, _ count: Int, stored: Int64?) throws(RecordError) {
    guard let stored, stored != Int64(count) else { return }
    throw RecordError(at: "\(field)", "must have a row each, \(count), got \(stored)")
  }
}

extension Table {
  /// Whether its rows have the ids of their records, whatever these are.
  fileprivate var hasOwnID: Bool {
    switch self {
    case .userFocus, .level, .record: false
    default: true
    }
  }

  /// Whether records of that type are in it.
  fileprivate func holds(_ type: RecordType?) -> Bool {
    self == .record ? type == nil || type == .message : type?.rawValue == rawValue
  }
}
