import CoachJSONL

/// An assessment that is about to be stored, and the keys of all that it names.
struct PendingAssessment {
  let assessment: Assessment
  let raw: [UInt8]
  let user: Int64
  let session: Int64
  let focus: Int64?
  let evaluation: Int64?
  let turns: [Int64]
  /// What it is of; see `SubjectIndex`.
  let subject: Int64
  /// Whether nothing that is stored is of the same subject.
  let isOfNewSubject: Bool

  /// The columns that hold it, besides `pk`, `id` and `raw`.
  static let columns = [
    "user", "session", "focus", "evaluation", "kind", "category", "score", "turns", "subject",
    "rubric_version", "provider", "model_id", "request_id", "created_at", "assessed_at",
    "judgement", "judgement_records", "judgement_focuses", "standing",
  ]

  /// The values of these columns.
  func values(stands: Bool) -> [SQLValue] {
    let judgement = assessment.judgement
    return [
      .integer(user), .integer(session), .maybe(focus), .maybe(evaluation),
      .text(assessment.kind.rawValue), .text(assessment.category.rawValue),
      .maybe(assessment.score), .integer(Int64(turns.count)), .integer(subject),
      .maybe(assessment.rubricVersion), .maybe(assessment.provider), .maybe(assessment.modelId),
      .maybe(assessment.requestId), .integer(assessment.createdAt),
      .maybe(assessment.assessedAt), .maybe(judgement?.id),
      .maybe(judgement.map { Int64($0.records) }),
      judgement?.focusIds.map { .line(Self.encoded($0)) } ?? .null, .integer(stands ? 1 : 0),
    ]
  }

  private static func encoded(_ ids: [String]) -> [UInt8] {
    var json = JSONWriter(reserving: 64)
    json.array { for id in ids { $0.value(id) } }
    return json.bytes
  }
}
