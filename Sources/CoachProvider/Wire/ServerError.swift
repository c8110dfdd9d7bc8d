import CoachJSONL

/// What a server says went wrong, in whichever of the usual shapes:
///
/// - `{"error":{"message","type","param","code"}}` (OpenAI; Anthropic with `"type":"error"` around)
/// - the same in an array (Gemini), with `status` for the type
/// - `{"object":"error","message","type","code"}` (vLLM)
/// - `{"error":"…"}` (Ollama), `{"detail":…}` (FastAPI)
///
/// Its words are looked at, and never shown: they may repeat the prompt.
struct ServerError: Equatable {
  /// The words, in lower case.
  private(set) var words = ""
  /// `invalid_request_error` and the like.
  private(set) var type: String?
  /// `insufficient_quota` and the like.
  private(set) var code: String?
  /// A number that is a status, where the code is one.
  private(set) var number: Int?
  /// Which field of the request is wrong.
  private(set) var parameter: String?

  /// Reads an error document; nil where it is none.
  init?(_ document: JSONTree) {
    if let first = document.elements?.first {
      guard let error = ServerError(first) else { return nil }
      self = error
      return
    }
    if let error = document["error"], !error.isNull {
      if let words = error.string {
        self.words = words.lowercased()
      } else {
        read(error)
      }
    } else if document["object"]?.string == "error" || document["type"]?.string == "error" {
      read(document)
    } else if let detail = document["detail"] ?? document["message"] {
      readDetail(detail)
    } else {
      return nil
    }
  }

  private mutating func read(_ error: JSONTree) {
    words = error["message"]?.string?.lowercased() ?? ""
    type = (error["type"] ?? error["status"])?.string
    parameter = error["param"]?.string
    code = error["code"]?.string
    number = (error["code"]?.integer ?? code.flatMap { Int64($0) })
      .flatMap { (400...599).contains($0) ? Int($0) : nil }
  }

  private mutating func readDetail(_ detail: JSONTree) {
    words = detail.string?.lowercased() ?? ""
    for fault in detail.elements ?? [] {
      // FastAPI: where in the request, as `["body", "response_format"]`.
      parameter = parameter ?? fault["loc"]?.elements?.compactMap(\.string).dropFirst().first
      words += (fault["msg"]?.string ?? "").lowercased()
    }
  }

  /// Whether one of its words for machines is one of these.
  func isCalled(_ names: String...) -> Bool {
    [type, code].contains { name in name.map { names.contains($0.lowercased()) } ?? false }
  }

  /// Whether it speaks of one of these.
  func mentions(_ phrases: String...) -> Bool {
    phrases.contains { words.contains($0) || (parameter?.lowercased().hasPrefix($0) ?? false) }
  }

  /// Its words for machines, where they can be nothing else: identifiers of up to 64 characters.
  var identifiers: [String] {
    [code, type].compactMap(\.self).filter(Self.isIdentifier)
  }

  /// Whether a text is an identifier, and no prose.
  static func isIdentifier(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
