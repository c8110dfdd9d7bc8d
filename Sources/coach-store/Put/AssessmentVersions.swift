import CoachJSONL
import GRDB

/// Assessments whose ids are stored already: of two versions the newer stands.
final class AssessmentVersions {
  private let find: PreparedStatement
  private let select: PreparedStatement
  private let update: PreparedStatement
  private let forgetTurns: PreparedStatement
  private let forgetErrors: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    find = try PreparedStatement("SELECT pk FROM assessment WHERE id = ?", on: db)
    select = try PreparedStatement(
      "SELECT coalesce(assessed_at, created_at), subject, raw FROM assessment WHERE pk = ?",
      on: db)
    let assignments = (PendingAssessment.columns + ["raw"]).map { "\($0) = ?" }
    update = try PreparedStatement(
      "UPDATE assessment SET \(assignments.joined(separator: ", ")) WHERE pk = ?", on: db)
    forgetTurns = try PreparedStatement(
      "DELETE FROM assessment_interaction WHERE assessment = ?", on: db)
    forgetErrors = try PreparedStatement(
      "DELETE FROM assessment_error WHERE assessment = ?", on: db)
  }

  /// The key of the row with that id, which is there.
  ///
  /// - Throws: `DatabaseError`.
  func key(of id: String) throws -> Int64 {
    try find.first(.text(id)) { $0.integer(0) ?? 0 } ?? 0
  }

  /// Puts a version in place of the one that is stored, without its turns and errors, unless that
  /// is the newer one or the same.
  ///
  /// - Returns: the subject of the version that was stored; nil where it stays.
  /// - Throws: `DatabaseError`.
  func replace(_ key: Int64, by new: PendingAssessment) throws -> Int64? {
    let judgedAt = new.assessment.judgedAt
    let old = try select.first(.integer(key)) { row in
      (judgedAt: row.integer(0) ?? .min, subject: row.integer(1), isSame: row.holds(new.raw, 2))
    }
    guard let old, let subject = old.subject, !old.isSame, old.judgedAt <= judgedAt else {
      return nil
    }
    var values: [SQLValue] = []
    new.append(to: &values, stands: false)
    try update.run(values + [.line(new.raw), .integer(key)])
    try forgetTurns.run(.integer(key))
    try forgetErrors.run(.integer(key))
    return subject
  }
}
