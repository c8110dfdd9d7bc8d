import CoachJSONL
import GRDB

/// Says which stored assessments stand, subject by subject.
final class StandingAssessments {
  /// Versions of the same turns have the same time or nearly so: few subjects are open at once.
  private static let mostRemembered = 4_096

  private let versions: PreparedStatement
  private let parser: RecordParser
  private var remembered: [Int64: Set<Int64>] = [:]

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    parser = try RecordParser(name: "database")
    versions = try PreparedStatement(
      """
      SELECT assessment.pk, assessment.id, focus.id, category, created_at, assessed_at, judgement,
        judgement_records, judgement_focuses
      FROM assessment LEFT JOIN focus ON focus.pk = assessment.focus
      WHERE subject = ?
      """, on: db)
  }

  /// Whether the assessment with that key stands.
  ///
  /// - Throws: `DatabaseError`.
  func contains(_ key: Int64, subject: Int64) throws -> Bool {
    try standing(of: subject).contains(key)
  }

  /// Whether there is a judgement that counts.
  ///
  /// - Throws: `DatabaseError`.
  func isJudged(_ subject: Int64) throws -> Bool {
    try !standing(of: subject).isEmpty
  }

  private func standing(of subject: Int64) throws -> Set<Int64> {
    if let known = remembered[subject] { return known }
    var keys: [String: Int64] = [:]
    var found: [Assessment] = []
    try versions.each(.integer(subject)) { row in
      let version = try assessment(row)
      keys[version.id] = row.integer(0) ?? 0
      found.append(version)
      return true
    }
    if remembered.count >= Self.mostRemembered { remembered.removeAll(keepingCapacity: true) }
    let standing = Set(JudgementLedger.standing(of: found).compactMap { keys[$0.id] })
    remembered[subject] = standing
    return standing
  }

  /// As much of an assessment as decides whether it stands.
  private func assessment(_ row: SQLRow) throws -> Assessment {
    let judgement = try row.text(6).map { id in
      Judgement(
        id: id, records: Int(row.integer(7) ?? 0), focusIds: try row.text(8).map(ids))
    }
    return Assessment(
      id: row.text(1) ?? "", userId: "", sessionId: "", interactionIds: [],
      focusId: row.text(2), kind: .interaction,
      category: row.text(3).flatMap(Assessment.Category.init) ?? .progress, explanationText: "",
      createdAt: row.integer(4) ?? 0, assessedAt: row.integer(5), judgement: judgement)
  }

  /// The ids of a JSON array that `AssessmentWriter` wrote.
  private func ids(_ json: String) throws -> [String] {
    try parser.read(Array("{\"focusIds\":\(json)}".utf8)) { try $0.ids("focusIds") } ?? []
  }
}
