import CoachJSONL
import GRDB

/// Stores records of types that the suite does not know, as they came.
final class OtherWriter {
  private let find: PreparedStatement
  private let insert: PreparedStatement
  private let update: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    find = try PreparedStatement(
      "SELECT pk, updated_at, raw FROM record WHERE type = ? AND key = ?", on: db)
    insert = try PreparedStatement(
      "INSERT INTO record (time, updated_at, raw, type, key) VALUES (?, ?, ?, ?, ?)", on: db)
    update = try PreparedStatement(
      "UPDATE record SET time = ?, updated_at = ?, raw = ? WHERE type = ? AND key = ?", on: db)
  }

  /// - Throws: `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    let raw = record.copy()
    let type = optional { try record.text("type") } ?? ""
    // Nothing is known of the type, so nothing in it can be wrong: what does not decode is absent.
    let key = optional { try record.id("id") } ?? String(decoding: raw, as: UTF8.self)
    let updatedAt = optional { try record.time("updatedAt") }
    let time =
      optional { try record.time("timestamp") } ?? optional { try record.time("createdAt") }
      ?? updatedAt
    let known = try find.first(.text(type), .text(key)) {
      (updatedAt: $0.integer(1), raw: Array($0.bytes(2)))
    }
    if let known {
      if known.raw == raw { return .unchanged }
      if let stored = known.updatedAt, let updatedAt, stored > updatedAt { return .unchanged }
    }
    try (known == nil ? insert : update).run(
      .maybe(time), .maybe(updatedAt), .line(raw), .text(type), .text(key))
    return known == nil ? .new : .changed
  }

  private func optional<Value>(_ read: () throws -> Value?) -> Value? {
    (try? read()) ?? nil
  }
}
