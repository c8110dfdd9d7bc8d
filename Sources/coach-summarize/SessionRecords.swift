import CoachJSONL
import CoachProvider

/// What the stream has shown of a session that has not ended.
struct SessionRecords: Sendable {
  private let id: String
  var session: Session?
  private var interactions: [String: Interaction] = [:]
  private var userId: String?
  private var ledger = JudgementLedger()

  init(id: String) { self.id = id }

  mutating func take(_ interaction: Interaction) {
    userId = userId ?? interaction.userId
    interactions[interaction.id] = interaction
  }

  mutating func take(_ assessment: Assessment) {
    userId = userId ?? assessment.userId
    ledger.insert(assessment)
  }

  /// What the review of the session stands on, now that it has ended; nil where the stream has
  /// shown nothing of it (an end that comes a second time must not replace a review).
  func review(ending session: Session, titles: [String: String]) -> SessionReview? {
    let standing = ledger.standing
    guard !interactions.isEmpty || !standing.isEmpty else { return nil }
    // Commands are orders to the coach, not turns of practice.
    let turns = interactions.values.filter { $0.command == nil }.map(\.turn)
    return SessionReview(
      session: session, turns: turns.sorted { ($0.timestamp, $0.id) < ($1.timestamp, $1.id) },
      assessments: standing, titles: titles,
      basis: Basis(
        turns: interactions.count, assessments: standing.count,
        latest: standing.map(\.createdAt).max()))
  }

  /// The same of a session that did not end: nil where there is nothing to review, or nobody
  /// whose session it is.
  func reviewWithoutEnd(titles: [String: String], defaultUserId: String?) -> SessionReview? {
    guard let userId = session?.userId ?? userId ?? defaultUserId else { return nil }
    let times = interactions.values.map(\.timestamp)
    let session = self.session ?? Session(id: id, userId: userId, startTime: times.min() ?? 0)
    return review(ending: session, titles: titles)
  }
}
