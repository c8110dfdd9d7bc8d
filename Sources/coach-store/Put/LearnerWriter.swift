import CoachJSONL
import GRDB

/// Stores `user` and `focus` records.
final class LearnerWriter {
  private let users: RowWriter
  private let focuses: RowWriter

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    users = try RowWriter(
      table: "user", columns: ["name", "email", "updated_at"], version: "updated_at", on: db)
    focuses = try RowWriter(
      table: "focus", columns: ["title", "description", "updated_at"], version: "updated_at",
      on: db)
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func putUser(_ record: borrowing Record) throws -> Outcome {
    let user = try User(record)
    let updatedAt = try record.time("updatedAt")
    return try users.put(
      user.id, version: updatedAt,
      [.maybe(user.name), .maybe(user.email), .maybe(updatedAt)], raw: record.copy()
    ).outcome
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func putFocus(_ record: borrowing Record) throws -> Outcome {
    let focus = try Focus(record)
    let updatedAt = try record.time("updatedAt")
    return try focuses.put(
      focus.id, version: updatedAt,
      [.text(focus.title), .maybe(focus.description), .maybe(updatedAt)], raw: record.copy()
    ).outcome
  }
}
