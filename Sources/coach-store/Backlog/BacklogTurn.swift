import CoachJSONL

/// A turn of a session, as far as it matters for what is still to be done.
struct BacklogTurn: Equatable {
  var key: Int64 = 0
  var id = ""
  /// Milliseconds since 1970-01-01 UTC.
  var time: Int64 = 0
  /// What coach-filter decided; nil where it has not seen the turn.
  var scope: Scope?
  var isCommand = false
  /// Whether a judgement of this turn alone counts.
  var isJudged = false
  /// Whether a stored evaluation scores it.
  var isGrouped = false
  /// Whether the stage that is to work on it next has refused it.
  var refusal: Refusal?

  /// Whether a stage has to work on it by itself, now or later.
  var isOpen: Bool {
    refusal != .forGood && (scope == nil || (scope?.kind == .interaction && !isJudged))
  }

  /// Whether a stage has to work on it by itself now.
  var isToDo: Bool { isOpen && refusal == nil }

  /// Whether coach-filter has nothing to make of it, as it never took it.
  var isLeftOut: Bool { scope == nil && refusal != nil }

  /// Whether it is a turn of a task that an evaluation is to score; commands, requests and cues
  /// are context alone (contract §4).
  var isScoredInTask: Bool {
    guard let scope, scope.kind == .multiTurn, let task = scope.task, !isCommand else {
      return false
    }
    return task.state != .start && !scope.triggers.contains(.userRequest)
      && !scope.ruleIds.contains(ScopeCue.userCloses)
      && !scope.ruleIds.contains(ScopeCue.userOpensAgain)
  }

  /// Whether a request outside a task would be about it.
  var isScoredAlone: Bool { scope.map { $0.kind != .multiTurn } ?? false }

  /// Whether a group of turns ends with it.
  var closesGroup: Bool {
    guard let scope, scope.kind == .multiTurn else { return false }
    return scope.task?.state == .end || scope.triggers.contains(.taskComplete)
      || scope.triggers.contains(.userRequest)
  }

  /// Whether it asks for feedback outside a task.
  var isRequest: Bool {
    guard let scope, scope.kind == .multiTurn, scope.task == nil else { return false }
    return scope.triggers.contains(.userRequest)
  }
}

/// An evaluation of a session, as far as it matters for what is still to be done.
struct BacklogEvaluation: Equatable {
  var key: Int64 = 0
  var id = ""
  /// Milliseconds since 1970-01-01 UTC.
  var time: Int64 = 0
  /// Where the last turn that it scores stands among the session's turns; nil where none of them
  /// has come.
  var lastTurn: Int?
  var isJudged = false
  /// Whether coach-assess has refused it.
  var refusal: Refusal?

  /// Whether it is to be judged, now or later.
  var isOpen: Bool { !isJudged && refusal != .forGood }

  var isToDo: Bool { isOpen && refusal == nil }
}
