import CoachJSONL
import CoachProvider
import Testing

@testable import coach_chat

/// Agents that have to be waited for.
@Suite struct SideBySideTests {
  @Test func sessionsAreAnsweredSideBySideAndInOrderWithinEach() async throws {
    let agent = StreamingAgent { text in text.hasSuffix("0") ? 40 : 2 }
    let input = (0..<40).map { number in
      ChatRun.message("\(number / 8) \(number % 3)", session: "s\(number % 8)")
    }
    let run = try await ChatRun(input, agent: agent, jobs: 4)
    #expect(run.status == .ok)
    #expect((2...4).contains(agent.mostSideBySide))
    let story = try run.story
    for session in 0..<8 {
      let own = story.filter { $0.split(separator: " ")[1] == "s\(session)" }
      let turns = (0..<5).map { "turn s\(session) \($0) \(($0 * 8 + session) % 3)" }
      #expect(own == ["start s\(session)"] + turns + ["end s\(session)"])
    }
    for turn in agent.turns { #expect(turn.history.count == turn.number - 1) }
  }

  @Test func aSlowReplyHoldsTheEndOfItsSessionAndTheNextBeginning() async throws {
    let agent = StreamingAgent { text in text == "slow" ? 60 : 0 }
    let run = try await ChatRun(
      [
        ChatRun.message("slow", user: "u", request: "a", minute: 0),
        ChatRun.message("next", user: "u", request: "b", minute: 60),
        ChatRun.message("/quit", user: "u", request: "c", minute: 61),
      ], agent: agent)
    let (first, second) = (DerivedID.session.from("u", "a"), DerivedID.session.from("u", "b"))
    #expect(
      try run.story == [
        "start \(first)", "turn \(first) slow", "end \(first)", "start \(second)",
        "turn \(second) next", "turn \(second) /quit", "end \(second)",
      ])
  }

  @Test func aStreamedReplyIsMeasured() async throws {
    let run = try await ChatRun(["Hello"], agent: StreamingAgent { _ in 0 })
    let turn = try run.records[1]
    #expect(turn["aiResponse"] as? String == "re: Hello")
    #expect(turn["status"] as? String == "ok")
    #expect(turn["ttftMs"] as? Int == 0)
    #expect(turn["latencyMs"] as? Int == 1)
  }

  @Test func aReplyThatNeverCameIsAReject() async throws {
    let run = try await ChatRun(
      [ChatRun.message("lost?", session: "s"), ChatRun.message("/quit", session: "s")],
      agent: FailingAgent(pieces: []))
    #expect(run.status == .providerUnavailable)
    #expect(try run.story == ["start s", "reject", "reject", "end s"])
    let reject = try run.records[1]
    #expect(reject["code"] as? String == "provider_failed")
    #expect(reject["retryable"] as? Bool == true)
    #expect((reject["raw"] as? String)?.contains("lost?") == true)
  }

  @Test func aReplyThatBreaksOffIsKept() async throws {
    let run = try await ChatRun(
      [ChatRun.message("go on", session: "s")], agent: FailingAgent(pieces: ["Half a ", "word"]))
    #expect(run.status == .providerUnavailable)
    let turn = try #require(run.records.first { $0["type"] as? String == "interaction" })
    #expect(turn["status"] as? String == "partial")
    #expect(turn["aiResponse"] as? String == "Half a word")
  }
}
