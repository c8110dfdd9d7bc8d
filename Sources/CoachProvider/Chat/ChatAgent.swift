/// The plan's Real-Time Chat Agent (§3): answers a learner's turn, fast.
///
/// An agent keeps nothing between two turns. All that it may know of the conversation is in the
/// ``ChatTurn``, so turns of many sessions can be answered side by side.
public protocol ChatAgent: Sendable {
  /// Who answers: `builtin`, or the name of a service.
  var provider: String { get }

  /// Which model, or which version of the rules, answers.
  var modelId: String { get }

  /// The reply to a turn in pieces, in order, as they arrive.
  ///
  /// The stream throws `ChatFailure` where the reply cannot be had, or breaks off.
  func reply(to turn: ChatTurn) -> AsyncThrowingStream<String, any Error>

  /// The whole reply, where the agent has nothing to wait for; nil (the default) where it has.
  ///
  /// Such replies are given in the order of the input, so that one input always gives one output.
  func immediateReply(to turn: ChatTurn) -> String?
}

extension ChatAgent {
  public func immediateReply(to turn: ChatTurn) -> String? { nil }
}

/// Why an agent did not answer.
public struct ChatFailure: Error, Equatable, Sendable {
  /// What is said of it in a diagnostic; never a text of the learner or of a model.
  public let message: String
  /// Whether the same turn may succeed later.
  public let isRetryable: Bool

  public init(_ message: String, isRetryable: Bool) {
    self.message = message
    self.isRetryable = isRetryable
  }
}
