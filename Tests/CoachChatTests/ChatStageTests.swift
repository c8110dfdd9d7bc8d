import CoachJSONL
import CoachProvider
import Foundation
import Testing

@testable import coach_chat

@Suite struct ChatStageTests {
  @Test func textAndMessagesAreTurnsAndOtherRecordsPass() async throws {
    let strange = #"{"type":"weather","t":1.10,"z":[ ]}"#
    let run = try await ChatRun([
      "Hello there", strange, ChatRun.message("Second", minute: 1), #"{"type":"user","id":"u_x"}"#,
    ])
    #expect(run.status == .ok)
    let session = try #require(run.records.first?["id"] as? String)
    #expect(
      try run.story == [
        "start \(session)", "turn \(session) Hello there", "weather", "turn \(session) Second",
        "user", "end \(session)",
      ])
    #expect(run.lines[2] == strange)
    #expect(try run.records[1]["userId"] as? String == "u_default")
    #expect(try run.records[1]["provider"] as? String == "echo")
    #expect(try run.records[3]["aiResponse"] as? String == "2: Second after 1")
    #expect(try run.records[5]["startTime"] as? Int64 == ChatRun.morning)
    #expect(try run.records[5]["endTime"] as? Int64 == ChatRun.morning + ChatRun.minute)
  }

  @Test func theSameInputGivesTheSameBytes() async throws {
    let input = (0..<60).map { number in
      ChatRun.message(
        number % 9 == 4 ? "/task story" : "I have a idea number \(number) for the meeting.",
        user: "u_\(number % 3)", request: "r\(number)", minute: Int64(number * 7))
    }
    let first = try await ChatRun(input, agent: RulesChatAgent())
    let again = try await ChatRun(
      input, agent: RulesChatAgent(), clock: WallClock { ChatRun.morning + 999_999 })
    #expect(first.lines == again.lines)
    #expect(first.lines.count > 60)
  }

  @Test func idsComeFromTheRequest() async throws {
    let run = try await ChatRun([ChatRun.message("Hi", user: "u_1", request: "r1", minute: 0)])
    let turn = try run.records[1]
    #expect(turn["id"] as? String == DerivedID.interaction.from("u_1", "r1"))
    #expect(turn["sessionId"] as? String == DerivedID.session.from("u_1", "r1"))
    #expect(turn["requestId"] as? String == "r1")
    let minted = try await ChatRun(["Hi"]).records[1]
    #expect((minted["id"] as? String)?.hasPrefix("int_0197") == true)
  }

  @Test func idlenessEndsASessionBeforeTheNextBegins() async throws {
    let run = try await ChatRun([
      ChatRun.message("one", user: "u", request: "a", minute: 0),
      ChatRun.message("two", user: "u", request: "b", minute: 20),
      ChatRun.message("three", user: "u", request: "c", minute: 41),
    ])
    let (first, second) = (DerivedID.session.from("u", "a"), DerivedID.session.from("u", "c"))
    #expect(
      try run.story == [
        "start \(first)", "turn \(first) one", "turn \(first) two", "end \(first)",
        "start \(second)", "turn \(second) three", "end \(second)",
      ])
  }

  @Test func quitEndsTheSessionBehindItsTurn() async throws {
    let run = try await ChatRun([
      ChatRun.message("one", session: "s"), ChatRun.message("/quit", session: "s"),
      ChatRun.message("other", session: "t"),
    ])
    #expect(
      try run.story == [
        "start s", "turn s one", "turn s /quit", "end s", "start t", "turn t other", "end t",
      ])
    #expect(try run.records[2]["command"] as? String == "quit")
  }

  @Test func commandsAreMarked() async throws {
    let texts = ["/task Sales pitch", "We sell maps.", "/feedback", "/done", "/nothing"]
    let turns = try await ChatRun(texts).records.filter { $0["type"] as? String == "interaction" }
    #expect(
      turns.map { $0["command"] as? String } == ["task", nil, "feedback", "done", nil])
    #expect(
      turns.map { $0["task"] as? String } == ["sales_pitch", nil, nil, nil, nil])
  }

  @Test(arguments: ["/feedback", "How did I do?", "That's it, end of pitch."])
  func aRequestAndAClosingEndTheTask(_ end: String) async throws {
    let agent = StreamingAgent { _ in 0 }
    let texts = ["/task story", "We lost the key.", end, "It was in the car.", "/done"]
    let turns = try await ChatRun(texts, agent: agent, jobs: 1).records
      .filter { $0["type"] as? String == "interaction" }
    #expect(agent.turns.map(\.task) == ["story", "story", "story", nil, nil])
    #expect(turns.last?["task"] == nil)
  }

  @Test(arguments: ["", " ", "\\u00a0\\n\\t"])
  func anEmptyMessageIsRejected(_ text: String) async throws {
    let run = try await ChatRun([#"{"type":"message","text":"\#(text)"}"#, "Hello"])
    #expect(run.status == .dataError)
    let reject = try run.records[0]
    #expect(reject["message"] as? String == "text: must not be empty")
    #expect(try run.story.count == 4)
  }

  @Test func theUserIsTheMessagesElseItsSessionsElseTheDefault() async throws {
    let turns = try await ChatRun([
      ChatRun.message("a", user: "u_1", session: "s"), ChatRun.message("b", session: "s"),
      ChatRun.message("c", session: "t"),
    ]).records.filter { $0["type"] as? String == "interaction" }
    #expect(turns.map { $0["userId"] as? String } == ["u_1", "u_1", "u_default"])
  }

  @Test func theSessionOptionTakesMessagesThatNameNone() async throws {
    let run = try await ChatRun(
      [ChatRun.message("a", minute: 0), ChatRun.message("b", minute: 300)], session: "mine")
    #expect(try run.story == ["start mine", "turn mine a", "turn mine b", "end mine"])
  }
}
