/// How a learner's words came in.
public enum InputMode: String, Sendable, CaseIterable {
  case text
  case voice
}

/// What a front end pipes into coach-chat, which consumes it.
public struct Message: SuiteRecord, Equatable {
  public static let type = RecordType.message
  public var text: String
  public var userId: String?
  public var sessionId: String?
  public var requestId: String?
  /// Milliseconds since 1970-01-01 UTC.
  public var timestamp: Int64?
  public var inputMode: InputMode?

  public init(
    text: String, userId: String? = nil, sessionId: String? = nil, requestId: String? = nil,
    timestamp: Int64? = nil, inputMode: InputMode? = nil
  ) {
    self.text = text
    self.userId = userId
    self.sessionId = sessionId
    self.requestId = requestId
    self.timestamp = timestamp
    self.inputMode = inputMode
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    text = try fields.text("text")
    userId = try fields.optionalID("userId")
    sessionId = try fields.optionalID("sessionId")
    requestId = try fields.optionalID("requestId")
    timestamp = try fields.optionalTime("timestamp")
    inputMode = try fields.optionalChoice("inputMode")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("text", text)
    writer.field("userId", userId)
    writer.field("sessionId", sessionId)
    writer.field("requestId", requestId)
    writer.field("timestamp", timestamp)
    writer.field("inputMode", inputMode)
  }
}
