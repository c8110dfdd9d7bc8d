import GRDB

/// Says which stored assessments stand, as `StandingWriter` left them.
final class StandingAssessments {
  private let findOfSubject: PreparedStatement
  private let findOfKey: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    findOfSubject = try PreparedStatement(
      "SELECT 1 FROM assessment WHERE subject = ? AND standing = 1 LIMIT 1", on: db)
    findOfKey = try PreparedStatement(
      "SELECT 1 FROM assessment WHERE pk = ? AND subject = ? AND standing = 1", on: db)
  }

  /// Whether the assessment with that key stands among those of its subject.
  ///
  /// - Throws: `DatabaseError`.
  func contains(_ key: Int64, subject: Int64) throws -> Bool {
    try findOfKey.first(.integer(key), .integer(subject)) { _ in true } ?? false
  }

  /// Whether there is a judgement that counts.
  ///
  /// - Throws: `DatabaseError`.
  func isJudged(_ subject: Int64) throws -> Bool {
    try findOfSubject.first(.integer(subject)) { _ in true } ?? false
  }
}
