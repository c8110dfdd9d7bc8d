/// As much of an assessment as says which judgement it is a part of, and of what.
public struct JudgementPart: Sendable, Equatable {
  /// One judgement of some turns: judged again, it has the same id and another time.
  public struct Whole: Sendable, Hashable {
    public let id: String
    /// When it was judged, milliseconds since 1970-01-01 UTC.
    public let judgedAt: Int64
    /// How many records it has.
    public let records: Int
  }

  /// The assessment's id.
  public let id: String
  public let sessionId: String
  /// The ids of what it judges: its one turn, its evaluation, or both.
  public let subjects: [String]
  /// Nil where the assessment stands for itself.
  public let whole: Whole?

  /// The part that a record is; nil for one that judges no turns: another type, a summary.
  ///
  /// - Throws: `RecordError` where a field that is needed does not decode.
  public init?(_ record: borrowing Record) throws(RecordError) {
    guard record.type == .assessment else { return nil }
    let fields = record.decoder
    let kind = try record.assessmentKind()
    guard kind != .sessionSummary else { return nil }
    id = try fields.id("id")
    sessionId = try fields.id("sessionId")
    let turn = kind == .interaction ? try fields.ids("interactionIds").first : nil
    subjects = [turn, try fields.optionalID("groupId")].compactMap(\.self)
    guard let judgement = try fields.optionalObject("judgement", Judgement.init) else {
      whole = nil
      return
    }
    let createdAt = try fields.time("createdAt")
    whole = Whole(
      id: judgement.id, judgedAt: try fields.optionalTime("assessedAt") ?? createdAt,
      records: judgement.records)
  }
}
