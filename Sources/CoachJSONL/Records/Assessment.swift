/// Structured feedback on a turn, on a task of several turns, or on a session (plan §1, §4).
public struct Assessment: SuiteRecord, Equatable {
  /// What an assessment is about (plan §4).
  public enum Kind: String, Sendable, CaseIterable {
    case interaction
    case multiTurn = "multi_turn"
    case sessionSummary = "session_summary"
  }

  /// What an assessment is for (plan §4).
  public enum Category: String, Sendable, CaseIterable {
    case error
    case progress
  }

  public static let type = RecordType.assessment
  public var id: String
  public var userId: String
  public var sessionId: String
  public var interactionIds: [String]
  public var focusId: String?
  public var kind: Kind
  public var category: Category
  /// 1–10; nil where there is nothing to score or the text is too short to judge.
  public var score: Double?
  public var explanationText: String
  public var errors: [LanguageError]?
  public var tags: [String]?
  public var groupId: String?
  public var rubricVersion: String?
  public var provider: String?
  public var modelId: String?
  public var requestId: String?
  /// The time of the last turn it stands on, milliseconds since 1970-01-01 UTC.
  public var createdAt: Int64
  /// The wall clock when it was judged, milliseconds since 1970-01-01 UTC.
  public var assessedAt: Int64?
  public var judgement: Judgement?
  public var basis: Basis?

  public init(
    id: String, userId: String, sessionId: String, interactionIds: [String],
    focusId: String? = nil, kind: Kind, category: Category, score: Double? = nil,
    explanationText: String, errors: [LanguageError]? = nil, tags: [String]? = nil,
    groupId: String? = nil, rubricVersion: String? = nil, provider: String? = nil,
    modelId: String? = nil, requestId: String? = nil, createdAt: Int64, assessedAt: Int64? = nil,
    judgement: Judgement? = nil, basis: Basis? = nil
  ) {
    self.id = id
    self.userId = userId
    self.sessionId = sessionId
    self.interactionIds = interactionIds
    self.focusId = focusId
    self.kind = kind
    self.category = category
    self.score = score
    self.explanationText = explanationText
    self.errors = errors
    self.tags = tags
    self.groupId = groupId
    self.rubricVersion = rubricVersion
    self.provider = provider
    self.modelId = modelId
    self.requestId = requestId
    self.createdAt = createdAt
    self.assessedAt = assessedAt
    self.judgement = judgement
    self.basis = basis
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.id("id")
    userId = try fields.id("userId")
    sessionId = try fields.id("sessionId")
    interactionIds = try fields.ids("interactionIds")
    focusId = try fields.optionalID("focusId")
    kind = try record.assessmentKind()
    category = try record.assessmentCategory()
    score = try fields.optionalNumber("score", in: 1...10)
    explanationText = try fields.text("explanationText")
    errors = try fields.optionalObjects("errors", LanguageError.init)
    tags = try fields.optionalTexts("tags")
    groupId = try fields.optionalID("groupId")
    rubricVersion = try fields.optionalText("rubricVersion")
    provider = try fields.optionalText("provider")
    modelId = try fields.optionalText("modelId")
    requestId = try fields.optionalID("requestId")
    createdAt = try fields.time("createdAt")
    assessedAt = try fields.optionalTime("assessedAt")
    judgement = try fields.optionalObject("judgement", Judgement.init)
    basis = try fields.optionalObject("basis", Basis.init)
    try validate()
  }

  /// The rules of contract §2 that hold between its fields.
  public func validate() throws(RecordError) {
    try Self.check(kind, hasTurns: interactionIds.count)
    if let score, !(1...10).contains(score) {
      throw RecordError(at: "score", "must be 1…10, got \(score)")
    }
    guard kind == .multiTurn, let errors else { return }
    for (index, error) in errors.enumerated() {
      guard let id = error.interactionId else {
        throw RecordError(
          at: "errors[\(index)].interactionId", "is required in kind multi_turn, got nothing")
      }
      guard interactionIds.contains(id) else {
        throw RecordError(
          at: "errors[\(index)].interactionId", "must be one of interactionIds, got another")
      }
    }
  }

  /// The number of turns that each kind stands on (plan §4, Validation rules).
  static func check(_ kind: Kind, hasTurns count: Int) throws(RecordError) {
    let isRight =
      switch kind {
      case .interaction: count == 1
      case .multiTurn: count >= 2
      case .sessionSummary: count == 0
      }
    guard !isRight else { return }
    let needed =
      switch kind {
      case .interaction: "1"
      case .multiTurn: "2 or more"
      case .sessionSummary: "0"
      }
    throw RecordError(at: "interactionIds", "kind \(kind.rawValue) needs \(needed), got \(count)")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("userId", userId)
    writer.field("sessionId", sessionId)
    writer.field("interactionIds", interactionIds)
    writer.key("focusId")
    writer.value(focusId)
    writer.field("kind", kind)
    writer.field("category", category)
    if let score { writer.field("score", score) } else { writer.null("score") }
    writer.field("explanationText", explanationText)
    writer.field("errors", errors)
    writer.field("tags", tags)
    writer.field("groupId", groupId)
    writer.field("rubricVersion", rubricVersion)
    writer.field("provider", provider)
    writer.field("modelId", modelId)
    writer.field("requestId", requestId)
    writer.field("createdAt", createdAt)
    writer.field("assessedAt", assessedAt)
    writer.field("judgement", judgement)
    writer.field("basis", basis)
  }

  /// The id that the contract derives from what the assessment is of (contract §1).
  public static func derivedID(
    userId: String, sessionId: String, kind: Kind, interactionIds: [String], groupId: String?,
    focusId: String?, category: Category, rubricVersion: String?, provider: String?,
    modelId: String?
  ) -> String {
    DerivedID.assessment.from { json in
      json.value(userId)
      json.value(sessionId)
      json.value(kind.rawValue)
      if kind == .multiTurn {
        json.value(groupId)
      } else {
        json.array { for id in interactionIds { $0.value(id) } }
      }
      json.value(focusId)
      json.value(category.rawValue)
      json.value(rubricVersion)
      json.value(provider)
      json.value(modelId)
    }
  }
}
