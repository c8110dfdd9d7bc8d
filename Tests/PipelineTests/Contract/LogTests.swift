import TestSupport
import Testing

/// stderr carries diagnostics: lines of JSON where it is no terminal, and never a text or a key.
@Suite struct LogTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  private static let canary = "Quetzalcoatlus"
  private static let keyCanary = "sk-canary-5b1f0c"

  /// Everything a tool can meet, each with the canary where a text stands.
  private static let input: [String] = [
    #"{"type":"note","text":"\#(canary)"}"#,
    Sample.message.replacing("the office", with: canary),
    Sample.turn.replacing("the office", with: canary),
    Sample.taggedTurn.replacing("the office", with: canary),
    Sample.assessment(["explanationText": #""\#(canary)""#]),
    Sample.assessment(["explanationText": #""\#(canary)""#, "score": "11"]),
    Sample.assessment(["kind": #""\#(canary)""#]),
    Sample.assessment(["category": #""\#(canary)""#, "score": #""\#(canary)""#]),
    #"{"type":"\#(canary)","id":7}"#,
    #"{"type":"note","text":"\#(canary)",}"#,
    #"{"\#(canary)":\#(canary)}"#,
    #"{"type":"user","id":"u_1","name":"\#(canary)","email":"\#(canary)@example.org"}"#,
    #"{"type":"session","id":"sess_1","userId":"u_1","startTime":1767340000000,"endTime":1767340000000}"#,
  ]

  @Test(arguments: Stage.all, ["text", "json", ""])
  func noTextAndNoKeyReachesALog(_ stage: Stage, _ format: String) throws {
    var command = stage.command(in: dir, "-v").environment("COACH_LOG_LEVEL", "debug")
      .environment("OPENAI_API_KEY", Self.keyCanary)
      .environment("ANTHROPIC_API_KEY", Self.keyCanary)
      .environment("COACH_PROVIDER", "builtin")
    if !format.isEmpty { command = command.environment("COACH_LOG", format) }
    let result = try command.run(.lines(Self.input)).expect(.dataRejected)
    #expect(!result.diagnostics.isEmpty)
    #expect(!result.diagnostics.contains(Self.canary), "\(result)")
    #expect(!result.diagnostics.contains(Self.keyCanary), "\(result)")
    #expect(!result.text.contains(Self.keyCanary), "\(result)")
    #expect(result.text.contains(Self.canary))
  }

  @Test(arguments: Stage.all)
  func aLogIsOneObjectALineWhereStderrIsNoTerminal(_ stage: Stage) throws {
    let result = try stage.command(in: dir, "-v").environment("COACH_LOG_LEVEL", "debug")
      .run(.lines(Self.input)).expect(.dataRejected)
    for line in result.diagnosticLines {
      let entry = try JSON(parsing: line)
      #expect(entry["ts"] != nil && entry["level"]?.string != nil, "\(line)")
      for key in ["userId", "sessionId", "focusId", "groupId"] {
        // Hashed, unless it is asked for them plain.
        let identifier = entry[key]?.string
        #expect(!["u_1", "sess_1", "focus_grammar"].contains(identifier), "\(line)")
      }
    }
    #expect(result.diagnosticLines.contains { $0.contains("stdin:10") }, "\(result)")
  }

  @Test(arguments: Stage.all)
  func noneIsNone(_ stage: Stage) throws {
    let result = try stage.command(in: dir).environment("COACH_LOG", "none")
      .run(.lines([Sample.message, BadLineTests.bad])).expect(.dataRejected)
    #expect(result.diagnostics.isEmpty, "\(result)")
  }

  @Test(arguments: Stage.all)
  func whatIsWellIsSilent(_ stage: Stage) throws {
    let result = try stage.command(in: dir).environment("COACH_LOG_LEVEL", "error")
      .run(.lines([Sample.message, Sample.turn])).expect(.success)
    #expect(result.diagnostics.isEmpty, "\(result)")
  }
}
