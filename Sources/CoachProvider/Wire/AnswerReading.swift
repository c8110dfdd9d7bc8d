import CoachJSONL

/// Reads one answer, whichever way its bytes come: over the wire or from a recording.
///
/// By status and content type it is a stream, one document, or an error.
struct AnswerReading<Decoder: AnswerDecoder> {
  /// Why it is no answer, and what the server said of it.
  struct Refusal {
    var failure: ProviderFailure
    var error: ServerError?
  }

  private enum Body {
    case stream(EventStream)
    case document([UInt8])
    case refusal([UInt8])
    /// Content type not given: the first byte tells.
    case unknown
  }

  /// So much of an error is read; errors are short.
  private static var mostErrorBytes: Int { 1 << 20 }

  private let head: HTTPHead
  private let clock: WallClock
  private let asksForm: Bool
  private var body: Body
  private var decoder: Decoder
  private var serverEvents: [ServerEvent] = []

  /// - Throws: `ProviderFailure` (`malformed`) where the content type is none of an answer.
  init(
    _ head: HTTPHead, decoder: Decoder, asksForm: Bool, clock: WallClock
  ) throws(ProviderFailure) {
    self.head = head
    self.decoder = decoder
    self.asksForm = asksForm
    self.clock = clock
    if head.status != 200 {
      body = .refusal([])
      return
    }
    switch head.contentType {
    case "text/event-stream": body = .stream(EventStream())
    case "application/json": body = .document([])
    case nil: body = .unknown
    default:
      throw ProviderFailure(
        .malformed, statusCode: head.status, "the answer is neither an event stream nor JSON")
    }
  }

  /// Whether the answer is whole, so that nothing more need be read.
  var isComplete: Bool { decoder.isComplete }

  /// Reads further bytes.
  mutating func read(
    _ bytes: [UInt8], into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    switch body {
    case .unknown:
      guard let first = bytes.first(where: { !" \t\r\n".utf8.contains($0) }) else { return }
      body = first == UInt8(ascii: "{") ? .document([]) : .stream(EventStream())
      try read(bytes, into: &events)
    case .stream(var stream):
      // Taken out, so that there is one owner and nothing is copied.
      body = .unknown
      let result = Result { () throws(ProviderFailure) in
        try stream.read(bytes, into: &serverEvents)
      }
      body = .stream(stream)
      try result.get()
      try decodeServerEvents(&events)
    case .document(var document):
      body = .unknown
      document.append(contentsOf: bytes)
      body = .document(document)
    case .refusal(var refusal):
      body = .unknown
      refusal.append(contentsOf: bytes.prefix(max(Self.mostErrorBytes - refusal.count, 0)))
      body = .refusal(refusal)
    }
  }

  /// Ends the answer.
  ///
  /// - Parameter failure: why the bytes ended; nil where they came to their end. An answer of which
  ///   the model has said that it is whole is whole all the same.
  /// - Throws: `ProviderFailure`.
  mutating func finish(
    _ failure: ProviderFailure?, into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    switch body {
    case .refusal: throw failure ?? refusal.failure
    case .document(let bytes):
      if let failure { throw failure }
      try decoder.decode(document: document(bytes), into: &events)
    case .stream(var stream):
      stream.finish(into: &serverEvents)
      do throws(ProviderFailure) {
        try decodeServerEvents(&events)
        try decoder.finish(into: &events)
      } catch {
        throw failure ?? error
      }
    case .unknown:
      throw failure
        ?? ProviderFailure(.cut, statusCode: head.status, "the answer is empty")
    }
  }

  /// Whether the status is that of an error.
  var isRefusal: Bool {
    if case .refusal = body { true } else { false }
  }

  /// What the error's bytes say.
  var refusal: Refusal {
    var error: ServerError?
    if case .refusal(let bytes) = body, let document = try? JSONTree(bytes) {
      error = ServerError(document)
    }
    return Refusal(
      failure: FailureReading.failure(head, error, asksForm: asksForm, clock: clock), error: error)
  }

  private func document(_ bytes: [UInt8]) throws(ProviderFailure) -> JSONTree {
    do {
      return try JSONTree(bytes)
    } catch {
      throw ProviderFailure(
        .malformed, statusCode: head.status, "the answer is no JSON document")
    }
  }

  private mutating func decodeServerEvents(
    _ events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    defer { serverEvents.removeAll(keepingCapacity: true) }
    for event in serverEvents where !decoder.isComplete {
      try decoder.decode(event, into: &events)
    }
  }
}
