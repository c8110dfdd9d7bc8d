import CoachJSONL

/// A turn that a session remembers.
struct LoggedTurn {
  let turn: Turn
  let scope: Scope
  /// Whether it is to be scored; else it only gives context.
  let isScored: Bool
  /// Where the ids of turns differ, if they do: ids of one session begin alike.
  private let idEnding: UInt64

  init(turn: Turn, scope: Scope, isScored: Bool) {
    self.turn = turn
    self.scope = scope
    self.isScored = isScored
    idEnding = Self.ending(of: turn.id)
  }

  /// Whether it is the turn of that id.
  ///
  /// - Parameter ending: the id's ``ending(of:)``.
  func isTurn(_ id: String, ending: UInt64) -> Bool { idEnding == ending && turn.id == id }

  /// The last eight bytes of an id.
  static func ending(of id: String) -> UInt64 {
    id.utf8.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Turns of one session that are to be judged together.
struct TurnGroup {
  /// Fewer turns than this say too little without what was said before.
  static let leastTurns = 3
  /// No more turns than this are scored at once (plan §4: a buffer of 3–6 turns).
  static let mostScored = 6

  /// The turns to score and the context before them.
  let turns: [LoggedTurn]
  let task: String?
  let trigger: Trigger

  /// The last turns to score among `log[start...]`, with the context that they need.
  ///
  /// - Parameter opening: whether the turns between `start` and the first one to score open the
  ///   task, so that they belong to it however many are scored.
  init(
    of log: [LoggedTurn], from start: Int, opening: Bool, task: String?, trigger: Trigger
  ) {
    let scored = log.indices[start...].filter { log[$0].isScored }.suffix(Self.mostScored)
    let first = scored.first ?? log.endIndex
    let wanted = max(Self.leastTurns - scored.count, opening ? first - start : 0)
    turns = log[max(0, first - wanted)..<first].map(\.asContext) + scored.map { log[$0] }
    self.task = task
    self.trigger = trigger
  }

  /// The turns to score.
  var scored: [LoggedTurn] { turns.filter(\.isScored) }

  /// Whether an evaluation says more than the assessments that its turns get on their own.
  var isWorthwhile: Bool {
    let scored = scored
    return scored.count > 1 || scored.first.map { $0.scope.kind != .interaction } ?? false
  }

  /// The group's id, which is its evaluation's too (contract §1).
  func id(sessionId: String) -> String {
    DerivedID.group.from(sessionId, turns.first(where: \.isScored)?.turn.id)
  }

  /// The evaluation of the turns.
  ///
  /// - Parameter active: the user's active focuses; they come first.
  func evaluation(sessionId: String, userId: String, active: [String]) -> Evaluation {
    let scored = scored
    var focusIds: [String] = []
    for id in scored.flatMap(\.scope.focusIds) where !focusIds.contains(id) { focusIds.append(id) }
    focusIds = focusIds.ordered(first: active)
    return Evaluation(
      id: id(sessionId: sessionId), userId: userId,
      sessionId: sessionId, interactionIds: scored.map(\.turn.id), turns: turns.map(\.turn),
      focusIds: focusIds.isEmpty ? nil : focusIds, triggers: [trigger], task: task,
      createdAt: scored.last?.turn.timestamp ?? 0)
  }
}

extension LoggedTurn {
  /// The turn where others are scored.
  fileprivate var asContext: LoggedTurn {
    LoggedTurn(turn: turn, scope: scope, isScored: false)
  }
}

extension [String] {
  /// The same ids, those of `first` before the others.
  func ordered(first: [String]) -> [String] {
    if isEmpty || first.isEmpty { return self }
    return first.filter(contains) + filter { !first.contains($0) }
  }
}
