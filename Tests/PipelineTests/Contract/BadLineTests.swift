import TestSupport
import Testing

/// Contract §3: bad input is not silent and not lost.
@Suite struct BadLineTests {
  let dir: Dir
  static let bad = #"{"type":"note","number":}"#

  init() throws { dir = try Dir() }

  @Test(arguments: Stage.all)
  func aBadLineBecomesOneRejectAndTheStageGoesOn(_ stage: Stage) throws {
    let input = [Sample.note(1), Self.bad, Sample.note(3)]
    let result = try stage.command(in: dir).environment("COACH_LOG", "text")
      .run(.lines(input)).expect(.dataRejected)
    try #require(result.lines.count == 3, "\(result)")
    #expect(result.lines[0] == input[0])
    #expect(result.lines[2] == input[2])

    let reject = try MirrorReject.strict(result.lines[1])
    #expect(reject.stage == stage.tool)
    #expect(reject.line == 2)
    #expect(reject.raw == Self.bad)
    #expect(reject.rawBase64 == nil)
    #expect(reject.createdAt == Sample.now)
    #expect(reject.retryable == false)
    #expect(reject.attempts == 1)
    #expect(!reject.code.isEmpty && !reject.message.isEmpty)
    #expect(reject.id.hasSuffix("_" + DerivedIdentifier.reject(reject)))

    let diagnostics = result.diagnosticLines.filter { $0.contains("stdin:2") }
    #expect(diagnostics.count == 1, "\(result)")
    #expect(diagnostics.first?.hasPrefix("\(stage.tool): stdin:2: ") == true, "\(result)")
  }

  @Test(arguments: Stage.all)
  func theIdOfARejectIsTheSameEveryTime(_ stage: Stage) throws {
    let ids = try ["1", "9999999999999"].map { now in
      let result = try stage.command(in: dir).environment("COACH_NOW", now)
        .run(.lines([Self.bad])).expect(.dataRejected)
      return try MirrorReject.strict(try #require(result.lines.first)).id
    }
    #expect(ids[0] == ids[1])
  }

  @Test(arguments: Stage.all)
  func strictStopsAtTheFirst(_ stage: Stage) throws {
    let input = [Sample.note(1), Self.bad, Sample.note(3), Self.bad]
    let result = try stage.command(in: dir, "--strict").run(.lines(input)).expect(.dataRejected)
    let records = try RecordLines(result)
    #expect(result.lines.first == input[0])
    #expect(records.ofType("reject").count == 1)
    #expect(!result.lines.contains(input[2]))
    #expect(result.diagnostics.contains("stdin:2"))
    #expect(!result.diagnostics.contains("stdin:4"))
  }

  @Test(arguments: Stage.all)
  func aRejectFromUpstreamIsPassedOn(_ stage: Stage) throws {
    let upstream =
      #"{"type":"reject","id":"rej_1","stage":"coach-other","code":"score_range","message":"m","#
      + #""line":3,"retryable":false,"attempts":1,"createdAt":1767340000000,"raw":"{}"}"#
    let result = try stage.command(in: dir).run(.lines([upstream])).expect(.success)
    #expect(result.lines == [upstream])
  }

  @Test(arguments: Stage.all)
  func bytesThatAreNotUTF8AreKeptInBase64(_ stage: Stage) throws {
    let bad = Array(#"{"type":"note","text":""#.utf8) + [0xff, 0xc0, 0x80] + Array(#""}"#.utf8)
    let input = Array(Sample.note(1).utf8) + [0x0a] + bad + [0x0a] + Array(Sample.note(3).utf8)
    let result = try stage.command(in: dir).run(.bytes(input)).expect(.dataRejected)
    try #require(result.lines.count == 3, "\(result)")
    let reject = try MirrorReject.strict(result.lines[1])
    #expect(reject.raw == nil)
    #expect(reject.rawBase64 == "eyJ0eXBlIjoibm90ZSIsInRleHQiOiL/wIAifQ==")
    #expect(reject.line == 2)
  }

  @Test(arguments: Stage.all)
  func theOperandIsNamedInTheRejectAndTheDiagnostic(_ stage: Stage) throws {
    try dir.write("day.jsonl", Sample.note(1) + "\n" + Self.bad + "\n")
    let result = try stage.command(in: dir, "day.jsonl").environment("COACH_LOG", "text").run()
      .expect(.dataRejected)
    let reject = try MirrorReject.strict(try #require(result.lines.last))
    #expect(reject.file == "day.jsonl")
    #expect(reject.line == 2)
    #expect(result.diagnostics.contains("\(stage.tool): day.jsonl:2: "), "\(result)")
  }
}
