/// What a call to a model is about: what its prompt runs and log lines say of it.
public struct CallSubject: Sendable, Equatable {
  /// The tool's work: `chat`, `assess`, `summarize`, `filter`.
  public var stage: String
  /// Sent as `x-request-id`, and kept in every record of the call.
  public var requestId: String
  public var userId: String?
  public var sessionId: String?
  public var interactionIds: [String]?
  public var groupId: String?
  public var rubricVersion: String?

  public init(
    stage: String, requestId: String, userId: String? = nil, sessionId: String? = nil,
    interactionIds: [String]? = nil, groupId: String? = nil, rubricVersion: String? = nil
  ) {
    self.stage = stage
    self.requestId = requestId
    self.userId = userId
    self.sessionId = sessionId
    self.interactionIds = interactionIds
    self.groupId = groupId
    self.rubricVersion = rubricVersion
  }
}
