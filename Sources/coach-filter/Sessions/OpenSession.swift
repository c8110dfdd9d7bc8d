import CoachJSONL

/// A session that has not ended yet.
final class OpenSession {
  let id: String
  /// The place of the session among those of the stream.
  let order: Int
  var userId: String?
  /// The newest turn's timestamp, milliseconds since 1970-01-01 UTC; nil before the first turn.
  private(set) var lastTurn: Int64?
  private(set) var buffer = TaskBuffer()
  /// Turns in a row that nobody assesses.
  private(set) var turnsWithoutAssessment = 0
  /// The groups that the stream holds evaluations of already.
  private var evaluatedGroups: Set<String> = []

  init(id: String, order: Int, userId: String?) {
    self.id = id
    self.order = order
    self.userId = userId
  }

  /// Whether a line of that time shows that nobody has been talking for more than `idle`.
  func isIdle(at time: Int64, after idle: TimeSpan) -> Bool {
    lastTurn.map { time - $0 > idle.milliseconds } ?? false
  }

  /// Takes a turn in, as it is tagged; the group that it completes.
  func take(_ turn: Turn, _ scope: Scope, command: Command?) -> TurnGroup? {
    lastTurn = max(lastTurn ?? turn.timestamp, turn.timestamp)
    let outcome = buffer.take(turn, scope, command: command)
    if scope.ruleIds.contains(CueKey.changesSubject) {
      // The task before it was dealt with, the turn was not.
      turnsWithoutAssessment = 0
      count(scope)
      if case .complete(let group) = outcome { return group }
      return nil
    }
    count(scope)
    switch outcome {
    case .open:
      return nil
    case .settled:
      turnsWithoutAssessment = 0
      return nil
    case .complete(let group):
      turnsWithoutAssessment = 0
      return group
    }
  }

  /// Closes what is open; the group of an open task.
  func close() -> TurnGroup? { buffer.close(for: .sessionEnd) }

  /// Takes note that the stream holds the evaluation of a group; returns whether that is news.
  func noteEvaluation(_ groupId: String) -> Bool {
    evaluatedGroups.insert(groupId).inserted
  }

  private func count(_ scope: Scope) {
    switch scope.kind {
    case .none: turnsWithoutAssessment += 1
    case .interaction: turnsWithoutAssessment = 0
    case .multiTurn where scope.task?.state == .continue: turnsWithoutAssessment = 0
    case .multiTurn: break
    }
  }
}
