import Glibc
import TestSupport
import Testing

/// The model server of the tests, asked by curl: what the providers are tested against is the real
/// thing.
@Suite struct ModelServerTests {
  private let server: ModelServer
  private let dir: Dir

  init() throws {
    server = try ModelServer.shared()
    dir = try Dir()
  }

  /// Posts a body, and gives the lines of the answer with the status behind them.
  private func post(_ path: String, _ body: String, key: String = ModelServer.key) throws
    -> [String]
  {
    let file = try dir.write("body.json", body)
    return try dir.command(
      "/usr/bin/curl", "-sS", "--max-time", "100", "-w", #"\n%{http_code}\n"#, "-H",
      "Authorization: Bearer \(key)", "-H", "Content-Type: application/json", "-d", "@\(file)",
      server.address + path
    ).timeout(110).run().expect(.success).lines
  }

  private func chat(_ more: String, text: String = "Good morning.") -> String {
    #"{"model":"x","max_tokens":400,"seed":1,"messages":[{"role":"user","content":"\#(text)"}]"#
      + more + "}"
  }

  @Test func itStreamsAndCounts() throws {
    let lines = try post(
      "/v1/chat/completions",
      chat(#","stream":true,"stream_options":{"include_usage":true},"temperature":1"#))
    #expect(lines.last == "200")
    let events = lines.filter { $0.hasPrefix("data: ") }.map { $0.dropFirst(6) }
    #expect(events.last == "[DONE]")
    #expect(events.count { $0.contains(#""delta":{"content":"#) } >= 2)
    let usage = try JSON(parsing: events.dropLast().last ?? "")
    #expect(usage["choices"] == .array([]))
    #expect((usage["usage"]?["completion_tokens"]?.double ?? 0) > 0)
  }

  @Test func itKeepsToASchema() throws {
    let schema = #"""
      {"type":"object","properties":{"score":{"type":["integer","null"],"enum":[1,2,3,null]},
      "errors":{"type":"array","items":{"type":"object","properties":{"key":{"type":"string",
      "enum":["a","b"]}},"required":["key"],"additionalProperties":false}}},
      "required":["score","errors"],"additionalProperties":false}
      """#
    for temperature in [0, 1] {
      let lines = try post(
        "/v1/chat/completions",
        chat(
          #","temperature":\#(temperature),"response_format":{"type":"json_schema","json_schema":"#
            + #"{"name":"s","strict":true,"schema":\#(schema)}}"#))
      #expect(lines.last == "200")
      let choice = try JSON(parsing: lines[0])["choices"]?.elements.first
      #expect(choice?["finish_reason"]?.string == "stop")
      let answer = try JSON(parsing: choice?["message"]?["content"]?.string ?? "")
      #expect(answer.members.map(\.key) == ["score", "errors"])
      #expect(answer["errors"]?.elements.allSatisfy { $0["key"]?.string != nil } == true)
    }
  }

  @Test func itSpeaksAnthropicsLanguage() throws {
    let lines = try post("/v1/messages", chat(#","stream":true,"temperature":1"#))
    #expect(lines.last == "200")
    var events = lines.filter { $0.hasPrefix("event: ") }.map { String($0.dropFirst(7)) }
    events.removeAll { $0 == "content_block_delta" }
    #expect(
      events == [
        "message_start", "content_block_start", "content_block_stop", "message_delta",
        "message_stop",
      ])
  }

  @Test func itAsksForItsKey() throws {
    #expect(try post("/v1/chat/completions", chat(""), key: "sk-other").last == "401")
  }

  @Test func itRefusesWhatIsTooLong() throws {
    let lines = try post(
      "/v1/chat/completions", chat("", text: String(repeating: "7 ", count: 40_000)))
    #expect(lines.last == "400")
    #expect(lines[0].contains("exceed_context_size_error"))
  }
}
