public import CoachJSONL

/// Anthropic, or a server that speaks its messages.
public struct AnthropicProvider: ChatProvider {
  public let provider = AnthropicWire.provider
  public let modelId: String
  public let server: String
  private let service: WireService<AnthropicWire>

  /// - Parameters:
  ///   - target: `location` is the base URL, as `https://api.anthropic.com`; without a key none is
  ///     sent.
  ///   - clock: what a date in `retry-after` is counted from.
  ///   - recorder: where the wire bytes are recorded; nil for nowhere.
  /// - Throws: `StageFailure` (78) where location or key cannot be used.
  public init(
    _ target: ModelTarget, transport: any HTTPTransport, clock: WallClock,
    recorder: ExchangeRecorder? = nil
  ) throws(StageFailure) {
    let wire = try AnthropicWire(target)
    modelId = target.modelId
    server = wire.address.server
    service = try WireService(
      wire, key: target.key, transport: transport, clock: clock, recorder: recorder)
  }

  public func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatEvent, any Error> {
    service.stream(request)
  }
}
