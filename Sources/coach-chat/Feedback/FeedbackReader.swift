import CoachJSONL

/// Finds in the records of the stages what a learner should see.
struct FeedbackReader {
  enum Event: Equatable {
    case note(ScreenNote)
    /// All is known about the turn.
    case settled(String)
  }

  /// The words of so many turns are kept: an evaluation looks back over six, and context.
  private static let mostTurns = 64

  private var texts: [String: String] = [:]
  private var turnIds: [String] = []
  /// What of a judgement has come, by its id.
  private var judgements: [String: (left: Int, errors: [LanguageError], isGraded: Bool)] = [:]
  private var reviews: [String] = []
  private var levels: [Level] = []

  /// Takes a record that came out of the stages.
  ///
  /// - Throws: `RecordError` where it is none.
  mutating func take(_ record: borrowing Record) throws -> [Event] {
    switch record.type {
    case .interaction: try take(Interaction(record))
    case .assessment: try take(Assessment(record))
    case .reject: try take(Reject(record))
    case .level: try take(Level(record))
    default: []
    }
  }

  private mutating func take(_ level: Level) -> [Event] {
    levels.append(level)
    return []
  }

  /// What is to be said at the end: the review, and the levels that the chat has touched.
  func ending(isUnicode: Bool) -> [ScreenNote] {
    let moves = LevelMoves(levels, since: Set(turnIds), isUnicode: isUnicode).lines
    let told = moves.isEmpty ? [] : [ScreenNote.words("\nLevels:\n" + moves.joined(separator: "\n"))]
    return reviews.map { ScreenNote.words("\n" + $0) } + told
  }

  // MARK: Turns

  private mutating func take(_ turn: Interaction) -> [Event] {
    texts[turn.id] = turn.userText
    turnIds.append(turn.id)
    if turnIds.count > Self.mostTurns { texts[turnIds[turnIds.count - Self.mostTurns - 1]] = nil }
    return turn.scope?.kind == .interaction ? [] : [.settled(turn.id)]
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
    return notes(of: judgement.errors, isGraded: judgement.isGraded).map(Event.note)
      + assessment.interactionIds.map(Event.settled)
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
    guard let id = reject.recordId, texts[id] != nil else { return [] }
    return [
      .note(.words("(\(reject.stage) could not look at this turn: \(reject.message))")),
      .settled(id),
    ]
  }
}
