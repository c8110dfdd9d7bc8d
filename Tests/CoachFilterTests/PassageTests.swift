import CoachJSONL
import Testing

@testable import coach_filter

/// What becomes of lines: only interactions change, and only once.
@Suite struct PassageTests {
  private typealias C = Conversation

  private static let week =
    [C.start(), C.turn("o", command: .task, task: "pitch")] + C.turns("a", 8)
    + [
      C.turn("d", minute: 10, command: .done), C.turn("b1", "[error]", minute: 11),
      C.turn("b2", minute: 12), C.turn("r", "[request]", minute: 13),
      C.turn("p", "[roleplay] Hello.", minute: 14), C.turn("c1", minute: 15),
      C.turn("z1", minute: 60), C.turn("z2", reply: "[opens:story]", minute: 61),
      C.turn("z3", minute: 62), C.end(minute: 62),
      C.turn("y1", session: "s2", user: "u2", command: .task),
      C.turn("y2", session: "s2", user: "u2", minute: 1),
    ]

  @Test func filteredTwiceIsFilteredOnce() throws {
    let once = try FilterRun(Self.week)
    #expect(once.groups.count == 6)
    #expect(try FilterRun(once.lines).lines == once.lines)
    #expect(try FilterRun(once.lines, policy: FilterPolicy(retags: true)).lines == once.lines)
  }

  @Test func taggedTurnsAloneGiveTheSameEvaluations() throws {
    let once = try FilterRun(Self.week)
    let tagged = once.lines.filter { !$0.contains(#""type":"evaluation""#) }
    #expect(try FilterRun(tagged).lines == once.lines)
  }

  @Test func evaluationsAtTheEndOfTheirTurnsAreNotDoubled() throws {
    let once = try FilterRun(Self.week)
    let evaluations = once.lines.filter { $0.contains(#""type":"evaluation""#) }
    let again = try FilterRun(once.lines, policy: FilterPolicy(keepsOpen: true))
    #expect(again.groups.count == evaluations.count)
  }

  @Test func aScopeIsKeptByteForByte() throws {
    let line =
      #"{"id":"a1","sessionId":"s1","userId":"u1","userText":"[error]","aiResponse":"","#
      + #""timestamp":1,"scope": {"kind":"none","odd":1.10} ,"z":[ ]}"#
    #expect(try FilterRun([line]).lines == [line])
    let retagged = try FilterRun([line], policy: FilterPolicy(retags: true))
    #expect(retagged.lines.first?.contains(#""kind":"interaction""#) == true)
    #expect(retagged.lines.first?.hasSuffix(#" ,"z":[ ]}"#) == true)
  }

  @Test func aScopeThatIsNoneOfOursIsRejectedUnlessDecidedAnew() throws {
    let line = C.turn("a1").dropLast() + #","scope":{"kind":"maybe"}}"#
    #expect(try FilterRun([String(line)]).records.first?["type"] as? String == "reject")
    let retagged = try FilterRun([String(line)], policy: FilterPolicy(retags: true))
    #expect(try retagged.kind("a1") == "none")
    #expect(retagged.status == .ok)
  }

  @Test func onlyTheScopeOfATurnIsNew() throws {
    let line =
      #"{ "aiResponse":"x","userText":"I walk.","id":"a1","sessionId":"s1","timestamp":1,"#
      + #""latencyMs":"soon","n":1e400}"#
    let run = try FilterRun([line])
    #expect(run.lines.first?.hasPrefix(line.dropLast() + #","scope":{"kind":"none""#) == true)
    #expect(run.status == .ok)
  }

  @Test func otherRecordsPassAsTheyCame() throws {
    let lines = [
      #"{"type":"weather","n":1.10}"#, #"{"id":"u1","email":"mira@example.org"}"#,
      #"{"type":"level","x":[1, 2]}"#, C.start(), C.end(),
    ]
    #expect(try FilterRun(lines).lines == lines)
  }

  @Test func onlyWritesTaggedTurnsAndEvaluations() throws {
    let lines = [
      C.start(), C.turn("o", command: .task), C.turn("a1", minute: 1),
      #"{"type":"weather"}"#, C.end(),
    ]
    let run = try FilterRun(lines, only: true)
    #expect(run.outline == ["interaction o", "interaction a1", "evaluation a1"])
    #expect(try FilterRun(run.lines, only: true).lines == run.lines)
  }

  @Test func aBadTurnIsRejectedAndTheRestGoesOn() throws {
    let lines = [
      C.turn("o", command: .task), #"{"type":"interaction","id":"bad","sessionId":"s1"}"#,
      C.turn("a1", minute: 1),
    ]
    let run = try FilterRun(lines)
    #expect(
      run.outline.map { $0.split(separator: " ")[0] }
        == ["interaction", "reject", "interaction", "evaluation"])
    #expect(run.status == .dataError)
  }

  @Test func aDueEvaluationComesBeforeABadLine() throws {
    let tagged = try FilterRun(
      [
        C.turn("o", command: .task), C.turn("a1", minute: 1),
        C.turn("d", minute: 2, command: .done),
      ]
    ).lines.filter { !$0.contains(#""type":"evaluation""#) }
    let run = try FilterRun(tagged + ["{"])
    #expect(
      run.outline.map { $0.split(separator: " ")[0] }
        == ["interaction", "interaction", "interaction", "evaluation", "reject"])
  }

  @Test func anUnknownCommandIsRejected() throws {
    let line = C.turn("a1").replacing("\"timestamp\"", with: "\"command\":\"dance\",\"timestamp\"")
    let run = try FilterRun([line])
    #expect(run.records.first?["type"] as? String == "reject")
  }

  @Test func aTaskInTheContextGoesOn() throws {
    let before = try FilterRun(
      [C.turn("o", command: .task, task: "pitch"), C.turn("a1", minute: 1)],
      policy: FilterPolicy(keepsOpen: true)
    ).lines
    let run = try FilterRun(
      [C.turn("a2", minute: 2), C.turn("d", minute: 3, command: .done)], context: before)
    #expect(run.groups == [["a1", "a2"]])
  }

  @Test func aTurnThatComesAgainCountsOnce() throws {
    let turns = [C.turn("o", command: .task)] + C.turns("a", 2, "[error]")
    let done = C.turn("d", minute: 9, command: .done)
    let run = try FilterRun(turns + turns.suffix(1) + [done, done])
    #expect(run.groups == [["a1", "a2"]])
    #expect(run.lines[2] == run.lines[3])
    let again = try FilterRun(run.lines.prefix(3) + turns + [done])
    #expect(again.groups == [["a1", "a2"]])
  }

  @Test func tasksThatAreOnlyOpenedAreForgotten() throws {
    let opened = (1...300).map { C.turn("o\($0)", minute: Double($0), command: .task) }
    let run = try FilterRun(opened + [C.turn("a1", minute: 301)])
    #expect(run.groups == [["a1"]])
    #expect(run.evaluations.map(TaskTests.turnIds) == [["o299", "o300", "a1"]])
  }
}
