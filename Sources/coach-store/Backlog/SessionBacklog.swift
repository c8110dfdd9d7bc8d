import CoachJSONL

/// What is still to be done in one session: a matter of its turns in their order and of its
/// evaluations.
struct SessionBacklog {
  /// A request for feedback is about so many turns at most.
  private static let mostTurnsOfRequest = 6

  /// In order.
  let turns: [BacklogTurn]
  let evaluations: [BacklogEvaluation]
  let hasEnded: Bool

  /// Whether a stage has something to do, now or later.
  var isOpen: Bool {
    turns.contains(where: \.isOpen) || evaluations.contains(where: \.isOpen)
      || firstUngrouped != nil
  }

  /// Whether a stage has something to do now.
  var hasWork: Bool { firstOpen != nil || evaluations.contains(where: \.isToDo) }

  /// Where the first turn stands with which something is to be done.
  var firstOpen: Int? {
    let first = turns.firstIndex(where: \.isToDo)
    return [first, firstUngrouped].compactMap(\.self).min()
  }

  /// The evaluation from whose turns on coach-filter has to read, to be at the first open turn what
  /// it would be had it read the whole session; nil where that is the session's beginning.
  ///
  /// A group that is complete settles all that came before it: nothing earlier has a say in what
  /// coach-filter makes of later turns.
  func boundary(before open: Int) -> BacklogEvaluation? {
    evaluations.filter { $0.lastTurn.map { $0 < open } ?? false }
      .max { ($0.lastTurn ?? 0) < ($1.lastTurn ?? 0) }
  }

  /// Where the first turn stands that ought to be in an evaluation and is in none: its group was
  /// complete, or the session is over.
  ///
  /// Evaluations are stored in the order of their turns. So a turn before one that is in an
  /// evaluation has been dealt with.
  private var firstUngrouped: Int? {
    let tail = (turns.lastIndex(where: \.isGrouped).map { $0 + 1 } ?? 0)..<turns.count
    return [firstOfTask(in: tail), firstOfRequest(in: tail)].compactMap(\.self).min()
  }

  private func firstOfTask(in tail: Range<Int>) -> Int? {
    guard let first = tail.first(where: { turns[$0].isScoredInTask }) else { return nil }
    return hasEnded || turns[first...].contains(where: \.closesGroup) ? first : nil
  }

  private func firstOfRequest(in tail: Range<Int>) -> Int? {
    for place in tail where turns[place].isRequest {
      let scored = tail.prefix { $0 < place }.filter { turns[$0].isScoredAlone }
        .suffix(Self.mostTurnsOfRequest)
      let said = ScopeCue.turnsOfRequest(turns[place].scope?.ruleIds ?? [])
      guard let first = scored.first, said == nil || said == scored.count else { continue }
      // A single turn that is tagged to be judged by itself makes no group.
      if scored.count > 1 || turns[first].scope?.kind != .interaction { return first }
    }
    return nil
  }
}
