/// A score on its way into a level's window, decoded from an assessment without the rest of it.
///
/// One value can take in record after record, in the same memory.
public struct ProgressScore: Sendable, Equatable {
  /// Whose score on what.
  public private(set) var owner = LevelOwner()
  var entry = WindowEntry()

  /// A score of nobody, to be filled.
  public init() {}

  /// The score that a record brings; nil for one that never enters a window: another type, an
  /// error, a summary, one without focus or score (contract §4, coach-level).
  ///
  /// - Throws: `RecordError` where a field that is needed does not decode.
  public init?(_ record: borrowing Record) throws(RecordError) {
    guard try take(record) else { return nil }
  }

  public var userId: String { owner.userId }
  public var focusId: String { owner.focusId }

  /// The score as levels give it.
  public var score: WindowScore { entry.windowScore }

  /// Becomes the score that a record brings; false, and no score at all, where it brings none.
  ///
  /// - Throws: `RecordError` where a field that is needed does not decode.
  public mutating func take(_ record: borrowing Record) throws(RecordError) -> Bool {
    guard record.type == .assessment else { return false }
    let fields = record.decoder
    guard try record.assessmentCategory() == .progress,
      let score = try fields.optionalNumber("score", in: 1...10)
    else { return false }
    let kind = try record.assessmentKind()
    guard kind != .sessionSummary, let focusId = try fields.optionalIDBytes("focusId") else {
      return false
    }
    owner.set(userId: try fields.idBytes("userId"), focusId: focusId)
    entry.begin(id: try fields.idBytes("id"))
    try fields.eachID("interactionIds") { entry.add(turn: $0) }
    entry.end(
      kind: kind, score: score, createdAt: try fields.time("createdAt"),
      assessedAt: try fields.optionalTime("assessedAt"))
    return true
  }
}
