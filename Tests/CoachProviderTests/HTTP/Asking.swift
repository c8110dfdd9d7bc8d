import CoachJSONL
import CoachProvider
import TestSupport

/// What came of asking a provider once.
struct Asked {
  var events: [ChatEvent] = []
  var failure: ProviderFailure?
  var isCancelled = false

  /// All text, in order.
  var text: String {
    events.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  /// The last usage.
  var usage: TokenUsage? {
    events.compactMap { if case .usage(let usage) = $0 { usage } else { nil } }.last
  }

  /// Why the answer ended; nil where it did not.
  var finish: FinishReason? {
    if case .finished(let reason) = events.last { reason } else { nil }
  }

  /// Asks, and reads to the end.
  init(_ provider: some ChatProvider, _ request: ChatRequest = .sample()) async {
    do {
      for try await event in provider.stream(request) { events.append(event) }
    } catch let failure as ProviderFailure {
      self.failure = failure
    } catch {
      isCancelled = true
    }
  }
}

extension ChatRequest {
  /// A request that means nothing.
  static func sample(
    format: AnswerFormat = .text, timeouts: Timeouts = Timeouts()
  ) -> ChatRequest {
    ChatRequest(
      requestId: "req_1", system: "Be kind.", messages: [ChatMessage(.user, "Good morning.")],
      maxOutputTokens: 64, format: format, timeouts: timeouts)
  }
}

/// Time stands still at 2023-11-14 22:13:20 UTC.
let stillClock = WallClock { 1_700_000_000_000 }

extension FaultServer {
  /// A target at this server.
  func target(_ provider: String, key: String? = "key-1", recording: String? = nil) -> ModelTarget {
    ModelTarget(
      provider: provider, modelId: "model-1",
      location: provider == "openai" ? "\(address)/v1" : address, key: key.map(APIKey.init),
      recording: recording)
  }

  /// A provider that asks this server.
  func provider(
    _ name: String = "openai", recording: String? = nil,
    transport: any HTTPTransport = CurlTransport(environment: Environment([:]))
  ) throws -> any ChatProvider {
    try ProviderCatalog(transport: transport, clock: stillClock, environment: [:])
      .provider(for: target(name, recording: recording))
  }
}
