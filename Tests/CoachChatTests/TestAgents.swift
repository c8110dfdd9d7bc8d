import CoachProvider
import Synchronization

/// Answers at once with what it was told.
struct EchoAgent: ChatAgent {
  let provider = "echo"
  let modelId = "echo-1"

  func words(_ turn: ChatTurn) -> String {
    "\(turn.number): \(turn.userText) after \(turn.history.count)"
  }

  func reply(to turn: ChatTurn) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { continuation in
      continuation.yield(words(turn))
      continuation.finish()
    }
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

  func reply(to turn: ChatTurn) -> AsyncThrowingStream<String, any Error> {
    seen.withLock { $0.append(turn) }
    state.withLock { state in
      state.now += 1
      state.most = max(state.most, state.now)
    }
    return AsyncThrowingStream { continuation in
      Task {
        continuation.yield("re: ")
        try? await Task.sleep(for: .milliseconds(self.delay(turn.userText)))
        self.state.withLock { $0.now -= 1 }
        continuation.yield(turn.userText)
        continuation.finish()
      }
    }
  }
}

/// Says some pieces, then fails.
struct FailingAgent: ChatAgent {
  let provider = "fail"
  let modelId = "fail-1"
  let pieces: [String]

  func reply(to turn: ChatTurn) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { continuation in
      for piece in pieces { continuation.yield(piece) }
      continuation.finish(throwing: ChatFailure("out of order", isRetryable: true))
    }
  }
}
