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

  /// Appends the values of these columns.
  func append(to values: inout [SQLValue], stands: Bool) {
    let judgement = assessment.judgement
    values.append(.integer(user))
    values.append(.integer(session))
    values.append(.maybe(focus))
    values.append(.maybe(evaluation))
    values.append(.text(assessment.kind.rawValue))
    values.append(.text(assessment.category.rawValue))
    values.append(.maybe(assessment.score))
    values.append(.integer(Int64(turns.count)))
    values.append(.integer(subject))
    values.append(.maybe(assessment.rubricVersion))
    values.append(.maybe(assessment.provider))
    values.append(.maybe(assessment.modelId))
    values.append(.maybe(assessment.requestId))
    values.append(.integer(assessment.createdAt))
    values.append(.maybe(assessment.assessedAt))
    values.append(.maybe(judgement?.id))
    values.append(.maybe(judgement.map { Int64($0.records) }))
    values.append(judgement?.focusIds.map { .line(Self.encoded($0)) } ?? .null)
    values.append(.integer(stands ? 1 : 0))
  }

  private static func encoded(_ ids: [String]) -> [UInt8] {
    var json = JSONWriter(reserving: 64)
    json.array { for id in ids { $0.value(id) } }
    return json.bytes
  }
}
