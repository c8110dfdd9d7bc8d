/// Where a learner stands on one focus (plan §2), with the scores it stands on.
public struct Level: SuiteRecord, Equatable {
  /// The plan's three bands of the 1–10 scale.
  public enum Band: String, Sendable, CaseIterable {
    case novice
    case developing
    case mastery
  }

  public static let type = RecordType.level
  public var userId: String
  public var focusId: String
  /// Exponential moving average of the window's scores, 1–10.
  public var ema: Double
  /// 1–10.
  public var level: Int
  public var band: Band
  /// How many scores the window has.
  public var count: Int
  /// Oldest first.
  public var window: [WindowScore]
  public var alpha: Double
  /// How many scores the window may have.
  public var n: Int
  /// The newest `createdAt` of the window, milliseconds since 1970-01-01 UTC.
  public var updatedAt: Int64

  public init(
    userId: String, focusId: String, ema: Double, level: Int, band: Band, window: [WindowScore],
    alpha: Double, n: Int, updatedAt: Int64
  ) {
    self.userId = userId
    self.focusId = focusId
    self.ema = ema
    self.level = level
    self.band = band
    count = window.count
    self.window = window
    self.alpha = alpha
    self.n = n
    self.updatedAt = updatedAt
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    userId = try fields.id("userId")
    focusId = try fields.id("focusId")
    ema = try fields.number("ema", in: 1...10)
    level = Int(try fields.integer("level", in: 1...10))
    band = try fields.choice("band")
    count = Int(try fields.integer("count"))
    window = try fields.objects("window", WindowScore.init)
    alpha = try fields.number("alpha", in: 0...1)
    n = Int(try fields.integer("n", in: 1...Int64(Int32.max)))
    updatedAt = try fields.time("updatedAt")
    try validate()
  }

  public func validate() throws(RecordError) {
    guard count == window.count else {
      throw RecordError(at: "count", "must be \(window.count), as many as window, got \(count)")
    }
    for (index, score) in window.enumerated() {
      guard score.kind != .sessionSummary else {
        throw RecordError(at: "window[\(index)].kind", "must be that of turns, got a summary")
      }
      try Assessment.check(score.kind, hasTurns: score.interactionIds.count)
    }
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("userId", userId)
    writer.field("focusId", focusId)
    writer.field("ema", ema)
    writer.field("level", level)
    writer.field("band", band)
    writer.field("count", count)
    writer.field("window", window)
    writer.field("alpha", alpha)
    writer.field("n", n)
    writer.field("updatedAt", updatedAt)
  }
}

/// One score of a level's window.
public struct WindowScore: JSONEncodable, Sendable, Equatable {
  /// The assessment's id.
  public var id: String
  public var kind: Assessment.Kind
  public var interactionIds: [String]
  /// 1–10.
  public var score: Double
  /// The time of practice, milliseconds since 1970-01-01 UTC.
  public var createdAt: Int64
  /// When it was judged, milliseconds since 1970-01-01 UTC.
  public var assessedAt: Int64?

  public init(
    id: String, kind: Assessment.Kind, interactionIds: [String], score: Double, createdAt: Int64,
    assessedAt: Int64? = nil
  ) {
    self.id = id
    self.kind = kind
    self.interactionIds = interactionIds
    self.score = score
    self.createdAt = createdAt
    self.assessedAt = assessedAt
  }

  /// The score of a progress assessment; nil for one that never enters a window: an error, a
  /// summary, one without focus or score.
  public init?(_ assessment: Assessment) {
    guard assessment.category == .progress, assessment.kind != .sessionSummary,
      assessment.focusId != nil, let score = assessment.score
    else { return nil }
    self.init(
      id: assessment.id, kind: assessment.kind, interactionIds: assessment.interactionIds,
      score: score, createdAt: assessment.createdAt, assessedAt: assessment.assessedAt)
  }

  init(_ fields: FieldDecoder) throws(RecordError) {
    id = try fields.id("id")
    kind = try fields.choice("kind")
    interactionIds = try fields.ids("interactionIds")
    score = try fields.number("score", in: 1...10)
    createdAt = try fields.time("createdAt")
    assessedAt = try fields.optionalTime("assessedAt")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("kind", kind)
    writer.field("interactionIds", interactionIds)
    writer.field("score", score)
    writer.field("createdAt", createdAt)
    writer.field("assessedAt", assessedAt)
  }
}
