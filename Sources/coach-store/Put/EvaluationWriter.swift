import CoachJSONL
import GRDB

/// Stores `evaluation` records, with a row for each turn to score.
final class EvaluationWriter {
  private let keys: Keys
  private let rows: RowWriter
  private let forgetTurns: PreparedStatement
  private let addTurn: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(keys: Keys, on db: Database) throws {
    self.keys = keys
    rows = try RowWriter(
      table: "evaluation", columns: ["user", "session", "task", "created_at"], on: db)
    forgetTurns = try PreparedStatement(
      "DELETE FROM evaluation_interaction WHERE evaluation = ?", on: db)
    addTurn = try PreparedStatement(
      "INSERT INTO evaluation_interaction (evaluation, position, interaction) VALUES (?, ?, ?)",
      on: db)
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    let evaluation = try Evaluation(record)
    let (key, outcome) = try rows.put(
      evaluation.id,
      [
        .integer(try keys.users.key(of: evaluation.userId)),
        .integer(try keys.sessions.key(of: evaluation.sessionId)), .maybe(evaluation.task),
        .integer(evaluation.createdAt),
      ], raw: record.copy())
    guard outcome != .unchanged else { return outcome }
    try forgetTurns.run(.integer(key))
    for (position, id) in evaluation.interactionIds.enumerated() {
      try addTurn.run(
        .integer(key), .integer(Int64(position)),
        .integer(try keys.interactions.key(of: id)))
    }
    return outcome
  }
}
