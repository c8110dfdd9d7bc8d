/// The faults that a server can have, by the names that `fault-server` knows.
public enum Fault: String, CaseIterable, Sendable {
  case rateLimited = "rate-limited"
  case overloaded
  case unavailable
  case serverError = "server-error"
  case conflict
  case closed
  case cut
  case cutCharacter = "cut-character"
  case errorInside = "error-inside"
  case hang
  case stall
  case page
  case redirect
  case wrongType = "wrong-type"
  case quota

  /// Those after which another try is due, and which take no time: the usual mixture.
  public static let passing: [Fault] = [
    .rateLimited, .overloaded, .unavailable, .serverError, .conflict, .closed, .errorInside,
  ]

  /// The answer that has the fault.
  ///
  /// - Parameter good: the answer without it, of which some have a part.
  public func spoil(_ good: ServedAnswer) -> ServedAnswer {
    switch self {
    case .rateLimited:
      Self.refusal(429, #"{"error":{"code":"rate_limit_exceeded"}}"#, [("retry-after-ms", "20")])
    case .overloaded: Self.refusal(529, #"{"type":"error","error":{"type":"overloaded_error"}}"#)
    case .unavailable: Self.refusal(503, "{}", [("retry-after", "0.02")])
    case .serverError: Self.refusal(500, #"{"error":{"type":"server_error"}}"#)
    case .conflict: Self.refusal(408, "{}")
    case .closed: ServedAnswer([.close])
    case .cut: ServedAnswer(Array(good.steps.prefix(max(good.steps.count / 2, 1))) + [.close])
    case .cutCharacter:
      ServedAnswer([
        .send(ServedAnswer.streamHead),
        .send(ServedAnswer.chunk(Array("data: {\"choices\":[".utf8) + [0xF0, 0x9F])), .close,
      ])
    case .errorInside:
      .stream([
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}\n\n"
      ])
    case .hang: ServedAnswer([.hang])
    case .stall: ServedAnswer(Array(good.steps.prefix(max(good.steps.count / 2, 1))) + [.hang])
    case .page: .document(status: 502, type: "text/html", "<html><h1>Bad gateway</h1></html>")
    case .redirect: .document(status: 302, headers: [("Location", "/login")], "")
    case .wrongType: .document(type: "text/html", "<html>Log in</html>")
    case .quota: Self.refusal(429, #"{"error":{"code":"insufficient_quota"}}"#)
    }
  }

  private static func refusal(
    _ status: Int, _ body: String, _ headers: [(String, String)] = []
  ) -> ServedAnswer {
    .document(status: status, headers: headers, body)
  }
}
