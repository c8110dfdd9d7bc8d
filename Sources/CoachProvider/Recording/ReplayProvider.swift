public import CoachJSONL

/// Answers as a recording does: the same bytes, read by the same rules, failures included, at once.
///
/// What is asked is looked up by its content; neither the id of the request nor the model matter.
public struct ReplayProvider: ChatProvider {
  public let provider = "replay"
  public let modelId: String
  public let server: String
  private let recording: Recording
  private let clock: WallClock

  /// - Parameters:
  ///   - target: `location` is the file.
  ///   - clock: what a date in a recorded `retry-after` is counted from.
  /// - Throws: `StageFailure`: 66 where the file cannot be read, 78 where it is no recording.
  public init(_ target: ModelTarget, clock: WallClock) throws(StageFailure) {
    recording = try Recording(file: target.location)
    modelId = target.modelId
    server = target.location
    self.clock = clock
  }

  public func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatEvent, any Error> {
    var events: [ChatEvent] = []
    var failure: ProviderFailure?
    do throws(ProviderFailure) {
      try replay(request, into: &events)
    } catch {
      failure = error
    }
    return AsyncThrowingStream { continuation in
      for event in events { continuation.yield(event) }
      continuation.finish(throwing: failure)
    }
  }

  private func replay(
    _ request: ChatRequest, into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    guard let exchange = recording.next(request.digest) else {
      throw ProviderFailure(.notFound, "the recording has no (further) answer to this")
    }
    switch exchange.provider {
    case OpenAIWire.provider: try read(exchange, by: OpenAIWire.self, request, into: &events)
    case AnthropicWire.provider: try read(exchange, by: AnthropicWire.self, request, into: &events)
    default: throw ProviderFailure(.malformed, "the recording is of an unknown provider")
    }
  }

  private func read<Wire: ChatWire>(
    _ exchange: RecordedExchange, by _: Wire.Type, _ request: ChatRequest,
    into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    guard let head = exchange.head else {
      throw exchange.failure ?? ProviderFailure(.malformed, "the recording has no answer")
    }
    var reading = try AnswerReading(
      head, decoder: Wire.decoder(asksForm: request.asksForm), asksForm: request.asksForm,
      clock: clock)
    for piece in exchange.pieces where !reading.isComplete {
      try reading.read(piece.bytes, into: &events)
    }
    if !reading.isComplete { try reading.finish(exchange.failure, into: &events) }
  }
}
