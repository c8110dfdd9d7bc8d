/// What a turn asked of the coach beside its text.
public enum Command: String, Sendable, CaseIterable {
  case task
  case done
  case feedback
  case quit
}

/// One turn of a conversation (plan §1).
public struct Interaction: SuiteRecord, Equatable {
  /// Whether the whole reply arrived.
  public enum Status: String, Sendable, CaseIterable {
    case ok
    case partial
  }

  public static let type = RecordType.interaction
  public var id: String
  public var userId: String?
  public var sessionId: String
  public var userText: String
  public var aiResponse: String
  /// Milliseconds since 1970-01-01 UTC.
  public var timestamp: Int64
  public var requestId: String?
  public var inputMode: InputMode?
  public var status: Status?
  public var provider: String?
  public var modelId: String?
  /// Time to the first token, milliseconds.
  public var ttftMs: Int64?
  /// Time to the last token, milliseconds.
  public var latencyMs: Int64?
  public var command: Command?
  /// The name of the task that the command opens or closes.
  public var task: String?
  /// What coach-filter decided.
  public var scope: Scope?

  public init(
    id: String, userId: String? = nil, sessionId: String, userText: String, aiResponse: String,
    timestamp: Int64, requestId: String? = nil, inputMode: InputMode? = nil,
    status: Status? = nil, provider: String? = nil, modelId: String? = nil, ttftMs: Int64? = nil,
    latencyMs: Int64? = nil, command: Command? = nil, task: String? = nil, scope: Scope? = nil
  ) {
    self.id = id
    self.userId = userId
    self.sessionId = sessionId
    self.userText = userText
    self.aiResponse = aiResponse
    self.timestamp = timestamp
    self.requestId = requestId
    self.inputMode = inputMode
    self.status = status
    self.provider = provider
    self.modelId = modelId
    self.ttftMs = ttftMs
    self.latencyMs = latencyMs
    self.command = command
    self.task = task
    self.scope = scope
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.id("id")
    userId = try fields.optionalID("userId")
    sessionId = try fields.id("sessionId")
    userText = try fields.text("userText")
    aiResponse = try fields.text("aiResponse")
    timestamp = try fields.time("timestamp")
    requestId = try fields.optionalID("requestId")
    inputMode = try fields.optionalChoice("inputMode")
    status = try fields.optionalChoice("status")
    provider = try fields.optionalText("provider")
    modelId = try fields.optionalText("modelId")
    ttftMs = try fields.optionalInteger("ttftMs")
    latencyMs = try fields.optionalInteger("latencyMs")
    command = try fields.optionalChoice("command")
    task = try fields.optionalText("task")
    scope = try fields.optionalObject("scope", Scope.init)
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("userId", userId)
    writer.field("sessionId", sessionId)
    writer.field("userText", userText)
    writer.field("aiResponse", aiResponse)
    writer.field("timestamp", timestamp)
    writer.field("requestId", requestId)
    writer.field("inputMode", inputMode)
    writer.field("status", status)
    writer.field("provider", provider)
    writer.field("modelId", modelId)
    writer.field("ttftMs", ttftMs)
    writer.field("latencyMs", latencyMs)
    writer.field("command", command)
    writer.field("task", task)
    writer.field("scope", scope)
  }

  /// The turn as an evaluation carries it.
  public var turn: Turn {
    Turn(id: id, userText: userText, aiResponse: aiResponse, timestamp: timestamp)
  }
}
