import CoachJSONL
import CoachProvider

/// Writes one review of each session before the line that ends it.
struct SummarizeStage: Stage {
  static let name = "coach-summarize"

  private let writer: SummaryWriter
  private let summarizesOpenSessions: Bool
  private let defaultUserId: String?

  private var book = FocusBook()
  private var open: OpenSessions

  /// - Parameters:
  ///   - summarizesOpenSessions: `--all`: at the end of the input, sessions without an end too.
  ///   - defaultUserId: whose sessions are those that do not say.
  ///   - limit: how many bytes of lines are held of sessions that have not ended.
  init(
    agent: any ReviewAgent, clock: WallClock, summarizesOpenSessions: Bool = false,
    defaultUserId: String? = nil, limit: Int = OpenSessions.usualLimit
  ) {
    open = OpenSessions(limit: limit)
    writer = SummaryWriter(agent: agent, clock: clock)
    self.summarizesOpenSessions = summarizesOpenSessions
    self.defaultUserId = defaultUserId
  }

  mutating func learn(from record: borrowing Record) throws {
    _ = try take(record)
    // A session that had ended before is nothing to summarise.
    if record.type == .session, record.has("endTime") {
      _ = open.remove(try Session(record).id)
    }
  }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    for gone in try take(record) where summarizesOpenSessions {
      guard let session = gone.sessionAsKnown(defaultUserId) else { continue }
      emit.reject(Self.tooMuchOpen, of: session, id: session.id)
    }
    guard record.type == .session else { return }
    let session = try Session(record)
    guard session.endTime != nil else { return }
    if open.wasLetGo(session.id), !summarizesOpenSessions { emit.reject(Self.tooMuchOpen) }
    guard let review = open.remove(session.id)?.review(ending: session, titles: book.titles) else {
      return
    }
    emit.later(ahead: true) { [writer] in await writer.emission(for: [review]) }
  }

  mutating func finish(emit: inout Emission) throws {
    guard summarizesOpenSessions else { return }
    let reviews = open.ids.compactMap { id in
      open.remove(id)?.reviewWithoutEnd(titles: book.titles, defaultUserId: defaultUserId)
    }
    emit.later { [writer] in await writer.emission(for: reviews) }
  }

  /// Takes a record in; the sessions that had to be let go for it.
  private mutating func take(_ record: borrowing Record) throws -> [SessionRecords] {
    let size = record.byteCount
    switch record.type {
    case .focus, .userFocus:
      try book.take(record)
    case .session:
      let session = try Session(record)
      return open.take(size, of: session.id) { $0.session = session }
    case .interaction:
      // A review does not need every letter: half a surrogate pair must not cost it the turn.
      let interaction = try record.repairingText { record in try Interaction(record) }
      return open.take(size, of: interaction.sessionId) { $0.take(interaction) }
    case .assessment:
      let assessment = try Assessment(record)
      guard assessment.kind != .sessionSummary else { return [] }
      return open.take(size, of: assessment.sessionId) { $0.take(assessment) }
    default: break
    }
    return []
  }

  private static var tooMuchOpen: RecordError {
    RecordError(
      .tooMuchOpen, "is not reviewed: more of open sessions had to be held than there is room for",
      isRetryable: true)
  }
}
