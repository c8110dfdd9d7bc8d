import CoachJSONL
import Synchronization

@testable import CoachProvider

/// Answers as it is told, one script after the other, and remembers what it was asked.
final class ScriptedProvider: ChatProvider {
  /// One answer: events, and the failure that ends it, if one does.
  struct Script: Sendable {
    var events: [ChatEvent] = []
    var failure: ProviderFailure?

    static func says(_ text: String, finish: FinishReason = .stop) -> Script {
      Script(events: [
        .text(text), .usage(TokenUsage(inputTokens: 100, outputTokens: 10)), .finished(finish),
      ])
    }

    static func fails(_ kind: ProviderFailure.Kind, after text: String? = nil) -> Script {
      Script(events: text.map { [.text($0)] } ?? [], failure: ProviderFailure(kind))
    }
  }

  let provider: String
  let modelId: String
  let server: String
  private let scripts: Mutex<[Script]>
  private let asked = Mutex<[ChatRequest]>([])

  init(_ scripts: [Script], modelId: String = "model", provider: String = "test") {
    self.provider = provider
    self.modelId = modelId
    server = "server of \(modelId)"
    self.scripts = Mutex(scripts)
  }

  /// The requests that came, in order.
  var requests: [ChatRequest] { asked.withLock { $0 } }

  func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatEvent, any Error> {
    asked.withLock { $0.append(request) }
    let script = scripts.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    return AsyncThrowingStream { continuation in
      for event in script?.events ?? [] { continuation.yield(event) }
      let isOver = script != nil && script?.failure == nil
      continuation.finish(
        throwing: isOver ? nil : script?.failure ?? ProviderFailure(.configuration, "no script"))
    }
  }
}

/// A world in which waiting takes no time and everything is written down.
final class StillWorld: Sendable {
  private let waits = Mutex<[Int64]>([])

  /// How long was waited, in order, milliseconds.
  var waited: [Int64] { waits.withLock { $0 } }

  var surroundings: CallSurroundings {
    let clock = WallClock { 1_700_000_000_000 }
    return CallSurroundings(
      clock: clock, mint: IDMint(clock: clock),
      diagnostics: Diagnostics(
        tool: "test", environment: Environment(["COACH_LOG": "none"]), clock: clock),
      steady: { [waits] in waits.withLock { $0.reduce(0, +) } },
      sleep: { [waits] wait in
        try Task.checkCancellation()
        waits.withLock { $0.append(wait) }
      })
  }

  /// A chain of providers that is as patient as told, without jitter.
  func chain(
    _ providers: [ScriptedProvider], retries: Int = 2, price: ModelPrice? = nil,
    contextTokens: Int = 8_192
  ) -> ModelChain {
    let models = providers.map {
      ModelChain.Model(provider: $0, price: price, contextTokens: contextTokens)
    }
    return ModelChain(
      models[0], fallback: Array(models.dropFirst()),
      policy: RetryPolicy(retries: retries, random: { 0 }), timeouts: Timeouts(),
      surroundings: surroundings)
  }
}
