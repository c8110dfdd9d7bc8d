public import CoachJSONL

/// The plan's Real-Time Chat Agent (§3): answers a learner's turn, fast.
///
/// An agent keeps nothing between two turns. All that it may know of the conversation is in the
/// ``ChatTurn``, so turns of many sessions can be answered side by side.
public protocol ChatAgent: Sendable {
  /// Who answers: `builtin`, or the name of a service.
  var provider: String { get }

  /// Which model, or which version of the rules, answers.
  var modelId: String { get }

  /// The reply to a turn.
  ///
  /// - Parameter onText: shown each piece of the reply, in order, as it arrives.
  func reply(to turn: ChatTurn, onText: @escaping @Sendable (String) -> Void) async -> ChatReply

  /// The whole reply, where the agent has nothing to wait for; nil (the default) where it has.
  ///
  /// Such replies are given in the order of the input, so that one input always gives one output.
  func immediateReply(to turn: ChatTurn) -> String?
}

extension ChatAgent {
  public func immediateReply(to turn: ChatTurn) -> String? { nil }
}

/// What came of a turn.
public struct ChatReply: Sendable, Equatable {
  /// All that was said, also where the reply broke off; empty where nothing came.
  public var text: String
  /// Why there is no whole reply; nil where there is one.
  public var error: RecordError?
  /// Who answered, or failed last.
  public var provider: String
  public var modelId: String
  /// The name under which the services know the request; nil where nobody was asked.
  public var requestId: String?
  /// From the question to the first word, milliseconds; nil where nobody measured.
  public var ttftMs: Int64?
  /// From the question to the end, milliseconds; nil where nobody measured.
  public var latencyMs: Int64?
  /// One for each attempt.
  public var runs: [PromptRun]

  public init(
    text: String, error: RecordError? = nil, provider: String, modelId: String,
    requestId: String? = nil, ttftMs: Int64? = nil, latencyMs: Int64? = nil, runs: [PromptRun] = []
  ) {
    self.text = text
    self.error = error
    self.provider = provider
    self.modelId = modelId
    self.requestId = requestId
    self.ttftMs = ttftMs
    self.latencyMs = latencyMs
    self.runs = runs
  }
}
