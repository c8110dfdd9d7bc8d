import CoachJSONL

/// The turns of a session that may yet be judged together, and the task that is open.
///
/// It goes by the scopes alone, whether they were decided just now or in an earlier run: the same
/// turns with the same scopes always give the same groups.
struct TaskBuffer {
  /// What a turn did to the buffer.
  enum Outcome {
    /// It was taken in.
    case open
    /// It completed a group.
    case complete(TurnGroup)
    /// It completed a group whose turns are not all here: an earlier run has dealt with it.
    case settled
  }

  /// Outside a task no more turns than this are kept.
  private static let mostTurns = 16

  private var log: [LoggedTurn] = []
  /// Where in the log the turns since the last evaluation begin.
  private var base = 0
  /// Where in the log the buffer of the open task begins.
  private var start: Int?
  /// The name of the open task.
  private(set) var task: String?

  /// Whether an open task has a buffer, which it has not between two of them.
  var isBuffering: Bool { start != nil }

  /// How many turns to score the open task's buffer holds.
  var scoredInTask: Int { start.map { log[$0...].count(where: \.isScored) } ?? 0 }

  /// How many turns a request for feedback would be about, were no task open.
  var scoredSinceEvaluation: Int { log[base...].count(where: \.isScored) }

  /// The scope of a turn that has been taken in and is still remembered.
  func scope(of turnId: String) -> Scope? {
    let ending = LoggedTurn.ending(of: turnId)
    return log.last { $0.isTurn(turnId, ending: ending) }?.scope
  }

  /// Takes a turn in, as it is tagged.
  mutating func take(_ turn: Turn, _ scope: Scope, command: Command?) -> Outcome {
    guard let step = scope.task else { return takeOutsideTask(turn, scope) }
    switch step.state {
    case .start:
      let outcome = start.map { finish(from: $0, for: .taskComplete) } ?? .open
      task = step.name
      // What was opened and never filled is not kept.
      forget(log.count - Self.mostTurns)
      start = log.count
      add(turn, scope, isScored: scope.kind == .interaction)
      return outcome
    case .continue:
      return goOn(turn, scope, name: step.name)
    case .end where scope.ruleIds.contains(CueKey.changesSubject):
      return leaveTask(turn, scope)
    case .end:
      defer {
        task = nil
        start = nil
      }
      guard let start else {
        add(turn, scope, isScored: false)
        return .settled
      }
      add(turn, scope, isScored: !scope.isContext(command))
      return finish(
        from: start, for: scope.triggers.contains(.userRequest) ? .userRequest : .taskComplete)
    }
  }

  /// Closes the open task; its group, where it has one to judge.
  mutating func close(for trigger: Trigger) -> TurnGroup? {
    defer {
      task = nil
      start = nil
    }
    guard let start else { return nil }
    let group = group(from: start, for: trigger)
    return group.isWorthwhile ? group : nil
  }

  // MARK: Steps

  /// The task ended before the turn, which is the first of what follows.
  private mutating func leaveTask(_ turn: Turn, _ scope: Scope) -> Outcome {
    let outcome = start.map { finish(from: $0, for: .taskComplete) } ?? .settled
    task = nil
    start = nil
    base = log.count
    add(turn, scope, isScored: scope.kind != .multiTurn)
    return outcome
  }

  private mutating func goOn(_ turn: Turn, _ scope: Scope, name: String) -> Outcome {
    task = name
    if start == nil, scope.ruleIds.contains(CueKey.goesOn) { start = log.count }
    guard let start else {
      // The buffer began before the input did and was judged then, else it would have been read
      // from its beginning.
      add(turn, scope, isScored: false)
      base = log.count
      return .settled
    }
    add(turn, scope, isScored: !scope.ruleIds.contains(CueKey.aside))
    guard scope.triggers.contains(.taskComplete) || scoredInTask >= TurnGroup.mostScored else {
      return .open
    }
    defer { self.start = nil }
    return finish(from: start, for: .taskComplete)
  }

  private mutating func takeOutsideTask(_ turn: Turn, _ scope: Scope) -> Outcome {
    add(turn, scope, isScored: scope.kind != .multiTurn)
    guard scope.kind == .multiTurn, scope.triggers.contains(.userRequest) else { return .open }
    let turns = min(scoredSinceEvaluation, TurnGroup.mostScored)
    if let said = CueKey.turnsOfRequest(scope.ruleIds), said != turns {
      // It was about other turns than those that are here: an earlier run has dealt with it.
      if said > 0 { settle() }
      return .settled
    }
    return finish(from: base, for: .userRequest)
  }

  /// Completes the group that begins there, if it is worth an evaluation.
  private mutating func finish(from start: Int, for trigger: Trigger) -> Outcome {
    let group = group(from: start, for: trigger)
    guard group.isWorthwhile else { return .open }
    settle()
    return .complete(group)
  }

  private func group(from start: Int, for trigger: Trigger) -> TurnGroup {
    TurnGroup(
      of: log, from: start, opening: self.start != nil, task: self.start == nil ? nil : task,
      trigger: trigger)
  }

  private mutating func add(_ turn: Turn, _ scope: Scope, isScored: Bool) {
    log.append(LoggedTurn(turn: turn, scope: scope, isScored: isScored))
    if start == nil { forget(log.count - Self.mostTurns) }
  }

  /// All turns so far are judged; the last ones are kept as context.
  private mutating func settle() {
    base = log.count
    start = nil
    forget(log.count - TurnGroup.leastTurns)
  }

  private mutating func forget(_ count: Int) {
    guard count > 0 else { return }
    log.removeFirst(count)
    base = max(0, base - count)
  }
}

extension Scope {
  /// Whether a turn that is tagged so gives context alone: commands, requests, cues.
  fileprivate func isContext(_ command: Command?) -> Bool {
    command != nil || triggers.contains(.userRequest) || ruleIds.contains(CueKey.userCloses)
      || ruleIds.contains(CueKey.userOpensAgain) || ruleIds.contains(CueKey.aside)
  }
}
