import CoachJSONL

/// The chat completions of OpenAI, which most other servers speak too.
///
/// `POST {base}/chat/completions` with `stream` and `stream_options.include_usage`.
struct OpenAIWire: ChatWire {
  static let provider = "openai"

  /// What servers want differently.
  struct Dialect: Equatable {
    /// `max_completion_tokens` in place of `max_tokens`, which many compatible servers alone know.
    var namesCompletionTokens: Bool
    /// Some models have a temperature of their own.
    var sendsTemperature = true
    /// Some servers refuse what they do not know.
    var sendsStreamOptions = true
  }

  let address: ServiceAddress
  let modelId: String
  let key: APIKey?
  var dialect: Dialect

  /// - Throws: `StageFailure` (78) where the location is no address.
  init(_ target: ModelTarget) throws(StageFailure) {
    address = try ServiceAddress(target.location)
    modelId = target.modelId
    key = target.key
    dialect = Dialect(namesCompletionTokens: address.host == "api.openai.com")
  }

  func httpRequest(for request: ChatRequest) throws(ProviderFailure) -> HTTPRequest {
    HTTPRequest(
      url: address.url("/chat/completions"), headers: Self.headers(for: request),
      credential: key.map {
        HTTPRequest.Credential(header: "Authorization", prefix: "Bearer ", key: $0)
      }, body: body(for: request), timeouts: request.timeouts)
  }

  static func decoder(asksForm: Bool) -> OpenAIDecoder {
    OpenAIDecoder(asksForm: asksForm)
  }

  func adapted(to error: ServerError) -> OpenAIWire? {
    var other = self
    if error.mentions("max_tokens"), error.mentions("max_completion_tokens") {
      other.dialect.namesCompletionTokens = true
    } else if error.parameter == "temperature" {
      other.dialect.sendsTemperature = false
    } else if error.mentions("stream_options") {
      other.dialect.sendsStreamOptions = false
    }
    return other.dialect == dialect ? nil : other
  }

  private func body(for request: ChatRequest) -> [UInt8] {
    var json = JSONWriter(reserving: 4096)
    json.object { json in
      json.field("model", modelId)
      json.key("messages")
      json.array { json in
        if let system = request.system { write("system", system, to: &json) }
        for message in request.messages { write(message.role.rawValue, message.text, to: &json) }
      }
      json.field(
        dialect.namesCompletionTokens ? "max_completion_tokens" : "max_tokens",
        request.maxOutputTokens)
      if dialect.sendsTemperature { json.field("temperature", request.temperature) }
      write(request.format, to: &json)
      json.field("stream", true)
      if dialect.sendsStreamOptions {
        json.key("stream_options")
        json.object { $0.field("include_usage", true) }
      }
    }
    return json.bytes
  }

  private func write(_ role: String, _ text: String, to json: inout JSONWriter) {
    json.object { json in
      json.field("role", role)
      json.field("content", text)
    }
  }

  private func write(_ format: AnswerFormat, to json: inout JSONWriter) {
    switch format {
    case .text: break
    case .jsonObject:
      json.key("response_format")
      json.object { $0.field("type", "json_object") }
    case .jsonSchema(let name, let schema):
      json.key("response_format")
      json.object { json in
        json.field("type", "json_schema")
        json.key("json_schema")
        json.object { json in
          json.field("name", name)
          json.field("strict", true)
          json.key("schema")
          json.value(schema)
        }
      }
    }
  }
}
