import CoachJSONL
import GRDB

/// Keeps the flag of the assessments that stand: of several judgements of the same turns, the
/// newest complete one (contract §2).
final class StandingWriter {
  /// Subjects that are held back until they are settled.
  private static let mostUnsettled = 16_384

  private let db: Database
  private let parser: RecordParser
  private let versions: PreparedStatement
  private let update: PreparedStatement
  private var unsettled: Set<Int64> = []

  /// - Throws: `DatabaseError`, `StageFailure`.
  init(on db: Database) throws {
    self.db = db
    parser = try RecordParser(name: "database")
    versions = try PreparedStatement(
      """
      SELECT assessment.pk, assessment.id, focus.id, category, created_at, assessed_at, judgement,
        judgement_records, judgement_focuses, standing
      FROM assessment LEFT JOIN focus ON focus.pk = assessment.focus
      WHERE subject = ?
      """, on: db)
    update = try PreparedStatement("UPDATE assessment SET standing = ? WHERE pk = ?", on: db)
  }

  /// Says that assessments of a subject come, change or go.
  func mark(_ subject: Int64) { unsettled.insert(subject) }

  /// Whether so many subjects were marked that they should be settled before more come.
  var isDue: Bool { unsettled.count >= Self.mostUnsettled }

  /// Writes the flags of all subjects that were marked; they are right when this returns.
  ///
  /// - Throws: `DatabaseError`.
  func settle() throws {
    for subject in unsettled.sorted() { try settle(subject) }
    unsettled.removeAll(keepingCapacity: true)
  }

  /// Works out the flags of every assessment.
  ///
  /// - Throws: `DatabaseError`.
  func settleAll() throws {
    let subjects = try PreparedStatement(
      "SELECT subject FROM assessment WHERE subject > ? ORDER BY subject LIMIT 1", on: db)
    var last = Int64.min
    while let subject = try subjects.first(.integer(last), of: { $0.integer(0) }) ?? nil {
      try settle(subject)
      last = subject
    }
  }

  /// Whether assessments of one subject, which are all that there are, stand.
  static func stands(_ assessments: [Assessment]) -> [Bool] {
    if isPlain(assessments) { return assessments.map { _ in true } }
    let standing = Set(JudgementLedger.standing(of: assessments).map(\.id))
    return assessments.map { standing.contains($0.id) }
  }

  /// Nearly all subjects have records without judgement on different focuses, or those of one
  /// judgement: nothing competes with anything.
  private static func isPlain(_ assessments: [Assessment]) -> Bool {
    guard let first = assessments.first else { return true }
    for (index, assessment) in assessments.enumerated() {
      guard assessment.judgement == first.judgement,
        first.judgement == nil || assessment.judgedAt == first.judgedAt
      else { return false }
      for other in assessments[..<index]
      where other.id == assessment.id
        || (other.focusId == assessment.focusId && other.category == assessment.category)
      {
        return false
      }
    }
    guard let judgement = first.judgement else { return true }
    return judgement.focusIds == nil && assessments.count >= judgement.records
  }

  private func settle(_ subject: Int64) throws {
    var keys: [(key: Int64, stands: Bool)] = []
    var found: [Assessment] = []
    try versions.each(.integer(subject)) { row in
      keys.append((row.integer(0) ?? 0, row.integer(9) == 1))
      found.append(try assessment(row))
      return true
    }
    for (known, stands) in zip(keys, Self.stands(found)) where known.stands != stands {
      try update.run(.integer(stands ? 1 : 0), .integer(known.key))
    }
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
