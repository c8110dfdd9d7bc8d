import CoachJSONL
import CoachProvider
import Synchronization

/// Answers at once with what it was told.
struct EchoAgent: ChatAgent {
  let provider = "echo"
  let modelId = "echo-1"

  func words(_ turn: ChatTurn) -> String {
    "\(turn.number): \(turn.userText) after \(turn.history.count)"
  }

  func reply(
    to turn: ChatTurn, onText: @escaping @Sendable (String) -> Void
  ) async -> ChatReply {
    onText(words(turn))
    return ChatReply(text: words(turn), provider: provider, modelId: modelId)
  }

  func immediateReply(to turn: ChatTurn) -> String? { words(turn) }
}

/// Streams its reply in two pieces, after a while that depends on the text, and counts how many
/// replies are under way.
final class StreamingAgent: ChatAgent {
  let provider = "stream"
  let modelId = "stream-1"
  private let state = Mutex((now: 0, most: 0))
  private let seen = Mutex<[ChatTurn]>([])
  private let delay: @Sendable (String) -> Int

  /// - Parameter delay: milliseconds before the reply to a text.
  init(delay: @escaping @Sendable (String) -> Int) {
    self.delay = delay
  }

  var mostSideBySide: Int { state.withLock { $0.most } }
  var turns: [ChatTurn] { seen.withLock { $0 } }

  func reply(
    to turn: ChatTurn, onText: @escaping @Sendable (String) -> Void
  ) async -> ChatReply {
    seen.withLock { $0.append(turn) }
    state.withLock { state in
      state.now += 1
      state.most = max(state.most, state.now)
    }
    onText("re: ")
    try? await Task.sleep(for: .milliseconds(delay(turn.userText)))
    state.withLock { $0.now -= 1 }
    onText(turn.userText)
    return ChatReply(
      text: "re: " + turn.userText, provider: provider, modelId: modelId, ttftMs: 0, latencyMs: 1)
  }
}

/// Says some pieces, then fails.
struct FailingAgent: ChatAgent {
  let provider = "fail"
  let modelId = "fail-1"
  let pieces: [String]

  func reply(
    to turn: ChatTurn, onText: @escaping @Sendable (String) -> Void
  ) async -> ChatReply {
    for piece in pieces { onText(piece) }
    return ChatReply(
      text: pieces.joined(),
      error: RecordError(.providerFailed, "out of order", isRetryable: true), provider: provider,
      modelId: modelId)
  }
}
