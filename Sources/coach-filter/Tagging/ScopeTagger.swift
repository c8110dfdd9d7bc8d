import CoachJSONL

/// Decides what is to be assessed of a turn, and why.
struct ScopeTagger {
  /// What the session was like before the turn.
  struct Situation {
    /// The open task's name.
    var task: String?
    /// Whether the open task has a buffer, which it has not between two of them.
    var isBuffering = false
    /// How many turns to score that buffer holds.
    var scoredInTask = 0
    /// How many turns a request for feedback would be about, were no task open.
    var scoredSinceEvaluation = 0
    /// Turns in a row that nobody assesses.
    var turnsWithoutAssessment = 0
    /// The user's active focuses.
    var activeFocusIds: [String] = []
  }

  /// What was decided about a turn.
  struct Decision {
    let scope: Scope
    /// Whether the turn is left alone although the rules were not sure: it is no small talk, question
    /// or arrangement, and there is some evidence of an attempt, but not enough.
    var isUndecided = false
  }

  /// The evidence that is asked for unless somebody says otherwise.
  static let defaultThreshold = 0.5

  /// A turn is tagged when this many in a row went without an assessment; 0 for never.
  let every: Int
  let audit: AuditSample
  /// How strong the evidence has to be, 0…1, that a turn is an attempt. Half of it is enough to be
  /// unsure, and in a task, which is evidence itself.
  let threshold: Double

  /// What is to be assessed of a turn that has no scope.
  func decision(
    of turn: FilterTurn, _ reading: TurnReading, in situation: Situation
  ) -> Decision {
    let scope = scope(of: turn, reading, in: situation)
    return Decision(
      scope: scope,
      isUndecided: scope.kind == .none && reading.nature == nil
        && reading.attemptStrength >= threshold / 2 && reading.attemptStrength > 0)
  }

  private func scope(
    of turn: FilterTurn, _ reading: TurnReading, in situation: Situation
  ) -> Scope {
    if let command = turn.command {
      return scope(of: command, name: turn.taskName, in: situation)
    }
    if reading.asksForFeedback || reading.asksForOpinion && situation.task != nil {
      return request(in: situation)
    }
    if let task = situation.task {
      return reading.changesSubject && reading.userOpens == nil && !reading.userCloses
        ? leaving(task, turn.turn.id, reading, in: situation)
        : step(of: task, reading, in: situation)
    }
    if let name = reading.userOpens {
      return opening(name, key: CueKey.userOpens, "the user opens a task", in: situation)
    }
    if reading.beginsRoleplay { return roleplay(reading, in: situation) }
    if let name = reading.coachOpens {
      return opening(name, key: CueKey.coachOpens, "the coach opens a task", in: situation)
    }
    return alone(turn.turn.id, reading, in: situation)
  }

  // MARK: Commands and requests

  private func scope(of command: Command, name: String?, in situation: Situation) -> Scope {
    switch command {
    case .task:
      return opening(
        name.flatMap { $0.isEmpty ? nil : $0 } ?? "task", key: nil,
        "the command opens a task", in: situation)
    case .done:
      guard let task = situation.task else {
        return Scope(kind: .multiTurn, reason: "the command closes a task, but none is open")
      }
      return Scope(
        kind: .multiTurn, triggers: [.taskComplete], task: .init(name: task, state: .end),
        reason: "the command closes the task")
    case .feedback:
      return request(in: situation)
    case .quit:
      return Scope(kind: .multiTurn, reason: "the command ends the session")
    }
  }

  private func request(in situation: Situation) -> Scope {
    if let task = situation.task {
      return Scope(
        kind: .multiTurn, triggers: [.userRequest], ruleIds: [CueKey.request],
        task: .init(name: task, state: .end), reason: "the user asks for feedback on the task")
    }
    let turns = min(situation.scoredSinceEvaluation, TurnGroup.mostScored)
    return Scope(
      kind: .multiTurn, triggers: [.userRequest], ruleIds: [CueKey.request(on: turns)],
      reason: "the user asks for feedback")
  }

  // MARK: Tasks

  private func opening(
    _ name: String, key: String?, _ reason: String, in situation: Situation
  ) -> Scope {
    Scope(
      kind: .multiTurn, triggers: situation.isBuffering ? [.taskComplete] : [],
      ruleIds: key.map { [$0] } ?? [], task: .init(name: name, state: .start), reason: reason)
  }

  private func roleplay(_ reading: TurnReading, in situation: Situation) -> Scope {
    Scope(
      kind: .interaction,
      triggers: reading.ruleIds.isEmpty ? [.skillAttempt] : [.errorDetection, .skillAttempt],
      focusIds: focusIds(reading, in: situation), ruleIds: reading.ruleIds + [CueKey.roleplay],
      task: .init(name: "roleplay", state: .start), reason: "a roleplay begins")
  }

  private func step(
    of task: String, _ reading: TurnReading, in situation: Situation
  ) -> Scope {
    if let name = reading.userOpens {
      guard name == task else {
        return opening(name, key: CueKey.userOpens, "the user opens another task", in: situation)
      }
      return Scope(
        kind: .multiTurn, ruleIds: [CueKey.userOpensAgain],
        task: .init(name: task, state: .continue), reason: "the user opens the open task again")
    }
    if reading.userCloses, !isAttempt(reading, inTask: true) {
      return Scope(
        kind: .multiTurn, triggers: [.taskComplete], ruleIds: [CueKey.userCloses],
        task: .init(name: task, state: .end), reason: "the user closes the task")
    }
    let isEnd = reading.userCloses || reading.coachCloses
    if reading.asksAboutLanguage, !isAttempt(reading) {
      return Scope(
        kind: .multiTurn, triggers: isEnd ? [.taskComplete] : [],
        ruleIds: [CueKey.aside] + (reading.coachCloses ? [CueKey.coachCloses] : []),
        task: .init(name: task, state: isEnd ? .end : .continue),
        reason: "a question about words in the middle of the task")
    }
    let isLast = situation.scoredInTask + 1 >= TurnGroup.mostScored
    var scope = Scope(
      kind: .multiTurn, triggers: perTurnTriggers(reading, inTask: true),
      focusIds: focusIds(reading, in: situation), ruleIds: reading.ruleIds,
      task: .init(name: task, state: isEnd ? .end : .continue), reason: "a turn of the task")
    if !situation.isBuffering { scope.ruleIds.append(CueKey.goesOn) }
    if reading.coachCloses { scope.ruleIds.append(CueKey.coachCloses) }
    if isEnd || isLast {
      scope.triggers.append(.taskComplete)
      scope.reason = isEnd ? "the last turn of the task" : "the last turn of the task's buffer"
    }
    return scope
  }

  /// A turn that turns to something else is decided as if no task were open; that the task ended
  /// before it is said beside.
  private func leaving(
    _ task: String, _ id: String, _ reading: TurnReading, in situation: Situation
  ) -> Scope {
    var after = situation
    after.task = nil
    after.turnsWithoutAssessment = 0
    var scope = alone(id, reading, in: after)
    scope.triggers.append(.taskComplete)
    scope.ruleIds.append(CueKey.changesSubject)
    scope.task = .init(name: task, state: .end)
    scope.reason = "the subject changes; " + scope.reason
    return scope
  }

  // MARK: Single turns

  private func alone(
    _ id: String, _ reading: TurnReading, in situation: Situation
  ) -> Scope {
    var triggers = perTurnTriggers(reading)
    // Small talk and the like show nothing: the turn that is due is the next one that may.
    if every > 0, situation.turnsWithoutAssessment + 1 >= every, reading.nature == nil,
      !reading.isTooShort
    {
      triggers.append(.periodic)
    }
    if triggers.isEmpty, audit.contains(id) { triggers.append(.audit) }
    guard let first = triggers.first else {
      return Scope(kind: .none, reason: Self.reason(reading.nature))
    }
    return Scope(
      kind: .interaction, triggers: triggers, focusIds: focusIds(reading, in: situation),
      ruleIds: reading.ruleIds, reason: Self.reason(first))
  }

  private func perTurnTriggers(_ reading: TurnReading, inTask: Bool = false) -> [Trigger] {
    var triggers: [Trigger] = []
    if !reading.ruleIds.isEmpty { triggers.append(.errorDetection) }
    if isAttempt(reading, inTask: inTask) { triggers.append(.skillAttempt) }
    return triggers
  }

  /// Whether the turn is an attempt at a skill.
  private func isAttempt(_ reading: TurnReading, inTask: Bool = false) -> Bool {
    if reading.beginsRoleplay { return true }
    return reading.nature == nil && !reading.attempts.isEmpty
      && reading.attemptStrength >= (inTask ? threshold / 2 : threshold)
  }

  /// The focuses that the turn attempts or fails at, the user's active ones first.
  private func focusIds(_ reading: TurnReading, in situation: Situation) -> [String] {
    var ids = isAttempt(reading, inTask: situation.task != nil) ? reading.attempts : []
    for id in reading.faultyFocusIds where !ids.contains(id) { ids.append(id) }
    return ids.ordered(first: situation.activeFocusIds)
  }

  private static func reason(_ trigger: Trigger) -> String {
    switch trigger {
    case .errorDetection: "rules found errors"
    case .skillAttempt: "the turn attempts a skill"
    case .periodic: "no turn was assessed for a while"
    default: "a sample of the turns that are not worth an assessment"
    }
  }

  private static func reason(_ nature: TurnReading.Nature?) -> String {
    switch nature {
    case .smallTalk: "small talk"
    case .questionToCoach: "a question to the coach"
    case .administrative: "arrangements"
    case nil: "nothing to assess"
    }
  }
}
