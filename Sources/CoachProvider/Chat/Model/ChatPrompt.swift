import CoachJSONL

/// What a model is told to answer a turn: who the learner is, what they work on, what was said.
struct ChatPrompt {
  /// The most tokens of a reply: a coach is brief.
  private static let mostReplyTokens = 600
  /// Of what was said before, no more than so many tokens are told again, however much the model
  /// could read: each of them is paid for with every turn.
  private static let mostHistoryTokens = 4_000

  private let turn: ChatTurn
  private let rubric: Rubric

  init(_ turn: ChatTurn, rubric: Rubric) {
    self.turn = turn
    self.rubric = rubric
  }

  /// - Parameter contextTokens: how many tokens prompt and answer may have together.
  func prompt(contextTokens: Int) -> Prompt {
    let words = ChatMessage(.user, turn.userText)
    var prompt = Prompt(
      system: system, messages: [words], maxOutputTokens: Self.mostReplyTokens)
    let rest = contextTokens - Self.mostReplyTokens - TokenEstimate.tokens(of: prompt)
    prompt.messages = history(within: min(rest, Self.mostHistoryTokens)) + [words]
    return prompt
  }

  /// The last exchanges that fit, oldest first.
  private func history(within tokens: Int) -> [ChatMessage] {
    var left = tokens
    var messages: [ChatMessage] = []
    for exchange in turn.history.reversed() {
      let pair = [
        ChatMessage(.user, exchange.userText), ChatMessage(.assistant, exchange.aiResponse),
      ]
      left -= pair.reduce(0) { $0 + TokenEstimate.tokens(of: $1.text) + TokenEstimate.perMessage }
      guard left >= 0 else { break }
      messages = pair + messages
    }
    return messages
  }

  private var system: String {
    rubric.prompts.chat.filled([
      .learner: [focuses, errors].compactMap(\.self).joined(separator: "\n\n"),
      .task: [task, order].compactMap(\.self).joined(separator: "\n"),
    ])
  }

  private var task: String? {
    turn.task.map { "The learner practises a task: \(Self.quoted($0))." }
  }

  /// The learner's focuses, with the level and what the rubric expects there.
  private var focuses: String? {
    guard !turn.learner.focuses.isEmpty else { return nil }
    let lines = turn.learner.focuses.map { focus in
      var line = "- \(focus.title)"
      if let level = focus.level { line += ", level \(level) of 10" }
      if let description = focus.description { line += ": \(description)" }
      return line
    }
    return "What the learner works on, most important first:\n" + lines.joined(separator: "\n")
  }

  private var errors: String? {
    guard !turn.learner.recentErrors.isEmpty else { return nil }
    let lines = turn.learner.recentErrors.map { "- \($0.message)" }
    return "What went wrong lately, newest first:\n" + lines.joined(separator: "\n")
  }

  /// What the turn's command asks of the coach.
  private var order: String? {
    switch turn.command {
    case .task: "The learner has just begun the task: set the scene in a sentence and start it."
    case .done: "The learner has just ended the task: close it with one strength and one next step."
    case .feedback:
      "The learner asks for feedback: name what went well, the one thing to mend first, and how."
    case .quit: "The learner says goodbye: answer in one sentence."
    case nil: nil
    }
  }

  /// Names are data, too: one line, within quotation marks.
  private static func quoted(_ name: String) -> String {
    "\"" + name.filter { !$0.isNewline && $0 != "\"" } + "\""
  }
}
