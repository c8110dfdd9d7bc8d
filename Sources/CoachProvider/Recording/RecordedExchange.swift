import CoachJSONL

/// One exchange with a service as it was recorded: what was asked as a digest alone, what came back
/// byte for byte. There is no header of a request in it, and so no key.
struct RecordedExchange: Sendable, Equatable {
  /// Bytes that came together.
  struct Piece: Sendable, Equatable {
    /// Since the request was sent, milliseconds.
    var time: Int64
    var bytes: [UInt8]
  }

  /// The headers of an answer that mean something to whoever reads it.
  private static let keptHeaders: Set = [
    "content-type", "retry-after", "retry-after-ms", "x-should-retry",
  ]

  /// Whose wire it is: `openai`, `anthropic`.
  private(set) var provider: String
  /// `ChatRequest.digest`.
  private(set) var digest: String
  /// nil where there was no answer at all.
  private(set) var head: HTTPHead?
  private(set) var pieces: [Piece] = []
  /// Why the connection failed; what the bytes themselves tell is not said again.
  var failure: ProviderFailure?
  private let start: Int64

  /// An exchange that begins now.
  init(of provider: String, _ request: ChatRequest) {
    self.provider = provider
    digest = request.digest
    start = SteadyClock.now()
  }

  mutating func open(_ head: HTTPHead) {
    self.head = HTTPHead(
      status: head.status,
      headers: head.headers.filter { Self.keptHeaders.contains($0.name.lowercased()) })
  }

  mutating func append(_ bytes: [UInt8]) {
    pieces.append(Piece(time: SteadyClock.now() - start, bytes: bytes))
  }

  // MARK: As a line

  /// The exchange as one JSON object.
  var line: [UInt8] {
    var json = JSONWriter(reserving: 4096)
    json.object { json in
      json.field("provider", provider)
      json.field("digest", digest)
      json.field("status", head?.status)
      if let head {
        json.key("headers")
        json.object { json in
          for field in head.headers {
            json.key(text: field.name.lowercased())
            json.value(field.value)
          }
        }
      }
      json.key("pieces")
      json.array { json in for piece in pieces { json.object { Self.write(piece, to: &$0) } } }
      if let failure {
        json.key("failure")
        json.object { json in
          json.field("kind", failure.kind)
          json.field("detail", failure.detail)
        }
      }
    }
    return json.bytes
  }

  private static func write(_ piece: Piece, to json: inout JSONWriter) {
    json.field("ms", piece.time)
    if let text = String(validating: piece.bytes, as: UTF8.self) {
      json.field("text", text)
    } else {
      json.field("base64", Base64.encode(piece.bytes))
    }
  }

  /// Reads a line; nil where it is no exchange.
  init?(line: some Collection<UInt8>) {
    guard let document = try? JSONTree(line), let provider = document["provider"]?.string,
      let digest = document["digest"]?.string
    else { return nil }
    self.provider = provider
    self.digest = digest
    start = 0
    if let status = document["status"]?.integer.flatMap(Int.init(exactly:)) {
      var head = HTTPHead(status: status)
      if case .object(let members) = document["headers"] {
        head.headers = members.compactMap { member in
          member.value.string.map { HTTPField(member.name, $0) }
        }
      }
      self.head = head
    }
    for piece in document["pieces"]?.elements ?? [] {
      guard
        let bytes = piece["text"]?.string.map({ Array($0.utf8) })
          ?? piece["base64"]?.string.flatMap(Base64.decode)
      else { return nil }
      pieces.append(Piece(time: piece["ms"]?.integer ?? 0, bytes: bytes))
    }
    if let failure = document["failure"] {
      guard let kind = failure["kind"]?.string.flatMap(ProviderFailure.Kind.init) else {
        return nil
      }
      self.failure = ProviderFailure(
        kind, statusCode: head?.status, failure["detail"]?.string ?? "")
    }
  }
}
