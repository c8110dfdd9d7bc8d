import CoachLanguage
import Synchronization

/// The chat agent that needs no model: it answers from the rules of CoachLanguage.
///
/// It says an error that it is sure of the right way round, names one strength or one thing to try,
/// and asks one question; it never claims to understand more than rules can. The same turn always
/// gets the same answer.
public final class RulesChatAgent: ChatAgent {
  public let provider = Agents.builtinProvider
  public let modelId = Agents.builtinModel

  /// Made at the first turn: a chat must not wait for word lists before it can begin.
  private let analyzer = Mutex<TextAnalyzer?>(nil)

  public init() {}

  public func reply(
    to turn: ChatTurn, onText: @escaping @Sendable (String) -> Void
  ) async -> ChatReply {
    let text = words(for: turn)
    onText(text)
    return ChatReply(text: text, provider: provider, modelId: modelId)
  }

  public func immediateReply(to turn: ChatTurn) -> String? { words(for: turn) }

  private func words(for turn: ChatTurn) -> String {
    analyzer.withLock { analyzer in
      let ready = analyzer ?? TextAnalyzer()
      analyzer = ready
      return RulesReply(turn, analyzer: ready).words
    }
  }
}
