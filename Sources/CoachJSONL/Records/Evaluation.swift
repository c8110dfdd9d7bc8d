/// A turn inside an evaluation.
public struct Turn: JSONEncodable, Sendable, Equatable {
  public var id: String
  public var userText: String
  public var aiResponse: String
  /// Milliseconds since 1970-01-01 UTC.
  public var timestamp: Int64

  public init(id: String, userText: String, aiResponse: String, timestamp: Int64) {
    self.id = id
    self.userText = userText
    self.aiResponse = aiResponse
    self.timestamp = timestamp
  }

  init(_ fields: FieldDecoder) throws(RecordError) {
    id = try fields.id("id")
    userText = try fields.text("userText")
    aiResponse = try fields.text("aiResponse")
    timestamp = try fields.time("timestamp")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("userText", userText)
    writer.field("aiResponse", aiResponse)
    writer.field("timestamp", timestamp)
  }
}

/// A group of turns to be judged together: all that an assessor needs, in one record.
public struct Evaluation: SuiteRecord, Equatable {
  public static let type = RecordType.evaluation
  /// Also the groupId of its assessments.
  public var id: String
  public var userId: String
  public var sessionId: String
  /// The 1–6 turns to score, in order.
  public var interactionIds: [String]
  /// The turns to score and, before them, the turns that give them context.
  public var turns: [Turn]
  public var focusIds: [String]?
  public var triggers: [Trigger]
  public var task: String?
  /// The last turn's timestamp, milliseconds since 1970-01-01 UTC.
  public var createdAt: Int64

  public init(
    id: String, userId: String, sessionId: String, interactionIds: [String], turns: [Turn],
    focusIds: [String]? = nil, triggers: [Trigger], task: String? = nil, createdAt: Int64
  ) {
    self.id = id
    self.userId = userId
    self.sessionId = sessionId
    self.interactionIds = interactionIds
    self.turns = turns
    self.focusIds = focusIds
    self.triggers = triggers
    self.task = task
    self.createdAt = createdAt
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.id("id")
    userId = try fields.id("userId")
    sessionId = try fields.id("sessionId")
    interactionIds = try fields.ids("interactionIds")
    turns = try fields.objects("turns", Turn.init)
    focusIds = try fields.optionalIDs("focusIds")
    triggers = try fields.optionalTriggers("triggers") ?? []
    task = try fields.optionalText("task")
    createdAt = try fields.time("createdAt")
    try validate()
  }

  public func validate() throws(RecordError) {
    guard (1...6).contains(interactionIds.count) else {
      throw RecordError(at: "interactionIds", "must be 1–6 turns, got \(interactionIds.count)")
    }
    guard Set(interactionIds).count == interactionIds.count else {
      throw RecordError(at: "interactionIds", "must be distinct, got one twice")
    }
    for (index, id) in interactionIds.enumerated() where !turns.contains(where: { $0.id == id }) {
      throw RecordError(at: "interactionIds[\(index)]", "must be the id of one of turns, got none")
    }
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("userId", userId)
    writer.field("sessionId", sessionId)
    writer.field("interactionIds", interactionIds)
    writer.field("turns", turns)
    writer.field("focusIds", focusIds)
    writer.field("triggers", triggers.map(\.rawValue))
    writer.field("task", task)
    writer.field("createdAt", createdAt)
  }

  /// The turns to score, in the order of ``interactionIds``.
  public var scoredTurns: [Turn] {
    interactionIds.compactMap { id in turns.first { $0.id == id } }
  }
}
