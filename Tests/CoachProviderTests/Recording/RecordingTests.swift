import CoachJSONL
import CoachProvider
import Foundation
import TestSupport
import Testing

/// What is recorded and played again is what came over the wire.
@Suite struct RecordingTests {
  let directory: Dir

  init() throws { directory = try Dir() }

  var file: String { directory.file("recording.jsonl") }

  func replay() throws -> ReplayProvider {
    try ReplayProvider(
      ModelTarget(provider: "replay", modelId: "", location: file), clock: stillClock)
  }

  func request(_ text: String, id: String = "req_1") -> ChatRequest {
    ChatRequest(requestId: id, messages: [ChatMessage(.user, text)], maxOutputTokens: 64)
  }

  static let answers: [ServedAnswer] = [
    GoodAnswer.openAI(["Hel", "lo 😀"]),
    .document(
      status: 429, headers: [("retry-after", "3"), ("set-cookie", "secret=1")],
      #"{"error":{"code":"rate_limit_exceeded"}}"#),
    .document(type: "text/html", "<html>"),
    .stream([GoodAnswer.openAIChunk(#"{"content":"Hel"}"#), "data: {\"error\":{\"code\":503}}\n\n"]
    ),
    ServedAnswer([
      .send(ServedAnswer.streamHead),
      .send(ServedAnswer.chunk(Array(GoodAnswer.openAIChunk(#"{"content":"Hel"}"#).utf8))),
      .send(ServedAnswer.chunk([0x64, 0xF0, 0x9F])), .close,
    ]),
    ServedAnswer([.close]),
  ]

  @Test(arguments: answers.indices)
  func playsWhatItRecorded(_ index: Int) async throws {
    let server = try FaultServer { _ in Self.answers[index] }
    let live = await Asked(try server.provider(recording: file), request("Good morning."))
    let replayed = await Asked(try replay(), request("Good morning.", id: "req_2"))
    #expect(replayed.events == live.events)
    #expect(replayed.failure == live.failure)
    #expect(live.finish != nil || live.failure != nil)
  }

  @Test func playsWhatItRecordedOfAnthropic() async throws {
    let server = try FaultServer { _ in GoodAnswer.anthropic(["Hel", "lo"]) }
    let live = await Asked(try server.provider("anthropic", recording: file), request("Hi."))
    #expect(live.finish == .stop)
    #expect(await Asked(try replay(), request("Hi.")).events == live.events)
  }

  @Test func answersTheSameQuestionInTheOrderOfTheRecording() async throws {
    let server = try FaultServer { request in GoodAnswer.openAI(["answer \(request.number)"]) }
    let provider = try server.provider(recording: file)
    for text in ["a", "b", "a"] { _ = await Asked(provider, request(text)) }
    let replay = try replay()
    #expect(await Asked(replay, request("a")).text == "answer 1")
    #expect(await Asked(replay, request("a")).text == "answer 3")
    #expect(await Asked(replay, request("b")).text == "answer 2")
    for text in ["a", "c"] {
      #expect(await Asked(replay, request(text)).failure?.kind == .notFound)
    }
  }

  @Test func holdsNoKeyNoQuestionAndIsItsOwnersAlone() async throws {
    let server = try FaultServer { request in Self.answers[request.number - 1] }
    let provider = try server.provider(recording: file)
    _ = await Asked(provider, request("canary of the learner"))
    _ = await Asked(provider, request("canary of the learner"))
    let lines = String(decoding: try directory.read("recording.jsonl"), as: UTF8.self)
    #expect(lines.split(separator: "\n").count == 2)
    for canary in ["key-1", "canary", "uthorization", "req_1", "secret"] {
      #expect(!lines.contains(canary), "\(canary)")
    }
    let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(permissions as? Int == 0o600)
    let first = try JSON(parsing: lines.split(separator: "\n")[0])
    #expect(first["provider"] == .string("openai"))
    #expect(first["headers"]?.members.map(\.key) == ["content-type"])
    #expect(first["digest"]?.string?.count == 64)
    #expect(first["pieces"]?.elements.isEmpty == false)
  }

  @Test func whatIsNoRecordingIsRefused() throws {
    let missing = #expect(throws: StageFailure.self) { try replay() }
    #expect(missing?.status == .noInput)
    try directory.write("recording.jsonl", "{\"type\":\"session\"}\n")
    let wrong = #expect(throws: StageFailure.self) { try replay() }
    #expect(wrong?.status == .configuration)
    let unwritable = #expect(throws: StageFailure.self) {
      try ExchangeRecorder(file: directory.path)
    }
    #expect(unwritable?.status == .cannotCreate)
  }

  @Test func aRecordingThatCannotBeWrittenStopsTheNextRequest() async throws {
    let server = try FaultServer { _ in GoodAnswer.openAI(["Hi."]) }
    let provider = try server.provider(recording: "/dev/full")
    #expect(await Asked(provider).finish == .stop)
    #expect(await Asked(provider).failure?.kind == .configuration)
    #expect(server.requestCount == 1)
  }
}

@Suite struct ProviderCatalogTests {
  @Test func anUnknownProviderIsNoOther() {
    let catalog = ProviderCatalog(
      transport: CurlTransport(environment: Environment([:])), clock: stillClock, environment: [:])
    for name in ["", "gpt", "OpenAI"] {
      let failure = #expect(throws: StageFailure.self) {
        try catalog.provider(
          for: ModelTarget(provider: name, modelId: "m", location: "http://127.0.0.1:1"))
      }
      #expect(failure?.status == .configuration)
    }
  }

  @Test func makesWhatIsAskedFor() throws {
    let catalog = ProviderCatalog(
      transport: CurlTransport(environment: Environment([:])), clock: stillClock, environment: [:])
    for (name, location) in [("openai", "http://h/v1"), ("anthropic", "http://h"), ("exec", "cat")]
    {
      let provider = try catalog.provider(
        for: ModelTarget(provider: name, modelId: "m", location: location))
      #expect(provider.provider == name)
      #expect(provider.modelId == "m")
      #expect(provider.server == location)
    }
  }
}
