/// A score on its way into a level's window, decoded from an assessment without the rest of it.
public struct ProgressScore: Sendable, Equatable {
  public let userId: String
  public let focusId: String
  public let score: WindowScore

  /// The score that a record brings; nil for one that never enters a window: another type, an
  /// error, a summary, one without focus or score (contract §4, coach-level).
  ///
  /// - Throws: `RecordError` where a field that is needed does not decode.
  public init?(_ record: borrowing Record) throws(RecordError) {
    guard record.type == .assessment else { return nil }
    let fields = record.decoder
    let category: Assessment.Category = try fields.choice("category")
    guard category == .progress, fields.optional("score") != nil else { return nil }
    let kind: Assessment.Kind = try fields.choice("kind")
    guard kind != .sessionSummary, let focusId = try fields.optionalID("focusId") else {
      return nil
    }
    self.focusId = focusId
    userId = try fields.id("userId")
    score = WindowScore(
      id: try fields.id("id"), kind: kind, interactionIds: try fields.ids("interactionIds"),
      score: try fields.number("score", in: 1...10), createdAt: try fields.time("createdAt"),
      assessedAt: try fields.optionalTime("assessedAt"))
  }
}
