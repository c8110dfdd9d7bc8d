import CoachJSONL

/// An interaction as the filter sees it: of its fields only those that the filter needs are
/// decoded, so that no other can be at fault.
struct FilterTurn {
  let turn: Turn
  let sessionId: String
  let userId: String?
  /// The name of the turn's request; nil where it has none that can be used.
  let requestId: String?
  let command: Command?
  /// The name that came with the command.
  let taskName: String?
  /// What an earlier run decided; nil where that does not count.
  let scope: Scope?
  /// Whether an earlier run decided anything.
  let isTagged: Bool

  /// - Parameter retags: whether a scope that is there does not count.
  /// - Throws: `RecordError` naming the field, the rule and what was found.
  init(_ record: borrowing Record, retags: Bool = false) throws(RecordError) {
    turn = Turn(
      id: try Self.required("id", record.id("id")),
      userText: try Self.required("userText", record.text("userText")),
      aiResponse: try Self.required("aiResponse", record.text("aiResponse")),
      timestamp: try Self.required("timestamp", record.time("timestamp")))
    sessionId = try Self.required("sessionId", record.id("sessionId"))
    userId = try record.id("userId")
    requestId = (try? record.id("requestId")) ?? nil
    taskName = try record.text("task")
    isTagged = record.has("scope")
    scope = retags || !isTagged ? nil : try record.scope()
    guard let word = try record.text("command") else {
      command = nil
      return
    }
    command = Command(rawValue: word)
    if command == nil {
      let known = Command.allCases.map(\.rawValue).joined(separator: ", ")
      throw RecordError(at: "command", "must be \(known), got another word")
    }
  }

  private static func required<Value>(
    _ name: String, _ value: Value?
  ) throws(RecordError) -> Value {
    guard let value else { throw RecordError(at: name, "is required, got nothing") }
    return value
  }
}
