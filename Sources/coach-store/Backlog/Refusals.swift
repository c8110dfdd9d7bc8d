import CoachJSONL
import GRDB

/// How a stage has refused a record.
enum Refusal: Equatable {
  /// It cannot be retried.
  case forGood
  /// It was tried a short while ago.
  case forNow
}

/// What stages could not do, so that it does not come up again, or not yet.
///
/// A reject that cannot be retried is the last word. One that can be keeps its record away for
/// 2 to the power of its attempts minutes, a day at most.
struct Refusals {
  private static let minute: Int64 = 60_000
  private static let mostMinutes: Int64 = 1_440

  private let find: PreparedStatement
  /// Milliseconds since 1970-01-01 UTC.
  private let now: Int64

  /// - Parameter now: the wall clock, milliseconds since 1970-01-01 UTC.
  /// - Throws: `DatabaseError`.
  init(now: Int64, on db: Database) throws {
    self.now = now
    find = try PreparedStatement(
      "SELECT retryable, attempts, created_at, raw FROM reject WHERE record_id = ? AND stage = ?",
      on: db)
  }

  /// Whether the stage has refused the record for good, or a short while ago.
  ///
  /// - Throws: `DatabaseError`.
  func refusal(of id: String, by stage: String) throws -> Refusal? {
    var refusal: Refusal?
    try find.each(.text(id), .text(stage)) { row in
      refusal = self.refusal(row) ?? refusal
      return refusal != .forGood
    }
    return refusal
  }

  /// Calls `body` with the rejects that keep the record away; each line is valid in the call only.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func each(
    _ id: String, by stage: String, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try find.each(.text(id), .text(stage)) { row in
      if refusal(row) != nil { try body(row.bytes(3)) }
      return true
    }
  }

  private func refusal(_ row: SQLRow) -> Refusal? {
    guard row.integer(0) != 0 else { return .forGood }
    let attempts = min(max(row.integer(1) ?? 1, 0), 16)
    let pause = min(1 << attempts, Self.mostMinutes) * Self.minute
    return now < (row.integer(2) ?? 0) + pause ? .forNow : nil
  }
}
