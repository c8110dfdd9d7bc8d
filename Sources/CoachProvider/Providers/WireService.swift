import CoachJSONL
import Synchronization

/// A service over HTTP, by whatever wire it speaks.
final class WireService<Wire: ChatWire>: Sendable {
  let transport: any HTTPTransport
  let clock: WallClock
  let recorder: ExchangeRecorder?
  private let current: Mutex<Wire>

  /// - Throws: `StageFailure` (78) where the key cannot stand in a header.
  init(
    _ wire: Wire, key: APIKey?, transport: any HTTPTransport, clock: WallClock,
    recorder: ExchangeRecorder?
  ) throws(StageFailure) {
    guard key?.secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else {
      throw StageFailure(
        .configuration, "the key to \(Wire.provider) is no key: it has blanks or line ends in it")
    }
    current = Mutex(wire)
    self.transport = transport
    self.clock = clock
    self.recorder = recorder
  }

  /// The wire as the server wants it, as far as it is known by now.
  var wire: Wire { current.withLock(\.self) }

  /// Notes how the server wants it.
  func adapt(to wire: Wire) { current.withLock { $0 = wire } }

  /// Asks, and reads no further ahead than it is asked for.
  func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatEvent, any Error> {
    let answer = WireAnswer(self, request)
    return AsyncThrowingStream { try await answer.next() }
  }
}
