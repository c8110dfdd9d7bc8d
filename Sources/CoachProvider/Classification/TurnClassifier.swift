public import CoachJSONL

/// Asks a model about a turn that the filter's rules cannot decide (plan §3, Analysis Agent).
public protocol TurnClassifier: Sendable {
  /// Whether the turn deserves an assessment, and of which focuses.
  func classify(_ question: ClassificationRequest) async -> AgentAnswer<TurnClass>
}

/// A turn to decide about.
public struct ClassificationRequest: Sendable {
  public var turn: Turn
  /// The focuses that the turn may be an attempt at, the user's active ones first.
  public var focuses: [Focus]
  public var userId: String?
  public var sessionId: String
  public var requestId: String?

  public init(
    turn: Turn, focuses: [Focus], userId: String?, sessionId: String, requestId: String?
  ) {
    self.turn = turn
    self.focuses = focuses
    self.userId = userId
    self.sessionId = sessionId
    self.requestId = requestId
  }
}

/// What a model says of a turn.
public struct TurnClass: Sendable, Equatable {
  /// Why the turn is worth an assessment: `errorDetection`, `skillAttempt`, both, or it is not.
  public var triggers: [Trigger]
  /// The focuses that it is about; of those of the request.
  public var focusIds: [String]

  public init(triggers: [Trigger], focusIds: [String]) {
    self.triggers = triggers
    self.focusIds = focusIds
  }
}
