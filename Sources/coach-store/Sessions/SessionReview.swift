import CoachJSONL
import GRDB

/// Says where a session that is over stands: whether something is still to be done in it, and
/// whether its summary says what the store holds.
struct SessionReview {
  /// What is to be done about a session.
  enum State: Equatable {
    /// It goes on, or its turns are being assessed.
    case waiting
    /// It has no summary, or one of other turns or assessments.
    case due
    /// It is assessed and reviewed, or there is nothing in it.
    case settled
  }

  /// A session waits so long for assessments, in milliseconds.
  private static let patience: Int64 = 3_600_000

  private let now: Int64
  private let reader: BacklogReader
  private let sessions: PreparedStatement
  private let assessments: PreparedStatement
  private let summaries: PreparedStatement
  private let parser: RecordParser

  /// - Parameter now: the wall clock, milliseconds since 1970-01-01 UTC.
  /// - Throws: `DatabaseError`.
  init(now: Int64, on db: Database) throws {
    self.now = now
    reader = try BacklogReader(now: now, on: db)
    parser = try RecordParser(name: "database")
    sessions = try PreparedStatement("SELECT id, end_time FROM session WHERE pk = ?", on: db)
    assessments = try PreparedStatement(
      """
      SELECT count(*), max(created_at) FROM assessment
      WHERE session = ? AND kind <> 'session_summary' AND standing = 1
      """, on: db)
    summaries = try PreparedStatement(
      "SELECT raw FROM assessment WHERE subject = ? AND standing = 1 ORDER BY pk", on: db)
  }

  /// - Parameter session: the key of the session's row.
  /// - Throws: `DatabaseError`, `RecordError` where a stored record breaks the contract.
  func state(ofSession session: Int64) throws -> State {
    let row = try sessions.first(.integer(session)) { (id: $0.text(0) ?? "", end: $0.integer(1)) }
    guard let row, let end = row.end else { return .waiting }
    let backlog = try reader.backlog(ofSession: session, hasEnded: true)
    if let last = backlog.turns.last?.time, last > end { return .waiting }
    if backlog.isOpen, now - end < Self.patience { return .waiting }
    let refusal = try reader.refusals.refusal(
      of: row.id, by: BacklogReader.Worker.summarize.rawValue)
    if try refusal == nil && lacksSummary(session, turns: backlog.turns.count) { return .due }
    return backlog.isOpen || refusal == .forNow ? .waiting : .settled
  }

  private func lacksSummary(_ session: Int64, turns: Int) throws -> Bool {
    let basis = try basis(ofSession: session, turns: turns)
    guard basis.turns > 0 || basis.assessments > 0 else { return false }
    let subject = try reader.subject(of: .session(session))
    var lacks = true
    try summaries.each(.integer(subject)) { row in
      let told = try parser.read(row.bytes(0)) { try Assessment($0).basis }
      // A summary that does not say what it stands on is somebody else's, and left alone.
      lacks = told.map { $0 != basis } ?? false
      return lacks
    }
    return lacks
  }

  /// What a summary of the session would stand on now.
  private func basis(ofSession session: Int64, turns: Int) throws -> Basis {
    let row = try assessments.first(.integer(session)) { row in
      (count: row.integer(0) ?? 0, latest: row.integer(1))
    }
    return Basis(turns: turns, assessments: Int(row?.count ?? 0), latest: row?.latest)
  }
}
