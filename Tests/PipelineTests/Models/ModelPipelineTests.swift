import TestSupport
import Testing

/// The whole pipeline on a real model server, in both of its languages.
@Suite(.serialized) struct ModelPipelineTests {
  let dir: Dir
  let server: ModelServer

  init() throws {
    dir = try Dir()
    server = try ModelServer.shared()
  }

  private static let messages = [
    "/task sales_pitch",
    "Our tool save you time, because it read all your letters.",
    "It cost less than one lunch in the month.",
    "/done",
    "Yesterday I go to the office and he don't listen to my idea.",
    "/quit",
  ].enumerated().map { number, text in
    #"{"type":"message","text":"\#(text)","userId":"u_1","timestamp":\#(1_767_340_000_000 + number * 1000)}"#
  }

  /// Prices, so that runs have costs.
  private func configuration(_ provider: String) -> String {
    """
    routes:
      chat: {model: tiny}
      assess: {model: tiny}
      summarize: {model: tiny}
    models:
      tiny:
        provider: \(provider)
        model: \(ModelServer.model)
        price: {input: 0.50, cachedInput: 0.05, output: 2.00}
        contextTokens: \(ModelServer.contextTokens)
    """
  }

  /// Runs the messages through all the stages.
  private func run(
    _ provider: String, _ prepare: (TestCommand) -> TestCommand
  ) throws -> PipelineResult {
    try dir.write("config.yaml", configuration(provider))
    let tools: [[String]] = [
      ["coach-chat"], ["coach-store", "--db", "coach.db", "--tee"], ["coach-filter"],
      ["coach-assess"], ["coach-summarize"], ["coach-level"], ["coach-store", "--db", "coach.db"],
    ]
    return try Pipeline(
      tools.map { tool in
        prepare(dir.command(tool[0], Array(tool.dropFirst())))
          .environment("COACH_CONFIG", "config.yaml")
      }
    ).run(.lines(Self.messages))
  }

  @Test func messagesBecomeLevelsAndEveryAttemptIsKept() throws {
    let result = try run("openai") { on(server, $0) }.expectSuccess()
    try expectAllToBeJudged(by: "openai")
    try expectNoCanary(in: result)
  }

  /// The server honours no schema on this side, and its model babbles: whatever comes of that, no
  /// score may. The same side with answers that are sound is the next test.
  @Test func babbleIsNoJudgement() throws {
    let result = try run("anthropic") { on(server, $0) }
    result.stages[0].expect(.success)
    let runs = try query("prompt-runs")
    #expect(Set(runs.compactMap { $0["stage"]?.string }) == ["chat", "assess", "summarize"])
    for run in runs { try expectToBeCounted(run, by: "anthropic") }
    #expect(try query("assessments").allSatisfy { $0["score"] == nil })
    let rejects = try query("rejects")
    #expect(Set(rejects.compactMap { $0["stage"]?.string }) == ["coach-assess", "coach-summarize"])
    #expect(rejects.allSatisfy { $0["code"]?.string == "answer_unusable" })
    try expectNoCanary(in: result)
  }

  @Test func messagesBecomeLevelsByAnthropicToo() throws {
    let server = try FaultServer { request in ModelAnswer(request).answer }
    _ = try run("anthropic") { command in
      command.environment("ANTHROPIC_BASE_URL", server.address)
        .environment("ANTHROPIC_API_KEY", ModelServer.key)
    }.expectSuccess()
    try expectAllToBeJudged(by: "anthropic")
  }

  /// The database has every attempt, and a judgement of everything that deserved one.
  private func expectAllToBeJudged(by provider: String) throws {
    let runs = try query("prompt-runs")
    #expect(Set(runs.compactMap { $0["stage"]?.string }) == ["chat", "assess", "summarize"])
    for run in runs {
      try expectToBeCounted(run, by: provider)
      #expect(run["status"]?.string == "ok", "\(run)")
    }
    let turns = try query("interactions")
    #expect(turns.count == Self.messages.count)
    #expect(turns.allSatisfy { $0["ttftMs"] != nil && $0["status"]?.string == "ok" })
    let assessments = try query("assessments")
    #expect(assessments.contains { $0["kind"]?.string == "multi_turn" })
    #expect(assessments.contains { $0["kind"]?.string == "interaction" })
    #expect(assessments.filter { $0["kind"]?.string == "session_summary" }.count == 1)
    #expect(assessments.allSatisfy { $0["rubricVersion"]?.string == "coach-1" })
    // Every record of the chat and of its judgement names the request that made it.
    let requests = Set(runs.compactMap { $0["requestId"]?.string })
    for record in turns + assessments {
      #expect(record["requestId"]?.string.map(requests.contains) == true, "\(record)")
    }
    // A model may find that nothing can be scored; then there is no level either.
    let isScored = assessments.contains { $0["focusId"] != nil && $0["score"]?.double != nil }
    #expect(try query("levels").isEmpty == !isScored)
  }

  private func expectToBeCounted(_ run: JSON, by provider: String) throws {
    #expect(run["provider"]?.string == provider && run["modelId"]?.string == ModelServer.model)
    #expect((run["inputTokens"]?.double ?? 0) > 0 && (run["outputTokens"]?.double ?? 0) > 0)
    #expect((run["costCents"]?.double ?? 0) > 0 && run["estimated"] == nil, "\(run)")
  }

  @Test(arguments: ["openai", "anthropic"])
  func aWrongKeyIsNotAuthorised(_ provider: String) throws {
    let result = try dir.command("coach-assess", "--provider", provider, "--model", "m")
      .environment("OPENAI_BASE_URL", server.openAIBaseURL)
      .environment("ANTHROPIC_BASE_URL", server.anthropicBaseURL)
      .environment("OPENAI_API_KEY", "sk-wrong").environment("ANTHROPIC_API_KEY", "sk-wrong")
      .run(.lines([Sample.taggedTurn, Sample.taggedTurn.replacing("int_1", with: "int_2")]))
      .expect(.status(77))
    let records = try result.lines.map(JSON.init(parsing:))
    #expect(records.filter { $0["code"]?.string == "not_authorised" }.count == 2)
    // A key that was refused is not tried twice, unless two calls were under way together.
    #expect((1...2).contains(records.count { $0["type"]?.string == "prompt_run" }))
    #expect(!result.diagnostics.contains("sk-wrong") && !result.text.contains("sk-wrong"))
  }

  @Test(arguments: ["openai", "anthropic"])
  func whatIsTooLongForTheModelIsSaidToBe(_ provider: String) throws {
    let long = String(repeating: "a much too long story ", count: 12_000)
    let turn = Sample.taggedTurn.replacing("the office", with: long)
    let result = try on(
      server, dir.command("coach-assess", "--provider", provider, "--model", ModelServer.model)
    ).run(.lines([turn])).expect(.dataRejected)
    let reject = try #require(
      try result.lines.map(JSON.init(parsing:)).first { $0["type"]?.string == "reject" })
    #expect(reject["code"]?.string == "context_overflow" && reject["retryable"] == .bool(false))
  }

  @Test func aRecordingReplaysToTheSameWords() throws {
    let first = try on(
      server,
      dir.command(
        "coach-chat", "--provider", "openai", "--model", ModelServer.model, "--record", "wire.jsonl"
      )
    ).run(.lines([Sample.message])).expect(.success)
    let recorded = String(decoding: try dir.read("wire.jsonl"), as: UTF8.self)
    #expect(!recorded.contains(ModelServer.key))
    let second = try dir.command(
      "coach-chat", "--provider", "replay:wire.jsonl", "--model", ModelServer.model
    ).run(.lines([Sample.message])).expect(.success)
    #expect(try words(first) == words(second))
  }

  private func words(_ result: CommandResult) throws -> [String?] {
    try result.lines.map(JSON.init(parsing:)).filter { $0["type"]?.string == "interaction" }
      .map { $0["aiResponse"]?.string }
  }

  private func on(_ server: ModelServer, _ command: TestCommand) -> TestCommand {
    command.environment("OPENAI_BASE_URL", server.openAIBaseURL)
      .environment("ANTHROPIC_BASE_URL", server.anthropicBaseURL)
      .environment("OPENAI_API_KEY", ModelServer.key)
      .environment("ANTHROPIC_API_KEY", ModelServer.key)
      .environment("COACH_LOG", "json").environment("COACH_LOG_LEVEL", "trace").timeout(240)
  }

  private func query(_ noun: String) throws -> [JSON] {
    try dir.command("coach-store", "query", noun, "--db", "coach.db").run().expect(.success)
      .lines.map(JSON.init(parsing:))
  }

  /// No text and no key in any log line, no key in any record.
  private func expectNoCanary(in result: PipelineResult) throws {
    for stage in result.stages {
      #expect(!stage.diagnostics.contains(ModelServer.key))
      #expect(!stage.diagnostics.contains("listen to my idea"))
      #expect(!stage.diagnostics.contains("sales_pitch"))
    }
    for record in try dir.command("coach-store", "query", "all", "--db", "coach.db").run().lines {
      #expect(!record.contains(ModelServer.key))
    }
  }
}
