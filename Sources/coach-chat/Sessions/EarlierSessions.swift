import CoachJSONL
import CoachProvider

/// The sessions of `--context` that have not ended, with their last turns.
///
/// A session whose record is not among them is known by its turns.
struct EarlierSessions {
  /// The turns of one session.
  private struct Turns {
    var userId: String?
    var first: Int64
    var last: Int64
    var count = 0
    /// Whether the learner has said goodbye, and the record of the end is missing.
    var isOver = false
    var task: String?
    let conversation = Conversation()

    mutating func append(_ interaction: Interaction) {
      first = min(first, interaction.timestamp)
      last = max(last, interaction.timestamp)
      count += 1
      userId = interaction.userId ?? userId
      isOver = interaction.command == .quit
      if interaction.command == .task {
        task = interaction.task
      } else if TaskEnd.isMeant(by: interaction.command)
        || task != nil && interaction.command == nil && TaskEnd.isMeant(by: interaction.userText)
      {
        task = nil
      }
      conversation.append(interaction)
    }
  }

  private var sessions: [String: Session] = [:]
  private var turns: [String: Turns] = [:]
  private var ended: Set<String> = []

  /// Takes a session or an interaction in; other records are nothing to it.
  ///
  /// - Throws: `RecordError` where the record breaks the contract.
  mutating func learn(from record: borrowing Record) throws(RecordError) {
    switch record.type {
    case .session: learn(try Session(record))
    case .interaction: learn(try Interaction(record))
    default: break
    }
  }

  private mutating func learn(_ session: Session) {
    if session.endTime != nil {
      ended.insert(session.id)
      sessions[session.id] = nil
      turns[session.id] = nil
    } else if !ended.contains(session.id) {
      sessions[session.id] = session
    }
  }

  private mutating func learn(_ interaction: Interaction) {
    let id = interaction.sessionId
    guard !ended.contains(id) else { return }
    let time = interaction.timestamp
    turns[id, default: Turns(first: time, last: time)].append(interaction)
  }

  /// The user of a session that may go on.
  func userId(of id: String) -> String? { sessions[id]?.userId ?? turns[id]?.userId }

  /// Hands a session over that a message names, and that goes on.
  ///
  /// - Parameter userId: whose it is where no record says so.
  mutating func take(_ id: String, of userId: String) -> OpenSession? {
    take(id, of: userId, isExplicit: true)
  }

  /// Hands the user's session over that goes on with a message at that time: one whose last turn is
  /// at most `idle` before it. A message from before the session (an input that is read again)
  /// belongs to another.
  mutating func take(of userId: String, at time: Int64, idle: Int64) -> OpenSession? {
    let going = Set(sessions.keys).union(turns.keys).filter { id in
      guard self.userId(of: id) == userId, turns[id]?.isOver != true else { return false }
      return time - last(of: id) <= idle && start(of: id) - time <= idle
    }
    let newest = going.max { (start(of: $0), $0) < (start(of: $1), $1) }
    return newest.flatMap { take($0, of: userId, isExplicit: false) }
  }

  private mutating func take(
    _ id: String, of userId: String, isExplicit: Bool
  ) -> OpenSession? {
    let (start, last) = (start(of: id), last(of: id))
    let session = sessions.removeValue(forKey: id)
    let turns = turns.removeValue(forKey: id)
    guard session != nil || turns != nil else { return nil }
    return OpenSession(
      id: id, userId: session?.userId ?? turns?.userId ?? userId, start: start, last: last,
      turns: turns?.count ?? 0, isExplicit: isExplicit, task: turns?.task,
      conversation: turns?.conversation ?? Conversation())
  }

  private func start(of id: String) -> Int64 {
    min(sessions[id]?.startTime ?? .max, turns[id]?.first ?? .max)
  }

  private func last(of id: String) -> Int64 {
    max(sessions[id]?.startTime ?? .min, turns[id]?.last ?? .min)
  }
}
