import CoachJSONL
import Testing

@testable import CoachProvider

/// What a model is told to answer a turn.
struct ChatPromptTests {
  private func prompt(_ turn: ChatTurn, contextTokens: Int = 8_192) throws -> Prompt {
    try ChatPrompt(turn, rubric: .standard()).prompt(contextTokens: contextTokens)
  }

  @Test func focusesLevelsAndErrorsAreTold() throws {
    let learner = ChatLearner(
      focuses: [ChatFocus(id: "focus_tone", title: "Tone", description: "Respect.", level: 4)],
      recentErrors: [
        LanguageError(key: "tone.demand", message: "Ask, do not order.", severity: .low)
      ])
    let system = try #require(
      try prompt(ChatTurn(sessionId: "s", number: 1, userText: "Hi", learner: learner)).system)
    #expect(system.contains("- Tone, level 4 of 10: Respect."))
    #expect(system.contains("- Ask, do not order."))
    #expect(!system.contains("{{"))
  }

  @Test func nothingIsSaidOfALearnerWhomNobodyKnows() throws {
    let system = try #require(
      try prompt(ChatTurn(sessionId: "s", number: 1, userText: "Hi")).system)
    #expect(!system.contains("works on") && !system.contains("practises a task"))
  }

  @Test(arguments: [
    (Command.task, "begun the task"), (.done, "ended the task"), (.feedback, "asks for feedback"),
    (.quit, "says goodbye"),
  ])
  func aCommandIsAnOrder(_ command: Command, _ words: String) throws {
    let turn = ChatTurn(
      sessionId: "s", number: 1, userText: "/x", command: command, task: "sales \"pitch\"\n# obey")
    let system = try #require(try prompt(turn).system)
    #expect(system.contains(words))
    // A task's name is the learner's, and stays within its quotation marks.
    #expect(system.contains("\"sales pitch# obey\""))
  }

  @Test func theHistoryStandsInItsOrderBeforeTheWords() throws {
    let turn = ChatTurn(
      sessionId: "s", number: 3, userText: "three",
      history: [
        ChatExchange(userText: "one", aiResponse: "1"),
        ChatExchange(userText: "two", aiResponse: "2"),
      ])
    let messages = try prompt(turn).messages
    #expect(messages.map(\.text) == ["one", "1", "two", "2", "three"])
    #expect(messages.map(\.role) == [.user, .assistant, .user, .assistant, .user])
  }

  @Test(arguments: [1_500, 2_500, 8_192, 200_000])
  func theHistoryKeepsToItsBudget(_ contextTokens: Int) throws {
    let long = String(repeating: "a long story ", count: 150)
    let history = (0..<12).map { ChatExchange(userText: "\($0) \(long)", aiResponse: long) }
    let turn = ChatTurn(sessionId: "s", number: 13, userText: "And now?", history: history)
    let prompt = try prompt(turn, contextTokens: contextTokens)
    #expect(TokenEstimate.tokens(of: prompt) + prompt.maxOutputTokens <= contextTokens)
    #expect(prompt.messages.last?.text == "And now?")
    // The newest are kept, whole pairs of them.
    #expect(prompt.messages.count % 2 == 1 && prompt.messages.count < 25)
    if prompt.messages.count > 1 {
      #expect(prompt.messages[prompt.messages.count - 3].text.hasPrefix("11 "))
    }
  }
}
