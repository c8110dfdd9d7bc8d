/// One attempt at a model call, failures included (plan §9.4).
public struct PromptRun: SuiteRecord, Equatable {
  public static let type = RecordType.promptRun

  /// What came of an attempt, as ``status`` has it.
  public enum Status: String, Sendable {
    case ok
    /// Nothing came; `errorCode` says why.
    case error
    /// The answer broke off; `errorCode` says why.
    case partial
    /// The answer reached the most tokens that it may have.
    case truncated
    /// The model declined.
    case refused
    /// The service held the answer back.
    case filtered
    /// The tool was told to stop.
    case cancelled
  }

  public var id: String
  public var requestId: String
  public var userId: String?
  public var sessionId: String?
  public var interactionIds: [String]?
  public var groupId: String?
  public var provider: String
  public var modelId: String
  public var rubricVersion: String?
  public var inputTokens: Int64
  public var outputTokens: Int64
  /// Milliseconds.
  public var latencyMs: Int64
  /// US cents; nil where the model's price is not known.
  public var costCents: Double?
  /// A ``Status``, or another program's word.
  public var status: String
  /// Milliseconds since 1970-01-01 UTC.
  public var createdAt: Int64
  /// The tool that called: `chat`, `assess`, `summarize`, `filter`.
  public var stage: String?
  /// Counted from 1.
  public var attempt: Int64?
  /// Time to the first token, milliseconds.
  public var ttftMs: Int64?
  public var cachedTokens: Int64?
  /// Whether the token counts are estimated.
  public var estimated: Bool?
  public var errorCode: String?

  public init(
    id: String, requestId: String, userId: String? = nil, sessionId: String? = nil,
    interactionIds: [String]? = nil, groupId: String? = nil, provider: String, modelId: String,
    rubricVersion: String? = nil, inputTokens: Int64, outputTokens: Int64, latencyMs: Int64,
    costCents: Double? = nil, status: String, createdAt: Int64, stage: String? = nil,
    attempt: Int64? = nil, ttftMs: Int64? = nil, cachedTokens: Int64? = nil,
    estimated: Bool? = nil, errorCode: String? = nil
  ) {
    self.id = id
    self.requestId = requestId
    self.userId = userId
    self.sessionId = sessionId
    self.interactionIds = interactionIds
    self.groupId = groupId
    self.provider = provider
    self.modelId = modelId
    self.rubricVersion = rubricVersion
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
    self.latencyMs = latencyMs
    self.costCents = costCents
    self.status = status
    self.createdAt = createdAt
    self.stage = stage
    self.attempt = attempt
    self.ttftMs = ttftMs
    self.cachedTokens = cachedTokens
    self.estimated = estimated
    self.errorCode = errorCode
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.id("id")
    requestId = try fields.id("requestId")
    userId = try fields.optionalID("userId")
    sessionId = try fields.optionalID("sessionId")
    interactionIds = try fields.optionalIDs("interactionIds")
    groupId = try fields.optionalID("groupId")
    provider = try fields.text("provider")
    modelId = try fields.text("modelId")
    rubricVersion = try fields.optionalText("rubricVersion")
    inputTokens = try fields.integer("inputTokens")
    outputTokens = try fields.integer("outputTokens")
    latencyMs = try fields.integer("latencyMs")
    costCents = try fields.optionalNumber("costCents", in: 0...1e12)
    status = try fields.text("status")
    createdAt = try fields.time("createdAt")
    stage = try fields.optionalText("stage")
    attempt = try fields.optionalInteger("attempt", in: 1...Int64.max)
    ttftMs = try fields.optionalInteger("ttftMs")
    cachedTokens = try fields.optionalInteger("cachedTokens")
    estimated = try fields.optionalBool("estimated")
    errorCode = try fields.optionalText("errorCode")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("requestId", requestId)
    writer.field("userId", userId)
    writer.field("sessionId", sessionId)
    writer.field("interactionIds", interactionIds)
    writer.field("groupId", groupId)
    writer.field("provider", provider)
    writer.field("modelId", modelId)
    writer.field("rubricVersion", rubricVersion)
    writer.field("inputTokens", inputTokens)
    writer.field("outputTokens", outputTokens)
    writer.field("latencyMs", latencyMs)
    writer.field("costCents", costCents)
    writer.field("status", status)
    writer.field("createdAt", createdAt)
    writer.field("stage", stage)
    writer.field("attempt", attempt)
    writer.field("ttftMs", ttftMs)
    writer.field("cachedTokens", cachedTokens)
    writer.field("estimated", estimated)
    writer.field("errorCode", errorCode)
  }
}
