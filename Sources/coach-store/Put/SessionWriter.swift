import CoachJSONL
import GRDB

/// Stores `session` records: the earlier start and the later end stand, and an end is never erased.
final class SessionWriter {
  private let keys: Keys
  private let parser: RecordParser
  private let rows: RowWriter
  private let nameUser: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(keys: Keys, parser: RecordParser, on db: Database) throws {
    self.keys = keys
    self.parser = parser
    rows = try RowWriter(
      table: "session", columns: ["user", "start_time", "end_time"], on: db)
    nameUser = try PreparedStatement(
      "UPDATE interaction SET user = ? WHERE session = ? AND user IS NULL", on: db)
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    let session = try Session(record)
    let user = try keys.users.key(of: session.userId)
    let raw = record.copy()
    let result: (key: Int64, outcome: Outcome)
    if let key = try rows.insert(session.id, values(session, user), raw: raw) {
      // Its interactions have not come either.
      return key > 0 ? .new : .unchanged
    } else if let known = try rows.known(session.id) {
      result = (known.key, try merge(session, raw, into: known, user: user))
    } else {
      return .unchanged
    }
    if result.outcome != .unchanged { try nameUser.run(.integer(user), .integer(result.key)) }
    return result.outcome
  }

  private func merge(
    _ session: Session, _ raw: [UInt8], into known: RowWriter.Known, user: Int64
  ) throws -> Outcome {
    var merged = session
    if let stored = known.raw {
      if stored == raw { return .unchanged }
      let old = try parser.read(stored) { try Session($0) }
      merged.startTime = min(old.startTime, session.startTime)
      merged.endTime = [old.endTime, session.endTime].compactMap(\.self).max()
    }
    var line = raw
    if merged.startTime != session.startTime {
      line = try setting("startTime", to: merged.startTime, in: line)
    }
    if let end = merged.endTime, end != session.endTime {
      line = try setting("endTime", to: end, in: line)
    }
    if known.raw == line { return .unchanged }
    try rows.update(known.key, values(merged, user), raw: line)
    return known.raw == nil ? .new : .changed
  }

  private func setting(
    _ name: StaticString, to time: Int64, in line: [UInt8]
  ) throws -> [UInt8] {
    try parser.read(line) { $0.setting(name, to: Array(String(time).utf8)) }
  }

  private func values(_ session: Session, _ user: Int64) -> [SQLValue] {
    [.integer(user), .integer(session.startTime), .maybe(session.endTime)]
  }
}
