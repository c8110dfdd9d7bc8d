import CoachJSONL

/// Anthropic's messages: `POST {base}/v1/messages`.
struct AnthropicWire: ChatWire {
  static let provider = "anthropic"
  private static let version = "2023-06-01"

  let address: ServiceAddress
  let modelId: String
  let key: APIKey?

  /// - Throws: `StageFailure` (78) where the location is no address.
  init(_ target: ModelTarget) throws(StageFailure) {
    address = try ServiceAddress(target.location)
    modelId = target.modelId
    key = target.key
  }

  func httpRequest(for request: ChatRequest) throws(ProviderFailure) -> HTTPRequest {
    guard request.format != .jsonObject else {
      throw ProviderFailure(.formatRefused, "anthropic knows no JSON without a schema")
    }
    return HTTPRequest(
      url: address.url("/messages", below: "/v1"),
      headers: Self.headers(for: request) + [HTTPField("anthropic-version", Self.version)],
      credential: key.map { HTTPRequest.Credential(header: "x-api-key", key: $0) },
      body: body(for: request), timeouts: request.timeouts)
  }

  static func decoder(asksForm: Bool) -> AnthropicDecoder {
    AnthropicDecoder(asksForm: asksForm)
  }

  func adapted(to error: ServerError) -> AnthropicWire? { nil }

  private func body(for request: ChatRequest) -> [UInt8] {
    var json = JSONWriter(reserving: 4096)
    json.object { json in
      json.field("model", modelId)
      json.field("max_tokens", request.maxOutputTokens)
      json.field("system", request.system)
      json.key("messages")
      json.array { json in
        for message in request.messages {
          json.object { json in
            json.field("role", message.role)
            json.field("content", message.text)
          }
        }
      }
      json.field("temperature", request.temperature)
      if case .jsonSchema(_, let schema) = request.format {
        json.key("output_config")
        json.object { json in
          json.key("format")
          json.object { json in
            json.field("type", "json_schema")
            json.key("schema")
            json.value(schema)
          }
        }
      }
      json.field("stream", true)
    }
    return json.bytes
  }
}
