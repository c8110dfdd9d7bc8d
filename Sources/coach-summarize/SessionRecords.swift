import CoachJSONL
import CoachProvider

/// What the stream has shown of a session that has not ended.
struct SessionRecords: Sendable {
  let id: String
  var session: Session?
  private var turns: [String: Turn] = [:]
  /// Turns that are orders to the coach, not turns of practice.
  private var commands: Set<String> = []
  private var userId: String?
  private var ledger = JudgementLedger()

  init(id: String) { self.id = id }

  mutating func take(_ interaction: Interaction) {
    userId = userId ?? interaction.userId
    turns[interaction.id] = interaction.turn
    if interaction.command != nil { commands.insert(interaction.id) }
  }

  mutating func take(_ assessment: Assessment) {
    userId = userId ?? assessment.userId
    ledger.insert(assessment)
  }

  /// What the review of the session stands on, now that it has ended; nil where the stream has
  /// shown nothing of it (an end that comes a second time must not replace a review).
  func review(ending session: Session, titles: [String: String]) -> SessionReview? {
    let standing = ledger.standing
    guard !turns.isEmpty || !standing.isEmpty else { return nil }
    let practice = turns.values.filter { !commands.contains($0.id) }
    return SessionReview(
      session: session, turns: practice.sorted { ($0.timestamp, $0.id) < ($1.timestamp, $1.id) },
      assessments: standing, titles: titles,
      basis: Basis(
        turns: turns.count, assessments: standing.count,
        latest: standing.map(\.createdAt).max()))
  }

  /// The same of a session that did not end: nil where there is nothing to review, or nobody
  /// whose session it is.
  func reviewWithoutEnd(titles: [String: String], defaultUserId: String?) -> SessionReview? {
    sessionAsKnown(defaultUserId).flatMap { review(ending: $0, titles: titles) }
  }

  /// The session, made up from its turns where no record has told of it; nil where there is nobody
  /// whose it is.
  func sessionAsKnown(_ defaultUserId: String?) -> Session? {
    if let session { return session }
    guard let userId = userId ?? defaultUserId else { return nil }
    let start = turns.values.map(\.timestamp).min() ?? 0
    return Session(id: id, userId: userId, startTime: start)
  }
}
