import CoachJSONL

/// How one kind of service is asked and answers.
protocol ChatWire: Sendable {
  associatedtype Decoder: AnswerDecoder

  /// The name of the service in records: `openai`, `anthropic`.
  static var provider: String { get }

  /// The request as bytes on the wire.
  ///
  /// - Throws: `ProviderFailure` (`formatRefused`) where the service knows no such form.
  func httpRequest(for request: ChatRequest) throws(ProviderFailure) -> HTTPRequest

  /// What reads one answer.
  ///
  /// - Parameter asksForm: whether the request asked for JSON, so that its form can be at fault.
  static func decoder(asksForm: Bool) -> Decoder

  /// The wire as this server wants it, after it refused a parameter that there is another way to
  /// say; nil where there is none.
  func adapted(to error: ServerError) -> Self?
}

/// Turns one answer into events.
protocol AnswerDecoder: Sendable {
  /// Whether the answer was whole: what follows, if anything, does not matter.
  var isComplete: Bool { get }

  /// Reads one event of a stream.
  ///
  /// - Throws: `ProviderFailure` where it is no event of an answer, or an error.
  mutating func decode(
    _ event: ServerEvent, into events: inout [ChatEvent]
  ) throws(ProviderFailure)

  /// Reads an answer that came in one piece, from a server that does not stream.
  mutating func decode(
    document: JSONTree, into events: inout [ChatEvent]
  ) throws(ProviderFailure)

  /// Ends the answer: the bytes have ended.
  ///
  /// - Throws: `ProviderFailure` (`cut`) where it was not whole.
  mutating func finish(into events: inout [ChatEvent]) throws(ProviderFailure)
}

extension ChatRequest {
  /// Whether it asks for JSON.
  var asksForm: Bool { format != .text }
}

extension ChatWire {
  /// The headers that every request has.
  static func headers(for request: ChatRequest) -> [HTTPField] {
    [
      HTTPField("Content-Type", "application/json"),
      HTTPField("Accept", "text/event-stream, application/json"),
      HTTPField("x-request-id", headerText(request.requestId)),
    ]
  }

  /// A text as it may stand in a header: what is not printable ASCII is written with per cent signs.
  private static func headerText(_ text: String) -> String {
    var safe: [UInt8] = []
    for byte in text.utf8 {
      if (0x20...0x7E).contains(byte) {
        safe.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        safe.append(contentsOf: "%\(byte < 16 ? "0" : "")\(digits)".utf8)
      }
    }
    return String(decoding: safe, as: UTF8.self)
  }
}

extension JSONTree {
  /// The text of a content that is a string, or an array of parts of which some are text.
  var contentText: String? {
    if let string { return string }
    guard let elements else { return nil }
    return elements.lazy.filter { ($0["type"]?.string ?? "text") == "text" }
      .compactMap { $0["text"]?.string }.joined()
  }

  /// A number of tokens, held to what can be added up; nil where it is no whole number.
  var tokenCount: Int64? { integer.map { min(max($0, 0), 1 << 40) } }

  /// The document of an event, or the failure that it is none.
  init(event: ServerEvent) throws(ProviderFailure) {
    do {
      try self.init(event.data)
    } catch {
      throw ProviderFailure(.malformed, "an event is no JSON document")
    }
  }
}
