import CoachJSONL
import TestSupport
import Testing

@testable import CoachProvider

/// What is sent, as a server that is no part of the suite reads it.
@Suite struct WireRequestTests {
  static let schema: JSONTree = [
    "type": "object", "properties": ["n": ["type": "integer"]], "required": ["n"],
    "additionalProperties": false,
  ]

  static func target(_ location: String) -> ModelTarget {
    ModelTarget(
      provider: "openai", modelId: "model-1", location: location, key: APIKey("key-1"))
  }

  static func body(_ request: HTTPRequest) throws -> JSON {
    try JSON(parsing: String(decoding: request.body, as: UTF8.self))
  }

  static func json(_ text: String) throws -> JSON { try JSON(parsing: text) }

  @Test func asksOpenAI() throws {
    var request = ChatRequest.sample(format: .jsonSchema(name: "answer", schema: Self.schema))
    request.temperature = 0
    request.messages.append(ChatMessage(.assistant, "Hello \"you\"."))
    let sent = try OpenAIWire(Self.target("http://h:1/v1/")).httpRequest(for: request)
    #expect(sent.url == "http://h:1/v1/chat/completions")
    #expect(sent.credential?.header == "Authorization")
    #expect(sent.credential?.prefix == "Bearer ")
    #expect(
      try Self.body(sent)
        == Self.json(
          #"""
          {"model":"model-1","messages":[{"role":"system","content":"Be kind."},
          {"role":"user","content":"Good morning."},
          {"role":"assistant","content":"Hello \"you\"."}],"max_tokens":64,"temperature":0,
          "response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,
          "schema":{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"],
          "additionalProperties":false}}},"stream":true,"stream_options":{"include_usage":true}}
          """#))
  }

  @Test func namesTokensAsTheServiceDoes() throws {
    let own = try OpenAIWire(Self.target("https://api.openai.com/v1"))
      .httpRequest(for: .sample(format: .jsonObject))
    #expect(try Self.body(own)["max_completion_tokens"]?.double == 64)
    #expect(try Self.body(own)["max_tokens"] == nil)
    #expect(try Self.body(own)["response_format"] == Self.json(#"{"type":"json_object"}"#))
    let other = try OpenAIWire(Self.target("https://api.openai.com.example/v1"))
      .httpRequest(for: .sample())
    #expect(try Self.body(other)["max_tokens"]?.double == 64)
    #expect(try Self.body(other)["response_format"] == nil)
  }

  @Test func asksAnthropic() throws {
    let request = ChatRequest.sample(format: .jsonSchema(name: "answer", schema: Self.schema))
    let sent = try AnthropicWire(Self.target("http://h:1")).httpRequest(for: request)
    #expect(sent.url == "http://h:1/v1/messages")
    #expect(sent.headers.contains(HTTPField("anthropic-version", "2023-06-01")))
    #expect(sent.credential?.header == "x-api-key")
    #expect(
      try Self.body(sent)
        == Self.json(
          #"""
          {"model":"model-1","max_tokens":64,"system":"Be kind.",
          "messages":[{"role":"user","content":"Good morning."}],
          "output_config":{"format":{"type":"json_schema","schema":{"type":"object",
          "properties":{"n":{"type":"integer"}},"required":["n"],"additionalProperties":false}}},
          "stream":true}
          """#))
    let base = try AnthropicWire(Self.target("http://h:1/v1/")).httpRequest(for: .sample())
    #expect(base.url == "http://h:1/v1/messages")
    let failure = #expect(throws: ProviderFailure.self) {
      try AnthropicWire(Self.target("http://h:1")).httpRequest(for: .sample(format: .jsonObject))
    }
    #expect(failure?.kind == .formatRefused)
  }

  @Test func aRequestIdCannotBreakTheHeader() throws {
    var request = ChatRequest.sample()
    request.requestId = "ümlaut\r\nx: y"
    let sent = try OpenAIWire(Self.target("http://h/v1")).httpRequest(for: request)
    #expect(sent.headers.contains(HTTPField("x-request-id", "%C3%BCmlaut%0D%0Ax: y")))
  }

  @Test(arguments: [
    ("https://me:secret@host:8443/v1/?key=1#f", "https://host:8443/v1", "host"),
    ("HTTP://Host/v1", "HTTP://Host/v1", "host"), ("http://[::1]:80", "http://[::1]:80", "[::1]"),
  ])
  func showsAServerWithoutCredentials(_ location: String, _ server: String, _ host: String) throws {
    let address = try ServiceAddress(location)
    #expect(address.server == server)
    #expect(address.host == host)
  }

  @Test func keepsTheQueryOfAnAddress() throws {
    #expect(
      try ServiceAddress("https://g/v1/?version=2").url("/messages", below: "/v1")
        == "https://g/v1/messages?version=2")
  }

  @Test(arguments: ["", "api.openai.com/v1", "ftp://h", "http://h /v1", "file:///etc/passwd"])
  func refusesWhatIsNoAddress(_ location: String) {
    let failure = #expect(throws: StageFailure.self) { try ServiceAddress(location) }
    #expect(failure?.status == .configuration)
  }

  @Test func aKeyNeverShows() throws {
    let sent = try OpenAIWire(Self.target("http://h/v1")).httpRequest(for: .sample())
    var dumped = ""
    dump(sent, to: &dumped)
    #expect(!"\(sent) \(String(reflecting: sent)) \(dumped)".contains("key-1"))
    #expect(throws: StageFailure.self) {
      var target = Self.target("http://h/v1")
      target.key = APIKey("key\r\nx-injected: 1")
      _ = try OpenAIProvider(
        target, transport: CurlTransport(environment: Environment([:])), clock: stillClock)
    }
  }
}
