/// The plan's provider abstraction (§9.4): one model behind one service, asked in one way.
///
/// A provider asks once. Retries, fallback to another model, prompt runs and costs are the work of
/// whoever calls it.
public protocol ChatProvider: Sendable {
  /// The name under which records know it: `openai`, `anthropic`, `exec`, `replay`.
  var provider: String { get }
  /// Which of its models answers.
  var modelId: String { get }
  /// Who is asked, without key or credentials: what one request has shown of a server holds for
  /// the next one to the same.
  var server: String { get }

  /// Asks, and gives the answer in pieces as they arrive.
  ///
  /// The last event of an answer that is whole is `finished`. The stream throws `ProviderFailure`,
  /// also where it ends without that event. Cancelling the task that reads it gives the connection up.
  func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatEvent, any Error>
}

/// One piece of an answer.
public enum ChatEvent: Sendable, Equatable {
  /// Further text.
  case text(String)
  /// The model declines, in words that are not an answer (a refusal of its own field).
  case refusal(String)
  /// What was used, as far as it is known; a later one replaces an earlier one.
  case usage(TokenUsage)
  /// The answer has ended, and why.
  case finished(FinishReason)
}

/// Why a model stopped.
public enum FinishReason: Sendable, Equatable {
  /// It had said everything.
  case stop
  /// It reached the most tokens that it may write.
  case length
  /// The service held the rest back.
  case contentFilter
  /// It declined.
  case refusal
  /// Anything else, by the service's own word.
  case other(String)
}

/// Tokens of one request.
public struct TokenUsage: Sendable, Equatable {
  /// All of the prompt, whatever was cached of it.
  public var inputTokens: Int64
  public var outputTokens: Int64
  /// How many of the input tokens were read from a cache; nil where the service does not say.
  public var cachedTokens: Int64?

  public init(inputTokens: Int64, outputTokens: Int64, cachedTokens: Int64? = nil) {
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
    self.cachedTokens = cachedTokens
  }
}
