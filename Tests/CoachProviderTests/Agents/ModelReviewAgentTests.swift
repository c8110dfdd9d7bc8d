import CoachJSONL
import Testing

@testable import CoachProvider

/// Asking a model to review a session, whole or in parts.
struct ModelReviewAgentTests {
  private let world = StillWorld()

  private func session(turns count: Int, words: Int = 5) -> SessionReview {
    let turns = (1...count).map { number in
      Turn(
        id: "int_\(number)", userText: String(repeating: "word\(number) ", count: words),
        aiResponse: "Go on.", timestamp: Int64(number))
    }
    let assessments = turns.map { turn in
      Assessment(
        id: "ass_\(turn.id)", userId: "u_1", sessionId: "s_1", interactionIds: [turn.id],
        focusId: "focus_grammar", kind: .interaction, category: .progress, score: 6,
        explanationText: "Fine.", createdAt: turn.timestamp)
    }
    return SessionReview(
      session: Session(id: "s_1", userId: "u_1", startTime: 1, endTime: 999), turns: turns,
      assessments: assessments, titles: [:],
      basis: Basis(turns: count, assessments: count, latest: nil))
  }

  private func agent(
    _ provider: ScriptedProvider, contextTokens: Int = 8_192
  ) throws -> ModelReviewAgent {
    ModelReviewAgent(
      world.chain([provider], retries: 0, contextTokens: contextTokens), rubric: try .standard())
  }

  private static let good = #"{"score":7,"explanation":"You told it\nwell."}"#

  @Test func aShortSessionIsOneCall() async throws {
    let provider = ScriptedProvider([.says(Self.good)])
    let answer = try await agent(provider).review(session(turns: 3))
    let verdict = try answer.value.get()
    #expect(verdict.score == 7 && verdict.explanationText == "You told it well.")
    #expect(answer.runs.count == 1 && answer.runs.first?.stage == "summarize")
    let said = try #require(provider.requests.first).messages[0].text
    #expect(said.contains("turns: 3") && said.contains("word3") && said.contains("\"score\":6"))
    #expect(said.contains("focus_grammar: 6 on average over 3 scores"))
  }

  @Test func aLongSessionIsFoldedInPartsAndNothingIsLeftOut() async throws {
    let long = session(turns: 60, words: 60)
    let notes = ScriptedProvider.Script.says(#"{"notes":"It went on."}"#)
    let parts = try ReviewPrompt(long, rubric: .standard()).parts(contextTokens: 4_096).count
    #expect(parts > 2)
    let provider = ScriptedProvider(
      Array(repeating: notes, count: parts) + [.says(Self.good)])
    let answer = try await agent(provider, contextTokens: 4_096).review(long)
    #expect(try answer.value.get().score == 7)
    #expect(provider.requests.count == parts + 1 && answer.runs.count == parts + 1)
    let said = provider.requests.flatMap(\.messages).map(\.text).joined()
    for number in 1...60 { #expect(said.contains("word\(number) ")) }
    let last = try #require(provider.requests.last).messages[0].text
    #expect(last.contains("notes on part \(parts): \"It went on.\""))
    for request in provider.requests {
      let prompt = Prompt(
        system: request.system, messages: request.messages,
        maxOutputTokens: request.maxOutputTokens)
      #expect(TokenEstimate.tokens(of: prompt) + request.maxOutputTokens <= 4_096)
    }
  }

  @Test func whereAPartFailsThereIsNoReview() async throws {
    let provider = ScriptedProvider([
      .says(#"{"notes":"It went on."}"#), .fails(.overloaded),
    ])
    let answer = try await agent(provider, contextTokens: 4_096)
      .review(session(turns: 60, words: 60))
    #expect(throws: RecordError.self) { try answer.value.get() }
    #expect(answer.runs.map(\.status) == ["ok", "error"])
  }

  @Test(arguments: [
    #"{"score":11,"explanation":"x"}"#, #"{"score":7}"#, #"{"score":7,"explanation":" "}"#,
    #"{"explanation":"x"}"#, "fine",
  ])
  func aReviewThatIsNoneIsMendedOnce(_ bad: String) async throws {
    let provider = ScriptedProvider([.says(bad), .says(Self.good)])
    let answer = try await agent(provider).review(session(turns: 1))
    #expect(try answer.value.get().score == 7 && answer.runs.count == 2)
  }
}
