/// A turn of a session, as far as it matters for what is still to be done.
struct BacklogTurn: Equatable {
  var key: Int64 = 0
  /// Milliseconds since 1970-01-01 UTC.
  var time: Int64 = 0
  /// What coach-filter decided; nil where it has not seen the turn.
  var scope: String?
  var taskState: String?
  var isCommand = false
  /// Whether a judgement of this turn counts.
  var isJudged = false
  /// Whether an evaluation scores it.
  var isGrouped = false
  /// Whether it was rejected for good.
  var isGivenUp = false

  /// Whether a stage has to work on it.
  var isTodo: Bool {
    scope == nil || (scope == "interaction" && !isJudged && !isGrouped && !isGivenUp)
  }

  /// Whether it belongs to a task that no evaluation closed.
  var isInOpenTask: Bool {
    scope == "multi_turn" && taskState != nil && !isCommand && !isGrouped
  }

  /// Of a session's turns in order, those that a stage has to see: what is to do, and all from
  /// the last turn on that was judged or grouped. A task that is open is given from its start,
  /// which may have been judged by itself.
  static func open(_ turns: [BacklogTurn]) -> [BacklogTurn] {
    let lastDone = turns.lastIndex { $0.isJudged || $0.isGrouped }
    var start = lastDone.map { $0 + 1 } ?? 0
    if let opening = turns.lastIndex(where: { $0.taskState == "start" }), opening < start,
      !turns[opening...].contains(where: { $0.taskState == "end" || $0.isGrouped })
    {
      start = opening
    }
    return turns.enumerated().filter { $0.offset >= start || $0.element.isTodo }.map(\.element)
  }
}
