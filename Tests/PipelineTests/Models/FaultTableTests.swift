import TestSupport
import Testing

/// The fault table: what a server may do, and what the tools make of it.
@Suite struct FaultTableTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// A fault that every request meets, and what follows.
  struct Row: CustomTestStringConvertible, Sendable {
    let fault: Fault
    /// How many requests are made where one retry is allowed.
    let attempts: Int
    let exit: Int32
    /// The code of the reject.
    let code: String
    /// What the prompt run of each attempt says.
    let errorCode: String

    init(_ fault: Fault, attempts: Int, _ exit: Int32, _ code: String, _ errorCode: String) {
      self.fault = fault
      self.attempts = attempts
      self.exit = exit
      self.code = code
      self.errorCode = errorCode
    }

    var testDescription: String { fault.rawValue }
  }

  static let rows: [Row] = [
    Row(.rateLimited, attempts: 2, 75, "quota_exceeded", "rate_limited"),
    Row(.overloaded, attempts: 2, 69, "provider_failed", "overloaded"),
    Row(.unavailable, attempts: 2, 69, "provider_failed", "overloaded"),
    Row(.serverError, attempts: 2, 69, "provider_failed", "server"),
    Row(.conflict, attempts: 2, 69, "provider_failed", "conflict"),
    Row(.closed, attempts: 2, 69, "provider_failed", "connection"),
    Row(.cut, attempts: 2, 69, "provider_failed", "cut"),
    Row(.cutCharacter, attempts: 2, 69, "provider_failed", "cut"),
    Row(.errorInside, attempts: 2, 69, "provider_failed", "overloaded"),
    Row(.hang, attempts: 2, 69, "provider_failed", "timeout"),
    Row(.stall, attempts: 2, 69, "provider_failed", "timeout"),
    Row(.page, attempts: 2, 69, "provider_failed", "server"),
    Row(.redirect, attempts: 1, 69, "provider_failed", "malformed"),
    Row(.wrongType, attempts: 1, 69, "provider_failed", "malformed"),
    Row(.quota, attempts: 1, 75, "quota_exceeded", "quota_exceeded"),
  ]

  @Test(arguments: rows, ["openai", "anthropic"])
  func aJudgementThatCannotBeHadIsARejectAndNeverAScore(_ row: Row, _ provider: String) throws {
    let server = try FaultServer { request in row.fault.spoil(ModelAnswer(request).answer) }
    let result = try dir.command("coach-assess", "--retries", "1", "--timeout", "1s")
      .provider(provider, at: server)
      .run(.lines([Sample.taggedTurn])).expect(.status(row.exit))
    let records = try result.lines.map(JSON.init(parsing:))
    #expect(result.lines.first == Sample.taggedTurn)
    #expect(
      records.map { $0["type"]?.string } == ["interaction"]
        + Array(repeating: "prompt_run", count: row.attempts) + ["reject"], "\(result)")
    let runs = records.filter { $0["type"]?.string == "prompt_run" }
    #expect(runs.allSatisfy { $0["errorCode"]?.string == row.errorCode }, "\(result)")
    #expect(runs.compactMap { $0["attempt"]?.double } == (1...row.attempts).map(Double.init))
    #expect(Set(runs.compactMap { $0["requestId"]?.string }).count == 1)
    let reject = try #require(records.last)
    #expect(reject["code"]?.string == row.code && reject["recordId"]?.string == "int_1")
    #expect(reject["retryable"] == .bool(true))
    #expect(server.requestCount == row.attempts)
  }

  @Test(arguments: Fault.passing, ["openai", "anthropic"])
  func whatPassesIsTriedAgainAndWell(_ fault: Fault, _ provider: String) throws {
    let server = try FaultServer { request in
      let good = ModelAnswer(request).answer
      return request.number == 1 ? fault.spoil(good) : good
    }
    let result = try dir.command("coach-assess").provider(provider, at: server)
      .run(.lines([Sample.taggedTurn])).expect(.success)
    let records = try result.lines.map(JSON.init(parsing:))
    let runs = records.filter { $0["type"]?.string == "prompt_run" }
    #expect(runs.map { $0["status"]?.string } == ["error", "ok"], "\(result)")
    #expect(records.contains { $0["category"]?.string == "progress" })
  }

  @Test(arguments: [Fault.cut, .stall])
  func aReplyThatBreaksOffIsKeptAndNotAskedForAgain(_ fault: Fault) throws {
    let server = try FaultServer { request in fault.spoil(ModelAnswer(request).answer) }
    let result = try dir.command("coach-chat", "--timeout", "1s").provider("openai", at: server)
      .run(.lines([Sample.message])).expect(.status(69))
    let records = try result.lines.map(JSON.init(parsing:))
    let turn = try #require(records.first { $0["type"]?.string == "interaction" })
    #expect(turn["status"]?.string == "partial", "\(result)")
    #expect(turn["aiResponse"]?.string?.hasPrefix("word 1 of answer") == true)
    #expect(turn["ttftMs"] != nil && turn["latencyMs"] != nil)
    let runs = records.filter { $0["type"]?.string == "prompt_run" }
    #expect(runs.map { $0["status"]?.string } == ["partial"])
    #expect(runs.map { $0["requestId"]?.string } == ["req_1"])
    #expect(records.last { $0["type"]?.string == "reject" }?["retryable"] == .bool(false))
    #expect(server.requestCount == 1)
    #expect(server.requests.first?.headers["x-request-id"] == "req_1")
  }

  @Test func aReplyThatNeverCameIsARejectWithTheWords() throws {
    let server = try FaultServer { request in Fault.serverError.spoil(ModelAnswer(request).answer) }
    let result = try dir.command("coach-chat", "--retries", "0").provider("openai", at: server)
      .run(.lines([Sample.message])).expect(.status(69))
    let reject = try #require(
      try result.lines.map(JSON.init(parsing:)).first { $0["type"]?.string == "reject" })
    #expect(reject["raw"]?.string == Sample.message && reject["retryable"] == .bool(true))
  }

  @Test func usageThatAServerDoesNotTellIsEstimatedAndSaidToBe() throws {
    let server = try FaultServer { _ in
      .stream([
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello there.\"}}]}\r\n\r\n",
        ": a comment\r\n\r\n",
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\r\n\r\n",
        "data: [DONE]\r\n\r\n",
      ])
    }
    let result = try dir.command("coach-chat").provider("openai", at: server)
      .run(.lines([Sample.message])).expect(.success)
    let run = try #require(
      try result.lines.map(JSON.init(parsing:)).first { $0["type"]?.string == "prompt_run" })
    #expect(run["estimated"] == .bool(true) && run["outputTokens"]?.double == 3)
    #expect(run["costCents"] == nil)
  }

  @Test func aSlowTurnHoldsBackItsOwnSessionAlone() throws {
    // The first request is never answered: the others must not wait for it.
    let server = try FaultServer { request in
      let good = ModelAnswer(request).answer
      let isSlow = String(decoding: request.body, as: UTF8.self).contains("slow")
      return isSlow ? Fault.hang.spoil(good) : good
    }
    let messages = ["slow", "quick", "quick", "quick"].enumerated().map { number, text in
      #"{"type":"message","text":"\#(text)","userId":"u_\#(number)","timestamp":1767340000000}"#
    }
    let chat = try dir.command("coach-chat", "--retries", "0", "--timeout", "20s")
      .provider("openai", at: server).start()
    for message in messages { #expect(chat.send(message)) }
    var answered = 0
    while answered < 3, let line = chat.nextLine(within: 15) {
      if try JSON(parsing: line)["type"]?.string == "interaction" { answered += 1 }
    }
    #expect(answered == 3)
    // Told to stop, it hands the slow one back.
    chat.signal(15)
    let result = chat.finish().last.expect(.status(143))
    let reject = try #require(
      try result.lines.map(JSON.init(parsing:)).first { $0["type"]?.string == "reject" })
    #expect(reject["raw"]?.string == messages[0] && reject["code"]?.string == "cancelled")
  }
}

extension TestCommand {
  /// The command with a provider whose server is in this process.
  func provider(_ name: String, at server: FaultServer) -> TestCommand {
    arguments("--provider", name, "--model", "m-1")
      .environment("OPENAI_BASE_URL", "\(server.address)/v1")
      .environment("ANTHROPIC_BASE_URL", server.address)
      .environment("OPENAI_API_KEY", "sk-canary-openai")
      .environment("ANTHROPIC_API_KEY", "sk-canary-anthropic")
  }
}
