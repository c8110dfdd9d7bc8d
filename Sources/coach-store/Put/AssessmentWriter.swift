import CoachJSONL
import GRDB

/// Stores `assessment` records, with a row for each turn and for each error, and says which levels
/// they move.
final class AssessmentWriter {
  private let keys: Keys
  private let subjects: SubjectIndex
  private let levels: LevelWriter
  private let rows: RowWriter
  private let forgetTurns: PreparedStatement
  private let forgetErrors: PreparedStatement
  private let addTurn: PreparedStatement
  private let addError: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(keys: Keys, levels: LevelWriter, on db: Database) throws {
    self.keys = keys
    self.levels = levels
    subjects = try SubjectIndex(on: db)
    rows = try RowWriter(
      table: "assessment",
      columns: [
        "user", "session", "focus", "evaluation", "kind", "category", "score", "turns", "subject",
        "rubric_version", "provider", "model_id", "request_id", "created_at", "assessed_at",
        "judgement", "judgement_records", "judgement_focuses",
      ], version: "coalesce(assessed_at, created_at)", on: db)
    forgetTurns = try PreparedStatement(
      "DELETE FROM assessment_interaction WHERE assessment = ?", on: db)
    forgetErrors = try PreparedStatement(
      "DELETE FROM assessment_error WHERE assessment = ?", on: db)
    addTurn = try PreparedStatement(
      "INSERT INTO assessment_interaction (assessment, position, interaction) VALUES (?, ?, ?)",
      on: db)
    addError = try PreparedStatement(
      """
      INSERT INTO assessment_error (assessment, position, key, severity, message, suggestion,
        interaction, span_start, span_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, on: db)
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    let assessment = try Assessment(record)
    let user = try keys.users.key(of: assessment.userId)
    let focus = try keys.focuses.key(of: assessment.focusId)
    let turns = try assessment.interactionIds.map { try keys.interactions.key(of: $0) }
    let values = try values(assessment, user: user, focus: focus, turns: turns)
    let raw = record.copy()
    var key = try rows.insert(assessment.id, values, raw: raw)
    let isNew = key != nil
    if key == nil {
      let (known, outcome) = try rows.put(
        assessment.id, version: assessment.assessedAt ?? assessment.createdAt, values, raw: raw)
      guard outcome != .unchanged else { return .unchanged }
      try forgetTurns.run(.integer(known))
      try forgetErrors.run(.integer(known))
      key = known
    }
    guard let key else { return .unchanged }
    try add(turns, of: key)
    try add(assessment.errors ?? [], of: key)
    if let focus, let score = WindowScore(assessment) {
      try levels.touch(
        LevelWriter.Owner(user: user, focus: focus), score: score, isRevision: !isNew)
    }
    return isNew ? .new : .changed
  }

  private func values(
    _ assessment: Assessment, user: Int64, focus: Int64?, turns: [Int64]
  ) throws -> [SQLValue] {
    let judgement = assessment.judgement
    let session = try keys.sessions.key(of: assessment.sessionId)
    let group = try keys.evaluations.key(of: assessment.groupId)
    let subject = try subjects.subject(
      of: assessment, turns: turns, group: group, session: session)
    return [
      .integer(user), .integer(session), .maybe(focus), .maybe(group),
      .text(assessment.kind.rawValue),
      .text(assessment.category.rawValue), .maybe(assessment.score),
      .integer(Int64(assessment.interactionIds.count)),
      .integer(subject), .maybe(assessment.rubricVersion),
      .maybe(assessment.provider), .maybe(assessment.modelId), .maybe(assessment.requestId),
      .integer(assessment.createdAt), .maybe(assessment.assessedAt), .maybe(judgement?.id),
      .maybe(judgement.map { Int64($0.records) }),
      judgement?.focusIds.map { .line(Self.encoded($0)) } ?? .null,
    ]
  }

  private func add(_ turns: [Int64], of key: Int64) throws {
    for (position, turn) in turns.enumerated() {
      try addTurn.run(.integer(key), .integer(Int64(position)), .integer(turn))
    }
  }

  private func add(_ errors: [LanguageError], of key: Int64) throws {
    for (position, error) in errors.enumerated() {
      try addError.run(
        .integer(key), .integer(Int64(position)), .text(error.key),
        .text(error.severity.rawValue), .text(error.message), .maybe(error.suggestion),
        .maybe(error.interactionId), .maybe(error.span.map { Int64($0.start) }),
        .maybe(error.span.map { Int64($0.end) }))
    }
  }

  private static func encoded(_ ids: [String]) -> [UInt8] {
    var json = JSONWriter(reserving: 64)
    json.array { for id in ids { $0.value(id) } }
    return json.bytes
  }
}
