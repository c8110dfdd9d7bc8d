import CoachJSONL
import GRDB

/// Stores `user_focus` records, and keeps a user's active focuses in three places, one in each.
///
/// A focus that takes a place makes the one that held it inactive; where that one is the newer, it
/// stays, and the one that comes is stored as inactive. So the order of arrival does not matter.
final class UserFocusWriter {
  private let keys: Keys
  private let parser: RecordParser
  private let find: PreparedStatement
  private let findHolder: PreparedStatement
  private let displace: PreparedStatement
  private let insert: PreparedStatement
  private let update: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(keys: Keys, parser: RecordParser, on db: Database) throws {
    self.keys = keys
    self.parser = parser
    find = try PreparedStatement(
      "SELECT pk, updated_at, raw FROM user_focus WHERE user = ? AND focus = ?", on: db)
    findHolder = try PreparedStatement(
      """
      SELECT pk, updated_at, raw FROM user_focus
      WHERE user = ? AND "order" = ? AND active = 1 AND focus <> ?
      """, on: db)
    displace = try PreparedStatement(
      "UPDATE user_focus SET active = 0, raw = ? WHERE pk = ?", on: db)
    insert = try PreparedStatement(
      """
      INSERT INTO user_focus (id, "order", active, started_at, updated_at, raw, user, focus)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, on: db)
    update = try PreparedStatement(
      """
      UPDATE user_focus
      SET id = ?, "order" = ?, active = ?, started_at = ?, updated_at = ?, raw = ?
      WHERE user = ? AND focus = ?
      """, on: db)
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    let chosen = try UserFocus(record)
    let user = try keys.users.key(of: chosen.userId)
    let focus = try keys.focuses.key(of: chosen.focusId)
    let known = try find.first(.integer(user), .integer(focus), of: Row.init)
    if let stored = known?.updatedAt, let updatedAt = chosen.updatedAt, stored > updatedAt {
      return .unchanged
    }
    var raw = record.copy()
    var active = chosen.active
    if active {
      let holder = try findHolder.first(
        .integer(user), .integer(Int64(chosen.order)), .integer(focus), of: Row.init)
      if let holder {
        if let held = holder.updatedAt, let updatedAt = chosen.updatedAt, held > updatedAt {
          active = false
          raw = record.setting("active", to: Array("false".utf8))
        } else {
          let inactive = try parser.read(holder.raw) {
            $0.setting("active", to: Array("false".utf8))
          }
          try displace.run(.line(inactive), .integer(holder.key))
        }
      }
    }
    if let known, known.raw == raw { return .unchanged }
    let statement = known == nil ? insert : update
    try statement.run(
      .maybe(chosen.id), .integer(Int64(chosen.order)), .integer(active ? 1 : 0),
      .maybe(chosen.startedAt), .maybe(chosen.updatedAt), .line(raw), .integer(user),
      .integer(focus))
    return known == nil ? .new : .changed
  }

  private struct Row {
    let key: Int64
    let updatedAt: Int64?
    let raw: [UInt8]

    init(_ row: SQLRow) {
      key = row.integer(0) ?? 0
      updatedAt = row.integer(1)
      raw = Array(row.bytes(2))
    }
  }
}
