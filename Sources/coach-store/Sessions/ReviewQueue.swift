import CoachJSONL
import GRDB

/// The sessions that are over and have to be reviewed, as the records that coach-summarize needs;
/// and those that are done with, which leave the list of sessions to look at.
struct ReviewQueue {
  /// Sessions that leave the list in one transaction.
  private static let mostAtOnce = 256

  /// The wall clock, milliseconds since 1970-01-01 UTC.
  let now: Int64

  /// Calls `body` with the line of each record of the sessions to review; the line is valid in the
  /// call only.
  ///
  /// - Returns: the keys of the sessions that are done with.
  /// - Throws: `DatabaseError`, `RecordError` where a stored record breaks the contract, and what
  ///   `body` throws.
  func each(
    in db: Database, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> [Int64] {
    let review = try SessionReview(now: now, on: db)
    let learners = try LearnerContext(on: db)
    let writer = try BacklogWriter(reader: try BacklogReader(now: now, on: db), on: db)
    let sessions = try PreparedStatement(
      """
      SELECT session.pk, user, raw FROM unsettled CROSS JOIN session
        ON session.pk = unsettled.session
      WHERE end_time IS NOT NULL ORDER BY end_time, session.pk
      """, on: db)
    let records = try PreparedStatement(
      """
      SELECT timestamp AS time, 0 AS rank, pk, raw FROM interaction
      WHERE session = ?1 AND raw IS NOT NULL
      UNION ALL
      SELECT created_at, 1, pk, raw FROM assessment
      WHERE session = ?1 AND kind <> 'session_summary'
      ORDER BY time, rank, pk
      """, on: db)
    var known: Set<Int64> = []
    var settled: [Int64] = []
    try sessions.each { row in
      let key = row.integer(0) ?? 0
      switch try review.state(ofSession: key) {
      case .waiting: break
      case .settled: settled.append(key)
      case .due:
        if let learner = row.integer(1), known.insert(learner).inserted {
          try learners.each(of: learner) { _, line in try body(line) }
        }
        try writer.writeBeginning(ofSession: key) { _, line in try body(line) }
        try records.each(.integer(key)) { record in
          try body(record.bytes(3))
          return true
        }
        try body(row.bytes(2))
      }
      return true
    }
    return settled
  }

  /// Takes sessions off the list, those that are still done with.
  ///
  /// - Throws: `DatabaseError`, `RecordError` where a stored record breaks the contract.
  func settle(_ sessions: [Int64], in db: Database) throws {
    for start in stride(from: 0, to: sessions.count, by: Self.mostAtOnce) {
      try db.inTransaction(.immediate) {
        // What was known of them may have changed since.
        let review = try SessionReview(now: now, on: db)
        for session in sessions[start...].prefix(Self.mostAtOnce)
        where try review.state(ofSession: session) == .settled {
          try UnsettledSessions.remove(session, in: db)
        }
        return .commit
      }
    }
  }
}
