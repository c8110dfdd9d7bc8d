import CoachJSONL
import CoachProvider
import TestSupport
import Testing

/// What a provider makes of each fault that a server can have.
@Suite struct FaultTableTests {
  static let pieces = ["Hello", ", Mara", " 😀!"]

  static func ask(
    by name: String = "openai", timeouts: Timeouts = Timeouts(), _ answer: ServedAnswer
  ) async throws -> Asked {
    let server = try FaultServer { _ in answer }
    return await Asked(try server.provider(name), .sample(timeouts: timeouts))
  }

  static func bytes(_ events: some Sequence<String>) -> [UInt8] {
    events.flatMap { Array($0.utf8) }
  }

  // MARK: Good answers, however they come

  @Test func readsAStream() async throws {
    let asked = try await Self.ask(GoodAnswer.openAI(Self.pieces))
    #expect(
      asked.events
        == Self.pieces.map(ChatEvent.text) + [
          .usage(TokenUsage(inputTokens: 11, outputTokens: 7, cachedTokens: 3)), .finished(.stop),
        ])
    #expect(asked.failure == nil)
  }

  @Test func readsAStreamOfAnthropic() async throws {
    let asked = try await Self.ask(by: "anthropic", GoodAnswer.anthropic(Self.pieces))
    #expect(
      asked.events == [
        .usage(TokenUsage(inputTokens: 11, outputTokens: 1, cachedTokens: 2)),
        .text("Hello"), .text(", Mara"), .text(" 😀!"),
        .usage(TokenUsage(inputTokens: 11, outputTokens: 7, cachedTokens: 2)), .finished(.stop),
      ])
  }

  @Test(arguments: ["openai", "anthropic"])
  func readsAStreamByteByByte(_ name: String) async throws {
    let events =
      name == "openai"
      ? GoodAnswer.openAIEvents(Self.pieces) : GoodAnswer.anthropicEvents(Self.pieces)
    let asked = try await Self.ask(
      by: name,
      ServedAnswer([
        .send(ServedAnswer.head(status: 200, type: "text/event-stream", [("Connection", "close")])),
        .sendBytewise(Self.bytes(events)), .close,
      ]))
    #expect(asked.text == "Hello, Mara 😀!")
    #expect(asked.finish == .stop)
  }

  @Test func readsAStreamWithCarriageReturnsAndComments() async throws {
    let events = GoodAnswer.openAIEvents(Self.pieces)
      .map { ": keep alive\r\n\r\n" + $0.replacing("\n", with: "\r\n") }
    let asked = try await Self.ask(.stream(events))
    #expect(asked.text == "Hello, Mara 😀!")
    #expect(asked.finish == .stop)
  }

  @Test func readsACharacterInTwoPackets() async throws {
    let whole = Self.bytes(GoodAnswer.openAIEvents(Self.pieces))
    let emoji = try #require(whole.firstIndex(of: 0xF0)) + 2
    let asked = try await Self.ask(
      ServedAnswer([
        .send(ServedAnswer.streamHead), .send(ServedAnswer.chunk(Array(whole[..<emoji]))),
        .pause(20), .send(ServedAnswer.chunk(Array(whole[emoji...]))),
        .send(ServedAnswer.endOfChunks),
      ]))
    #expect(asked.text == "Hello, Mara 😀!")
  }

  @Test func readsAnAnswerInOneDocument() async throws {
    let asked = try await Self.ask(
      .document(
        #"""
        {"choices":[{"index":0,"message":{"role":"assistant","content":"Hi."},
        "finish_reason":"length"}],"usage":{"prompt_tokens":3,"completion_tokens":2}}
        """#))
    #expect(asked.text == "Hi.")
    #expect(asked.usage == TokenUsage(inputTokens: 3, outputTokens: 2))
    #expect(asked.finish == .length)
    let anthropic = try await Self.ask(
      by: "anthropic",
      .document(
        #"""
        {"type":"message","content":[{"type":"thinking","thinking":"so"},
        {"type":"text","text":"Hi."}],"stop_reason":"max_tokens",
        "usage":{"input_tokens":3,"output_tokens":2}}
        """#))
    #expect(anthropic.text == "Hi.")
    #expect(anthropic.usage == TokenUsage(inputTokens: 3, outputTokens: 2))
    #expect(anthropic.finish == .length)
  }

  @Test func anAnswerWithoutUsageIsWhole() async throws {
    let asked = try await Self.ask(GoodAnswer.openAI(Self.pieces, usage: nil))
    #expect(asked.usage == nil)
    #expect(asked.finish == .stop)
  }

  @Test func anAnswerWithoutDoneIsWholeOnceItsReasonIsKnown() async throws {
    let events = GoodAnswer.openAIEvents(Self.pieces)
    let asked = try await Self.ask(.stream(events.dropLast()))
    #expect(asked.finish == .stop)
    let cut =
      [ServedAnswer.Step.send(ServedAnswer.streamHead)] + [
        .send(ServedAnswer.chunk(Self.bytes(events.dropLast(2)))), .close,
      ]
    #expect(try await Self.ask(ServedAnswer(cut)).finish == .stop)
  }

  @Test(arguments: [
    ("length", FinishReason.length), ("content_filter", .contentFilter),
    ("tool_calls", .other("tool_calls")), ("some words, not one", .other("unknown")),
  ])
  func tellsWhyAModelStopped(_ word: String, _ reason: FinishReason) async throws {
    let asked = try await Self.ask(GoodAnswer.openAI(Self.pieces, finish: word))
    #expect(asked.finish == reason)
  }

  @Test func aRefusalIsNoText() async throws {
    let asked = try await Self.ask(
      .stream([
        GoodAnswer.openAIChunk(#"{"refusal":"I will not."}"#),
        GoodAnswer.openAIChunk("{}", finish: #""stop""#), "data: [DONE]\n\n",
      ]))
    #expect(asked.events == [.refusal("I will not."), .finished(.refusal)])
    let anthropic = try await Self.ask(by: "anthropic", GoodAnswer.anthropic([], stop: "refusal"))
    #expect(anthropic.finish == .refusal)
  }

  @Test func readsADeltaOfTenMegabytes() async throws {
    let text = String(repeating: "word ", count: 2 << 20)
    let asked = try await Self.ask(GoodAnswer.openAI([text]))
    #expect(asked.text == text)
    #expect(asked.finish == .stop)
  }

  // MARK: Refusals

  @Test(
    arguments: [
      ([("retry-after", "3")], 3_000, nil), ([("retry-after-ms", "250")], 250, nil),
      ([("retry-after", "Tue, 14 Nov 2023 22:13:25 GMT")], 5_000, nil),
      ([("x-should-retry", "false")], nil, false), ([], nil, nil),
    ] as [([(String, String)], Int64?, Bool?)])
  func readsWhatA429SaysOfTheNextTry(
    _ headers: [(String, String)], _ wait: Int64?, _ shouldRetry: Bool?
  ) async throws {
    let asked = try await Self.ask(
      .document(
        status: 429, headers: headers, #"{"error":{"message":"slow","code":"rate_limit_exceeded"}}"#
      ))
    #expect(
      asked.failure
        == ProviderFailure(
          .rateLimited, statusCode: 429, retryAfter: wait, shouldRetry: shouldRetry,
          "status 429, rate_limit_exceeded"))
  }

  @Test(arguments: [
    (408, ProviderFailure.Kind.conflict), (500, .server), (503, .overloaded), (529, .overloaded),
    (401, .notAuthorised), (404, .notFound),
  ])
  func readsAStatus(_ status: Int, _ kind: ProviderFailure.Kind) async throws {
    for name in ["openai", "anthropic"] {
      let asked = try await Self.ask(
        by: name, .document(status: status, type: "text/html", "<html>Sorry</html>"))
      #expect(asked.failure?.kind == kind)
      #expect(asked.failure?.statusCode == status)
      #expect(asked.events.isEmpty)
    }
  }

  @Test func whatIsNoAnswerIsMalformed() async throws {
    for answer in [
      ServedAnswer.document(type: "text/html", "<html>Log in</html>"),
      .document(type: "text/plain", "data: {}\n\n"),
      .document("not json"), .document("{}"), .document("[1]"),
      .document(status: 302, headers: [("Location", "http://127.0.0.1:1/")], ""),
      .stream(["data: not json\n\n"]), .stream(["data: {\"foo\":1}\n\n"]),
    ] {
      let asked = try await Self.ask(answer)
      #expect(asked.failure?.kind == .malformed)
      #expect(asked.events.isEmpty)
    }
  }

  @Test func anErrorInsideAnAnswerEndsItBehindItsText() async throws {
    let asked = try await Self.ask(
      .stream([
        GoodAnswer.openAIChunk(#"{"content":"Hel"}"#),
        "data: {\"error\":{\"message\":\"gone\",\"type\":\"server_error\",\"code\":503}}\n\n",
        GoodAnswer.openAIChunk(#"{"content":"lo"}"#),
      ]))
    #expect(asked.events == [.text("Hel")])
    #expect(asked.failure?.kind == .overloaded)
    let anthropic = try await Self.ask(
      by: "anthropic",
      .stream(
        GoodAnswer.anthropicEvents(["Hel"]).prefix(4) + [
          GoodAnswer.anthropicEvent(
            "error", #""error":{"type":"overloaded_error","message":"Overloaded"}"#)
        ]))
    #expect(anthropic.text == "Hel")
    #expect(anthropic.failure?.kind == .overloaded)
  }

  // MARK: Silences and cuts

  @Test func aCutEndsTheAnswerBehindItsText() async throws {
    for ending in [ServedAnswer.Step.close, .send(ServedAnswer.endOfChunks)] {
      let asked = try await Self.ask(
        ServedAnswer([
          .send(ServedAnswer.streamHead),
          .send(ServedAnswer.chunk(Self.bytes([GoodAnswer.openAIChunk(#"{"content":"Hel"}"#)]))),
          ending,
        ]))
      #expect(asked.events == [.text("Hel")])
      #expect(asked.failure?.kind == .cut)
    }
    let anthropic = try await Self.ask(
      by: "anthropic", .stream(Array(GoodAnswer.anthropicEvents(["Hel"]).prefix(4))))
    #expect(anthropic.text == "Hel")
    #expect(anthropic.failure?.kind == .cut)
  }

  @Test func aCutInsideACharacterLosesNoTextBeforeIt() async throws {
    let whole = Self.bytes(GoodAnswer.openAIEvents(Self.pieces))
    let emoji = try #require(whole.firstIndex(of: 0xF0)) + 2
    let asked = try await Self.ask(
      ServedAnswer([
        .send(ServedAnswer.streamHead), .send(ServedAnswer.chunk(Array(whole[..<emoji]))), .close,
      ]))
    #expect(asked.events == [.text("Hello"), .text(", Mara")])
    #expect(asked.failure?.kind == .cut)
  }

  @Test func aConnectionThatBreaksBeforeTheAnswerIsNoCut() async throws {
    let asked = try await Self.ask(ServedAnswer([.close]))
    #expect(asked.failure?.kind == .connection)
    let empty = try await Self.ask(ServedAnswer([.send(ServedAnswer.streamHead), .close]))
    #expect(empty.failure?.kind == .connection)
  }

  @Test func nobodyListens() async throws {
    let server = try FaultServer { _ in ServedAnswer([.close]) }
    let provider = try server.provider()
    server.stop()
    #expect(await Asked(provider).failure?.kind == .connection)
  }

  @Test func aHangBeforeTheFirstByteIsATimeout() async throws {
    for steps in [[ServedAnswer.Step.hang], [.send(ServedAnswer.streamHead), .hang]] {
      let asked = try await Self.ask(timeouts: Timeouts(firstByte: 150), ServedAnswer(steps))
      #expect(asked.failure?.kind == .timeout)
      #expect(asked.failure?.detail == "no first byte within 150 ms")
    }
  }

  @Test(.timeLimit(.minutes(1))) func aSilenceWithinAnAnswerIsATimeout() async throws {
    // A silence is noticed in its own time, not when the first byte would have been late.
    let asked = try await Self.ask(
      timeouts: Timeouts(firstByte: 200_000, idle: 150),
      ServedAnswer([
        .send(ServedAnswer.streamHead),
        .send(ServedAnswer.chunk(Self.bytes([GoodAnswer.openAIChunk(#"{"content":"Hel"}"#)]))),
        .hang,
      ]))
    #expect(asked.events == [.text("Hel")])
    #expect(asked.failure?.kind == .timeout)
    #expect(asked.failure?.detail == "nothing more within 150 ms")
  }

  @Test func anAnswerThatTakesTooLongIsATimeout() async throws {
    let pieces = [String](repeating: "so ", count: 100)
    let asked = try await Self.ask(
      timeouts: Timeouts(idle: 10_000, total: 400), GoodAnswer.openAI(pieces, pause: 20))
    #expect(asked.text.hasPrefix("so "))
    #expect(asked.failure?.kind == .timeout)
    #expect(asked.failure?.detail == "not done within 400 ms")
  }

  // MARK: Servers that want it otherwise

  @Test func saysItAsTheServerWantsItAndRemembers() async throws {
    let server = try FaultServer { request in
      guard request.document?["max_tokens"] == nil else {
        return .document(
          status: 400,
          #"""
          {"error":{"message":"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.",
          "param":"max_tokens","code":"unsupported_parameter"}}
          """#)
      }
      guard request.document?["stream_options"] == nil else {
        return .document(
          status: 422, #"{"detail":[{"loc":["body","stream_options"],"msg":"extra fields"}]}"#)
      }
      return GoodAnswer.openAI(["Hi."])
    }
    let provider = try server.provider()
    #expect(await Asked(provider).text == "Hi.")
    #expect(server.requestCount == 3)
    #expect(await Asked(provider).text == "Hi.")
    #expect(server.requestCount == 4)
    #expect(server.requests.last?.document?["max_completion_tokens"]?.double == 64)
  }
}
