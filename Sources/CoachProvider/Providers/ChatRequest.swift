public import CoachJSONL

/// What a model is asked.
public struct ChatRequest: Sendable, Equatable {
  /// Sent as `x-request-id`, and kept in every record and log line of the request.
  public var requestId: String
  /// What the model is told about its work; nil for nothing.
  public var system: String?
  /// The conversation, oldest first, ending with the user's words.
  public var messages: [ChatMessage]
  /// The most tokens that the answer may have.
  public var maxOutputTokens: Int
  /// 0 for the likeliest words; nil for the model's usual way.
  public var temperature: Double?
  /// The form of the answer.
  public var format: AnswerFormat
  public var timeouts: Timeouts

  public init(
    requestId: String, system: String? = nil, messages: [ChatMessage], maxOutputTokens: Int,
    temperature: Double? = nil, format: AnswerFormat = .text, timeouts: Timeouts = Timeouts()
  ) {
    self.requestId = requestId
    self.system = system
    self.messages = messages
    self.maxOutputTokens = maxOutputTokens
    self.temperature = temperature
    self.format = format
    self.timeouts = timeouts
  }
}

/// One message of a conversation.
public struct ChatMessage: Sendable, Equatable {
  public enum Role: String, Sendable {
    case user
    case assistant
  }

  public var role: Role
  public var text: String

  public init(_ role: Role, _ text: String) {
    self.role = role
    self.text = text
  }
}

/// What form an answer is asked to have; the ladder of structured output goes down from the last.
public enum AnswerFormat: Sendable, Equatable {
  /// Words.
  case text
  /// A JSON object of any shape.
  case jsonObject
  /// A JSON object of that schema, in the portable subset: every field required, an optional one
  /// nullable, `additionalProperties` false, no ranges.
  case jsonSchema(name: String, schema: JSONTree)
}

/// How long a request may take, in milliseconds.
public struct Timeouts: Sendable, Equatable {
  /// Until the connection stands, TLS included.
  public var connect: Int64
  /// From the request to the first byte of the answer.
  public var firstByte: Int64
  /// The longest silence within an answer.
  public var idle: Int64
  /// For everything.
  public var total: Int64

  public init(
    connect: Int64 = 10_000, firstByte: Int64 = 60_000, idle: Int64 = 30_000,
    total: Int64 = 300_000
  ) {
    self.connect = connect
    self.firstByte = firstByte
    self.idle = idle
    self.total = total
  }
}
