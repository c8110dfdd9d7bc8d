import CoachJSONL
import GRDB

/// Stores `reject` records; the attempts of one that happens again add up.
final class RejectWriter {
  private let parser: RecordParser
  private let rows: RowWriter

  /// - Throws: `DatabaseError`.
  init(parser: RecordParser, on db: Database) throws {
    self.parser = parser
    rows = try RowWriter(
      table: "reject",
      columns: ["stage", "code", "record_id", "retryable", "attempts", "created_at"], on: db)
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    var reject = try Reject(record)
    var raw = record.copy()
    if try rows.insert(reject.id, values(reject), raw: raw) != nil { return .new }
    guard let known = try rows.known(reject.id), let stored = known.raw, stored != raw else {
      return .unchanged
    }
    let old = try parser.read(stored) { try Reject($0) }
    // The same event that comes a second time, as it does behind `--tee`, is no second attempt.
    guard old.createdAt != reject.createdAt else { return .unchanged }
    reject.attempts += old.attempts
    raw = record.setting("attempts", to: Array(String(reject.attempts).utf8))
    try rows.update(known.key, values(reject), raw: raw)
    return .changed
  }

  private func values(_ reject: Reject) -> [SQLValue] {
    [
      .text(reject.stage), .text(reject.code), .maybe(reject.recordId),
      .integer(reject.retryable ? 1 : 0), .integer(reject.attempts), .integer(reject.createdAt),
    ]
  }
}
