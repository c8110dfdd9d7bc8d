import CoachJSONL

@testable import coach_filter

/// Lines of made-up conversations.
enum Conversation {
  /// An interaction; `minute` counts from an arbitrary start.
  static func turn(
    _ id: String, _ text: String = "I walked to the lake.", reply: String = "I see.",
    session: String = "s1", user: String? = "u1", minute: Double = 0,
    command: Command? = nil, task: String? = nil
  ) -> String {
    line(
      Interaction(
        id: id, userId: user, sessionId: session, userText: text, aiResponse: reply,
        timestamp: time(minute), command: command, task: task))
  }

  static func start(_ session: String = "s1", user: String = "u1", minute: Double = 0) -> String {
    line(Session(id: session, userId: user, startTime: time(minute)))
  }

  static func end(
    _ session: String = "s1", user: String = "u1", from: Double = 0, minute: Double = 60
  ) -> String {
    line(Session(id: session, userId: user, startTime: time(from), endTime: time(minute)))
  }

  static func chosen(
    _ focusId: String, order: Int, active: Bool = true, user: String = "u1"
  ) -> String {
    line(UserFocus(userId: user, focusId: focusId, order: order, active: active))
  }

  /// Turns with ids `prefix1`… a minute apart.
  static func turns(
    _ prefix: String, _ count: Int, _ text: String = "I walked to the lake.", from: Double = 1
  ) -> [String] {
    (1...count).map { turn("\(prefix)\($0)", text, minute: from + Double($0 - 1)) }
  }

  static func time(_ minute: Double) -> Int64 { 1_750_000_000_000 + Int64(minute * 60_000) }

  static func line(_ record: some SuiteRecord) -> String {
    String(decoding: record.line(), as: UTF8.self)
  }
}
