import TestSupport
import Testing

/// `coach-filter --provider`: a model is asked about undecided turns, and about no others.
@Suite struct SecondOpinionTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// The last one is of the kind that the rules are unsure about; see ``undecided()``.
  private static let texts = [
    "lol ok", "thanks!", "Yesterday I go to the office and he don't listen to my idea.",
    "I would say the blue one, as it was there first.", "We could meet at the lake instead.",
    "The train was full, so we stood.", "He said it was fine, more or less.",
  ]

  private static let turns = texts.enumerated().map { number, text in
    #"{"type":"interaction","id":"int_\#(number)","userId":"u_1","sessionId":"sess_1","#
      + #""userText":"\#(text)","aiResponse":"I see.","timestamp":\#(1_767_340_000_000 + number)}"#
  }

  private func filter(_ server: FaultServer, _ arguments: String...) throws -> CommandResult {
    try dir.command("coach-filter", ["--every", "0"] + arguments)
      .environment("OPENAI_BASE_URL", "\(server.address)/v1")
      .environment("OPENAI_API_KEY", "sk-canary-filter")
      .run(.lines(Self.turns)).expect(.success)
  }

  private func kinds(_ result: CommandResult) throws -> [String?] {
    try result.lines.map(JSON.init(parsing:)).filter { $0["type"]?.string == "interaction" }
      .map { $0["scope"]?["kind"]?.string }
  }

  private static func says(_ answer: String) throws -> FaultServer {
    try FaultServer { _ in GoodAnswer.openAI([answer]) }
  }

  @Test func withoutAProviderNobodyIsAsked() throws {
    let server = try Self.says("{}")
    let result = try filter(server)
    #expect(server.requestCount == 0)
    #expect(!result.text.contains("prompt_run"))
  }

  @Test func aModelDecidesWhatTheRulesLeaveOpenAndNothingElse() throws {
    let plain = try kinds(filter(Self.says("{}")))
    let server = try Self.says(#"{"triggers":["skill_attempt"],"focusIds":["focus_clarity"]}"#)
    let result = try filter(server, "--provider", "openai", "--model", "m")
    let records = try result.lines.map(JSON.init(parsing:))
    let asked = records.filter { $0["type"]?.string == "prompt_run" }
    #expect(server.requestCount == asked.count)
    #expect((1..<Self.turns.count).contains(asked.count), "\(result)")
    // Exactly those that were asked about have changed, and only from none.
    let opened = Set(asked.compactMap { $0["interactionIds"]?.elements.first?.string })
    for (number, (before, after)) in zip(plain, try kinds(result)).enumerated() {
      let isAsked = opened.contains("int_\(number)")
      #expect(after == (isAsked ? "interaction" : before), "turn \(number)")
      if isAsked { #expect(before == "none", "turn \(number)") }
    }
    for turn in records where opened.contains(turn["id"]?.string ?? "") {
      #expect(turn["scope"]?["focusIds"] == .array([.string("focus_clarity")]))
      #expect(turn["scope"]?["triggers"] == .array([.string("skill_attempt")]))
    }
    #expect(asked.allSatisfy { $0["stage"]?.string == "filter" })
  }

  @Test func aModelThatFailsLeavesTheTurnToTheRules() throws {
    let plain = try kinds(filter(Self.says("{}")))
    let server = try FaultServer { request in Fault.serverError.spoil(GoodAnswer.openAI(["x"])) }
    let result = try filter(server, "--provider", "openai", "--model", "m", "--retries", "0")
    #expect(try kinds(result) == plain)
    #expect(result.text.contains(#""status":"error""#))
  }
}
