/// What a server does with one request, step by step.
public struct ServedAnswer: Sendable {
  /// One thing that it does.
  public enum Step: Sendable {
    case send([UInt8])
    /// Each byte in a packet of its own.
    case sendBytewise([UInt8])
    /// Milliseconds.
    case pause(Int)
    /// Nothing more, until the client goes.
    case hang
    /// Ends the connection in the middle of things.
    case close
  }

  public var steps: [Step]

  public init(_ steps: [Step]) { self.steps = steps }

  /// A whole answer with a body of known length.
  public static func document(
    status: Int = 200, type: String = "application/json", headers: [(String, String)] = [],
    _ body: String
  ) -> ServedAnswer {
    let bytes = Array(body.utf8)
    let length = [("Content-Length", String(bytes.count))]
    let head = head(status: status, type: type, headers + length)
    return ServedAnswer([.send(head + bytes)])
  }

  /// A stream of events: a head, then each text as a chunk of its own, then the end.
  ///
  /// - Parameter pause: between two chunks, milliseconds.
  public static func stream(_ chunks: [String], pause: Int = 0) -> ServedAnswer {
    var steps = [Step.send(streamHead)]
    for (number, chunk) in chunks.enumerated() {
      if pause > 0 { steps.append(.pause(pause)) }
      // The end comes with the last one, or a client in a hurry finds the connection still busy.
      let end = number == chunks.count - 1 ? endOfChunks : []
      steps.append(.send(Self.chunk(Array(chunk.utf8)) + end))
    }
    return ServedAnswer(chunks.isEmpty ? steps + [.send(endOfChunks)] : steps)
  }

  /// The head of a stream of events, which is sent in chunks.
  public static let streamHead = head(
    status: 200, type: "text/event-stream", [("Transfer-Encoding", "chunked")])

  /// What ends a body that is sent in chunks.
  public static let endOfChunks = Array("0\r\n\r\n".utf8)

  /// A piece of a body that is sent in chunks (RFC 9112 §7.1).
  public static func chunk(_ bytes: [UInt8]) -> [UInt8] {
    Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
  }

  /// The head of an answer.
  public static func head(
    status: Int, type: String?, _ headers: [(String, String)] = []
  ) -> [UInt8] {
    var lines = ["HTTP/1.1 \(status) \(status == 200 ? "OK" : "Status")"]
    if let type { lines.append("Content-Type: \(type)") }
    lines += headers.map { "\($0.0): \($0.1)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}

/// A request as the server saw it.
public struct ServedRequest: Sendable {
  /// Counted from 1, over all connections.
  public let number: Int
  /// Which connection it came over, counted from 1.
  public let connection: Int
  public let method: String
  public let path: String
  /// Names in lower case.
  public let headers: [String: String]
  public let body: [UInt8]

  /// The body as JSON; nil where it is none.
  public var document: JSON? { try? JSON(parsing: String(decoding: body, as: UTF8.self)) }
}
