import CoachJSONL
import CoachLanguage

/// Follows a task through a session's last turns, by commands and by words.
enum TaskThread {
  /// The task that is open behind those turns.
  static func open(in history: [ChatExchange]) -> String? {
    for exchange in history.reversed() {
      if asksForFeedback(exchange) { return nil }
      if let name = opened(by: exchange) { return name }
      if closes(exchange) { return nil }
    }
    return nil
  }

  /// What the learner said in the task since its opening or the last feedback. In a part a greeting
  /// or a question is part of it.
  static func turns(in history: [ChatExchange]) -> [String] {
    let start = history.lastIndex { opened(by: $0) != nil || isReviewed($0) }
    return history[(start.map { $0 + 1 } ?? 0)...].filter { exchange in
      exchange.command == nil && isLong(exchange)
        && !PracticeScene.isCallForHelp(Words.of(exchange.userText))
    }.map(\.userText)
  }

  /// What the learner said since the last feedback, beside commands, questions to the coach and
  /// greetings.
  static func words(in history: [ChatExchange]) -> [String] {
    let start = history.lastIndex(where: isReviewed)
    return history[(start.map { $0 + 1 } ?? 0)...].filter { exchange in
      guard exchange.command == nil, isLong(exchange) else { return false }
      let cues = TurnCues(userText: exchange.userText)
      return !cues.isSmallTalk && !cues.isAdministrative && !cues.isQuestionToCoach
        && cues.openedTask == nil
    }.map(\.userText)
  }

  /// What the last feedback was on, where nothing was said since; empty where there was none.
  static func reviewed(in history: [ChatExchange]) -> [String] {
    guard let last = history.lastIndex(where: isReviewed) else { return [] }
    let before = history[..<last]
    guard let end = before.lastIndex(where: { $0.command == nil && !isReviewed($0) }) else {
      return []
    }
    return turns(in: Array(before[...end]))
  }

  private static func isReviewed(_ exchange: ChatExchange) -> Bool {
    exchange.command == .done || asksForFeedback(exchange)
      || closes(exchange) && exchange.aiResponse.hasPrefix(RulesReply.closingWords)
  }

  private static func asksForFeedback(_ exchange: ChatExchange) -> Bool {
    exchange.command == .feedback
      || exchange.command == nil && TurnCues(userText: exchange.userText).isFeedbackRequest
  }

  /// Whether there are words enough to say anything about, and how they are said matters.
  private static func isLong(_ exchange: ChatExchange) -> Bool {
    let words = Words.of(exchange.userText)
    return words.count >= 4 && !Emergency.isTold(in: words)
  }

  private static func opened(by exchange: ChatExchange) -> String? {
    if exchange.command == .task { return exchange.task }
    return exchange.command == nil ? TurnCues(userText: exchange.userText).openedTask : nil
  }

  private static func closes(_ exchange: ChatExchange) -> Bool {
    switch exchange.command {
    case .done, .quit, .feedback: true
    case .task: false
    case nil: TurnCues(userText: exchange.userText).closesTask
    }
  }
}
