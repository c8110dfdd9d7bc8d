import CoachJSONL
import CoachProvider

/// Writes one review of each session before the line that ends it.
struct SummarizeStage: Stage {
  static let name = "coach-summarize"

  private let writer: SummaryWriter
  private let summarizesOpenSessions: Bool
  private let defaultUserId: String?

  private var book = FocusBook()
  private var open: [String: SessionRecords] = [:]

  /// - Parameters:
  ///   - summarizesOpenSessions: `--all`: at the end of the input, sessions without an end too.
  ///   - defaultUserId: whose sessions are those that do not say.
  init(
    agent: any ReviewAgent, clock: WallClock, summarizesOpenSessions: Bool = false,
    defaultUserId: String? = nil
  ) {
    writer = SummaryWriter(agent: agent, clock: clock)
    self.summarizesOpenSessions = summarizesOpenSessions
    self.defaultUserId = defaultUserId
  }

  mutating func learn(from record: borrowing Record) throws {
    try take(record)
    // A session that had ended before is nothing to summarise.
    if record.type == .session, record.has("endTime") {
      open[try Session(record).id] = nil
    }
  }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    try take(record)
    guard record.type == .session else { return }
    let session = try Session(record)
    guard session.endTime != nil, let records = open.removeValue(forKey: session.id),
      let review = records.review(ending: session, titles: book.titles)
    else { return }
    emit.later(ahead: true) { [writer] in await writer.emission(for: [review]) }
  }

  mutating func finish(emit: inout Emission) throws {
    guard summarizesOpenSessions else { return }
    let reviews = open.keys.sorted().compactMap { id in
      open[id]?.reviewWithoutEnd(titles: book.titles, defaultUserId: defaultUserId)
    }
    open = [:]
    emit.later { [writer] in await writer.emission(for: reviews) }
  }

  private mutating func take(_ record: borrowing Record) throws {
    switch record.type {
    case .focus, .userFocus:
      try book.take(record)
    case .session:
      let session = try Session(record)
      open[session.id, default: SessionRecords(id: session.id)].session = session
    case .interaction:
      // A review does not need every letter: half a surrogate pair must not cost it the turn.
      let interaction = try record.repairingText { record in try Interaction(record) }
      open[interaction.sessionId, default: SessionRecords(id: interaction.sessionId)]
        .take(interaction)
    case .assessment:
      let assessment = try Assessment(record)
      guard assessment.kind != .sessionSummary else { return }
      open[assessment.sessionId, default: SessionRecords(id: assessment.sessionId)]
        .take(assessment)
    default: break
    }
  }
}
