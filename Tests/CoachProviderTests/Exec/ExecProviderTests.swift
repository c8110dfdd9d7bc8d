import CoachJSONL
import CoachProvider
import Foundation
import TestSupport
import Testing

@Suite struct ExecProviderTests {
  let directory: Dir

  init() throws { directory = try Dir() }

  /// A provider whose command runs in the directory of the test.
  func provider(
    _ command: String, environment: [String: String] = ["PATH": "/usr/bin:/bin"]
  ) throws -> ExecProvider {
    try ExecProvider(
      ModelTarget(
        provider: "exec", modelId: "model-1", location: "cd '\(directory.path)' || exit; \(command)"
      ),
      environment: environment)
  }

  @Test func givesTheRequestAndReadsTheAnswer() async throws {
    let asked = await Asked(
      try provider(
        """
        cat > request; printf '%s\\n' '{"text":"Hel"}' '' '{"text":"lo 😀"}' \
        '{"usage":{"inputTokens":9,"outputTokens":2,"cachedTokens":4}}' '{"finish":"length"}'
        """),
      .sample(format: .jsonSchema(name: "answer", schema: ["type": "object"])))
    #expect(
      asked.events == [
        .text("Hel"), .text("lo 😀"),
        .usage(TokenUsage(inputTokens: 9, outputTokens: 2, cachedTokens: 4)), .finished(.length),
      ])
    let request = try JSON(parsing: String(decoding: directory.read("request"), as: UTF8.self))
    #expect(
      try request
        == JSON(
          parsing: #"""
            {"requestId":"req_1","model":"model-1","system":"Be kind.",
            "messages":[{"role":"user","content":"Good morning."}],"maxTokens":64,
            "format":{"type":"json_schema","name":"answer","schema":{"type":"object"}}}
            """#))
  }

  @Test func statusZeroEndsAnAnswerThatNamesNoReason() async throws {
    let asked = await Asked(try provider("printf '{\"text\":\"Hi.\"}'"))
    #expect(asked.events == [.text("Hi."), .finished(.stop)])
  }

  @Test func showsNoKeyAndNoErrorOutput() async throws {
    let asked = await Asked(
      try provider(
        "env > variables; echo secret >&2; echo '{\"text\":\"x\"}'",
        environment: [
          "PATH": "/usr/bin:/bin", "OPENAI_API_KEY": "k1", "ANTHROPIC_API_KEY": "k2", "OTHER": "o",
        ]))
    #expect(asked.finish == .stop)
    let variables = String(decoding: try directory.read("variables"), as: UTF8.self)
    #expect(variables.contains("OTHER=o"))
    #expect(!variables.contains("_API_KEY"))
  }

  @Test(arguments: [
    ("exit 3", ProviderFailure.Kind.server, "the command ended with status 3"),
    ("no-such-command", .configuration, "the command cannot be run"),
    ("kill -9 $$", .server, "the command was ended by signal 9"),
    ("echo Hello", .malformed, "a line of the command is no JSON object"),
    ("echo '[1]'", .malformed, "a line of the command is no JSON object"),
    ("echo '{\"error\":{\"message\":\"you said it\"}}'", .server, "the command says so"),
    (
      "echo '{\"error\":{\"kind\":\"rate_limited\",\"message\":\"x\"}}'", .rateLimited,
      "the command says so"
    ),
  ])
  func saysWhatWentWrong(
    _ command: String, _ kind: ProviderFailure.Kind, _ detail: String
  ) async throws {
    let asked = await Asked(try provider(command))
    #expect(asked.failure == ProviderFailure(kind, detail))
    #expect(asked.finish == nil)
  }

  @Test func answersThatBreakOffKeepTheirText() async throws {
    let asked = await Asked(try provider("echo '{\"text\":\"Hel\"}'; exit 1"))
    #expect(asked.text == "Hel")
    #expect(asked.failure?.kind == .server)
  }

  @Test(arguments: [
    ("sleep 60", Timeouts(firstByte: 200), "no first byte within 200 ms"),
    ("echo '{}'; sleep 60", Timeouts(idle: 200), "nothing more within 200 ms"),
    (
      "while echo '{\"text\":\"so \"}'; do sleep 0.05; done", Timeouts(total: 300),
      "not done within 300 ms"
    ),
    ("exec >&-; sleep 60", Timeouts(total: 300), "not done within 300 ms"),
  ])
  func keepsTheTime(_ command: String, _ timeouts: Timeouts, _ detail: String) async throws {
    let start = Date()
    let asked = await Asked(try provider(command), .sample(timeouts: timeouts))
    #expect(asked.failure == ProviderFailure(.timeout, detail))
    #expect(Date().timeIntervalSince(start) < 30)
  }

  @Test func cancellingEndsTheCommandAndWhatItStarted() async throws {
    let provider = try provider("sh -c 'echo $$ > inner; sleep 60; :' & echo $$ > outer; wait")
    let task = Task { await Asked(provider) }
    var processes: [Int32] = []
    for _ in 0..<1_000 where processes.count < 2 {
      try await Task.sleep(for: .milliseconds(10))
      processes = ["inner", "outer"].compactMap { name in
        (try? directory.read(name)).flatMap {
          Int32(String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        }
      }
    }
    try #require(processes.count == 2)
    task.cancel()
    #expect(await task.value.failure == nil)
    for process in processes {
      // A child of a child that was killed is taken up by another process, which may take its time.
      var isGone = false
      for _ in 0..<1_000 where !isGone {
        isGone = Self.state(of: process).map { "ZX".contains($0) } ?? true
        if !isGone { try await Task.sleep(for: .milliseconds(10)) }
      }
      #expect(isGone, "\(process)")
    }
  }

  /// The letter of a process's state; nil where there is none.
  private static func state(of process: Int32) -> Character? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let name = status.lastIndex(of: ")")
    else { return nil }
    return status[name...].dropFirst(2).first
  }

  @Test func aCommandThatReadsNothingMayAnswer() async throws {
    var request = ChatRequest.sample()
    request.system = String(repeating: "long ", count: 1 << 20)
    let asked = await Asked(try provider("exec <&-; echo '{\"text\":\"x\"}'"), request)
    #expect(asked.finish == .stop)
  }

  @Test func readsMuchFromManySideBySide() async throws {
    let provider = try provider(
      "head -c 3000000 /dev/zero | tr '\\0' a | fold -w 1000 | sed 's/.*/{\"text\":\"&\"}/'")
    let answers = await withTaskGroup(of: Asked.self) { group in
      for _ in 0..<8 { group.addTask { await Asked(provider) } }
      return await group.reduce(into: [Asked]()) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0.text.utf8.count == 3_000_000 && $0.finish == .stop })
  }

  @Test func needsACommandAndNoRecording() {
    for target in [
      ModelTarget(provider: "exec", modelId: "m", location: " "),
      ModelTarget(provider: "exec", modelId: "m", location: "true", recording: "file"),
    ] {
      let failure = #expect(throws: StageFailure.self) {
        try ExecProvider(target, environment: [:])
      }
      #expect(failure?.status == .configuration)
    }
  }
}
