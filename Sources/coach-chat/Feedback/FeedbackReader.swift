import CoachJSONL

/// Finds in the records of the stages what a learner should see.
struct FeedbackReader {
  enum Event: Equatable {
    case note(ScreenNote)
    /// All is known about the turn, or the group of turns.
    case settled(String)
    /// Turns are judged together: their judgement is on its way.
    case awaited(String)
    /// A turn that ends a task: where turns are judged together because of it, that is known in a
    /// moment.
    case nearlySettled(String)
  }

  /// The words of so many turns are kept: an evaluation looks back over six, and context.
  private static let mostTurns = 64

  private var texts: [String: String] = [:]
  private var turnIds: [String] = []
  /// What of a judgement has come, by its id.
  private var judgements: [String: (left: Int, errors: [LanguageError], isGraded: Bool)] = [:]
  private var reviews: [String] = []
  private var levels: [Level] = []
  private var titles: [String: String] = [:]

  /// Takes a record that came out of the stages.
  ///
  /// - Throws: `RecordError` where it is none.
  mutating func take(_ record: borrowing Record) throws -> [Event] {
    switch record.type {
    case .interaction: try take(Interaction(record))
    case .assessment: try take(Assessment(record))
    case .reject: try take(Reject(record))
    case .evaluation: [.awaited(try Evaluation(record).id)]
    case .level: try take(Level(record))
    case .focus: try take(Focus(record))
    default: []
    }
  }

  private mutating func take(_ level: Level) -> [Event] {
    levels.append(level)
    return []
  }

  private mutating func take(_ focus: Focus) -> [Event] {
    titles[focus.id] = focus.title
    return []
  }

  /// What is to be said at the end: the review, and the levels that the chat has touched.
  func ending(isUnicode: Bool) -> [ScreenNote] {
    let moves = LevelMoves(levels, since: Set(turnIds), titles: titles, isUnicode: isUnicode).lines
    let told = moves.isEmpty ? [] : [ScreenNote.words("\n" + moves.joined(separator: "\n"))]
    return reviews.map { ScreenNote.words("\n" + $0) } + told
  }

  // MARK: Turns

  private mutating func take(_ turn: Interaction) -> [Event] {
    texts[turn.id] = turn.userText
    turnIds.append(turn.id)
    if turnIds.count > Self.mostTurns { texts[turnIds[turnIds.count - Self.mostTurns - 1]] = nil }
    guard let scope = turn.scope, scope.kind != .none else { return [.settled(turn.id)] }
    if scope.kind == .interaction { return [] }
    let isEnd =
      scope.task?.state == .end || scope.triggers.contains(.userRequest) || turn.command != nil
    return [isEnd ? .nearlySettled(turn.id) : .settled(turn.id)]
  }

  private mutating func take(_ assessment: Assessment) -> [Event] {
    if assessment.kind == .sessionSummary {
      reviews.append(assessment.explanationText)
      return []
    }
    let errors = (assessment.errors ?? []).map { error in
      var error = error
      error.interactionId = error.interactionId ?? assessment.interactionIds.first
      return error
    }
    let key = assessment.judgement?.id ?? assessment.id
    var judgement = judgements[key] ?? (assessment.judgement?.records ?? 1, [], false)
    judgement.left -= 1
    judgement.errors += errors
    judgement.isGraded = judgement.isGraded || assessment.score != nil
    judgements[key] = judgement.left > 0 ? judgement : nil
    guard judgement.left <= 0 else { return [] }
    let subjects = assessment.interactionIds + [assessment.groupId].compactMap(\.self)
    return notes(of: judgement.errors, isGraded: judgement.isGraded).map(Event.note)
      + subjects.map(Event.settled)
  }

  /// The sentences with errors, in the order in which they were said.
  private func notes(of errors: [LanguageError], isGraded: Bool) -> [ScreenNote] {
    let byTurn = Dictionary(grouping: errors) { $0.interactionId ?? "" }
    guard !byTurn.isEmpty else {
      return isGraded ? [.words("Nothing to mend there.")] : []
    }
    return turnIds.compactMap { id in
      guard let errors = byTurn[id], let text = texts[id] else { return nil }
      return .errors(errors, in: text)
    }
  }

  private func take(_ reject: Reject) -> [Event] {
    guard let id = reject.recordId else { return [] }
    return [
      .note(.words("(\(reject.stage) could not look at this: \(reject.message))")),
      .settled(id),
    ]
  }
}
