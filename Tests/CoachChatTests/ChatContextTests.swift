import CoachJSONL
import CoachProvider
import Testing

@testable import coach_chat

@Suite struct ChatContextTests {
  static let focus = #"{"type":"focus","id":"f_1","title":"Calm answers","colour":1.50}"#
  static let choice =
    #"{"type":"user_focus","userId":"u_1","focusId":"f_1","order":1,"active":true,"x":1.0}"#

  @Test func focusesComeOnceBeforeTheUsersFirstSession() async throws {
    let run = try await ChatRun(
      [
        ChatRun.message("a", user: "u_2", session: "x"),
        ChatRun.message("b", user: "u_1", session: "y"),
        ChatRun.message("c", user: "u_1", session: "z"),
      ], context: [Self.choice, Self.focus])
    #expect(
      try run.story == [
        "start x", "turn x a", "focus", "user_focus", "start y", "turn y b", "start z", "turn z c",
        "end x", "end y", "end z",
      ])
    #expect(run.lines[2] == Self.focus)
    #expect(run.lines[3] == Self.choice)
  }

  @Test func focusesOfTheStreamAreKnownAndNotRepeated() async throws {
    let agent = StreamingAgent { _ in 0 }
    let run = try await ChatRun(
      [Self.focus, Self.choice, ChatRun.message("b", user: "u_1", session: "y")], agent: agent)
    #expect(try run.story == ["focus", "user_focus", "start y", "turn y b", "end y"])
    #expect(agent.turns[0].learner.focuses.map(\.title) == ["Calm answers"])
  }

  @Test func theAgentIsToldFocusesLevelsAndErrors() async throws {
    let error = Assessment(
      id: "ass_1", userId: "u_1", sessionId: "s", interactionIds: ["int_1"],
      focusId: "focus_grammar", kind: .interaction, category: .error, explanationText: "",
      errors: [LanguageError(key: "grammar.articles", message: "No article.", severity: .low)],
      createdAt: 5)
    let score = WindowScore(
      id: "ass_2", kind: .interaction, interactionIds: ["int_1"], score: 6, createdAt: 5)
    let level = Level(
      userId: "u_1", focusId: "f_1", ema: 6, level: 6, band: .developing, window: [score],
      alpha: 0.3, n: 20, updatedAt: 5)
    let agent = StreamingAgent { _ in 0 }
    let input = [ChatRun.message("b", user: "u_1"), ChatRun.message("c", user: "u_2")]
    _ = try await ChatRun(
      input,
      context: [
        Self.focus, Self.choice, String(decoding: error.line(), as: UTF8.self),
        String(decoding: level.line(), as: UTF8.self),
      ], agent: agent, jobs: 1)
    #expect(
      agent.turns[0].learner.focuses == [ChatFocus(id: "f_1", title: "Calm answers", level: 6)])
    #expect(agent.turns[0].learner.recentErrors.map(\.key) == ["grammar.articles"])
    #expect(agent.turns[1].learner == ChatLearner())
    _ = try await ChatRun(
      input, context: [Self.focus, Self.choice], agent: agent, focus: ["focus_tone"], jobs: 1)
    #expect(agent.turns[2].learner.focuses.map(\.title) == ["Tone"])
  }

  static let open = [
    String(
      decoding: Session(id: "old", userId: "u_1", startTime: ChatRun.morning).line(),
      as: UTF8.self),
    String(
      decoding: Interaction(
        id: "int_1", userId: "u_1", sessionId: "old", userText: "Before", aiResponse: "Yes?",
        timestamp: ChatRun.morning + ChatRun.minute, command: .task, task: "story"
      ).line(), as: UTF8.self),
  ]

  @Test(arguments: [
    (21, ["turn old go", "end old"]), (22, nil), (-20, ["turn old go", "end old"]),
    (-21, nil),
  ])
  func anOpenSessionGoesOnWithinTheIdleTime(_ minute: Int, _ story: [String]?) async throws {
    let run = try await ChatRun(
      [ChatRun.message("go", user: "u_1", request: "r", minute: Int64(minute))], context: Self.open)
    let new = DerivedID.session.from("u_1", "r")
    #expect(try run.story == story ?? ["start \(new)", "turn \(new) go", "end \(new)"])
  }

  @Test func anOpenSessionIsKnownWithItsTurns() async throws {
    let agent = StreamingAgent { _ in 0 }
    let run = try await ChatRun(
      [ChatRun.message("go", session: "old", minute: 500)], context: Self.open, agent: agent)
    #expect(try run.story == ["turn old go", "end old"])
    #expect(try run.records[0]["userId"] as? String == "u_1")
    #expect(try run.records[1]["startTime"] as? Int64 == ChatRun.morning)
    #expect(agent.turns[0].history.map(\.userText) == ["Before"])
    #expect(agent.turns[0].number == 2)
    #expect(agent.turns[0].task == "story")
  }

  @Test(arguments: [nil, "old"])
  func aSessionIsKnownByItsTurnsAlone(_ named: String?) async throws {
    let agent = StreamingAgent { _ in 0 }
    let run = try await ChatRun(
      [ChatRun.message("go", user: named == nil ? "u_1" : nil, session: named, minute: 3)],
      context: [Self.open[1]], agent: agent)
    #expect(try run.story == ["turn old go", "end old"])
    #expect(try run.records[0]["userId"] as? String == "u_1")
    #expect(try run.records[1]["startTime"] as? Int64 == ChatRun.morning + ChatRun.minute)
    #expect(agent.turns[0].history.map(\.userText) == ["Before"])
    #expect(agent.turns[0].task == "story")
  }

  @Test func aTaskOfAnEarlierRunIsOverWhereFeedbackWasAskedFor() async throws {
    for (text, command) in [("/feedback", Command.feedback), ("How did I do?", nil)] {
      let agent = StreamingAgent { _ in 0 }
      let request = Interaction(
        id: "int_2", userId: "u_1", sessionId: "old", userText: text, aiResponse: "Well.",
        timestamp: ChatRun.morning + 2 * ChatRun.minute, command: command)
      _ = try await ChatRun(
        [ChatRun.message("go", session: "old", minute: 3)],
        context: Self.open + [String(decoding: request.line(), as: UTF8.self)], agent: agent)
      #expect(agent.turns[0].number == 3)
      #expect(agent.turns[0].task == nil)
    }
  }

  @Test func turnsThatEndInGoodbyeAreNoOpenSession() async throws {
    let goodbye = Interaction(
      id: "int_2", userId: "u_1", sessionId: "old", userText: "/quit", aiResponse: "Bye.",
      timestamp: ChatRun.morning + 2 * ChatRun.minute, command: .quit)
    let run = try await ChatRun(
      [ChatRun.message("go", user: "u_1", request: "r", minute: 3)],
      context: [Self.open[1], String(decoding: goodbye.line(), as: UTF8.self)])
    #expect(try run.story.first == "start \(DerivedID.session.from("u_1", "r"))")
  }

  @Test func aSessionThatHasEndedDoesNotGoOn() async throws {
    let end = Session(
      id: "old", userId: "u_1", startTime: ChatRun.morning, endTime: ChatRun.morning + 1)
    for context in [Self.open + [line(end)], [line(end)] + Self.open] {
      let run = try await ChatRun(
        [ChatRun.message("go", user: "u_1", request: "r", minute: 2)], context: context)
      #expect(try run.story.first == "start \(DerivedID.session.from("u_1", "r"))")
    }
  }

  private func line(_ session: Session) -> String {
    String(decoding: session.line(), as: UTF8.self)
  }
}
