import CoachJSONL
import GRDB

/// Ends sessions in which nobody has said anything for a while, at the time of their last turn.
///
/// A session that went on after its end is ended again, by the later turn.
struct SessionEnder {
  /// A session whose end is due.
  private struct Due {
    let key: Int64
    let id: String
    /// Of the first and the last turn, milliseconds since 1970-01-01 UTC.
    let start: Int64
    let end: Int64
    /// Nil where nobody knows whose session it is.
    let userId: String?
    /// The record; nil where none has come.
    let raw: [UInt8]?
  }

  /// How long a session is silent before it is over, in milliseconds.
  let idle: Int64
  /// The wall clock, milliseconds since 1970-01-01 UTC.
  let now: Int64
  /// Whose sessions are those that do not say.
  let defaultUserId: String?

  /// Ends the sessions that are due, in one transaction.
  ///
  /// - Returns: how many were ended.
  /// - Throws: `DatabaseError`, `RecordError` where a stored session breaks the contract.
  func endSessions(in db: Database) throws -> Int {
    // Nobody has to wait for a lock where there is nothing to write.
    guard try !due(in: db).isEmpty else { return 0 }
    let writer = try RecordWriter(on: db)
    let parser = try RecordParser(name: "database")
    try db.beginTransaction(.immediate)
    do {
      let due = try due(in: db)
      for session in due {
        let line = try line(of: session, parser)
        try parser.read(line) { try writer.put($0) }
      }
      try writer.commit()
      return due.count
    } catch {
      if db.isInsideTransaction { try db.rollback() }
      throw error
    }
  }

  private func line(of session: Due, _ parser: RecordParser) throws -> [UInt8] {
    guard let raw = session.raw else {
      return Session(
        id: session.id, userId: session.userId ?? "", startTime: session.start,
        endTime: session.end
      ).line()
    }
    return try parser.read(raw) { $0.setting("endTime", to: Array(String(session.end).utf8)) }
  }

  private func due(in db: Database) throws -> [Due] {
    let sessions = try PreparedStatement(
      """
      SELECT pk, id, first, last, raw, owner FROM (
        SELECT session.pk, session.id, session.raw, end_time,
          coalesce(min(start_time, first_turn.timestamp), start_time, first_turn.timestamp) AS first,
          coalesce(last_turn.timestamp, start_time) AS last,
          (SELECT id FROM user WHERE pk = coalesce(session.user, last_turn.user)) AS owner
        FROM unsettled CROSS JOIN session ON session.pk = unsettled.session
        LEFT JOIN interaction AS first_turn ON first_turn.pk = (
          SELECT pk FROM interaction AS turn WHERE turn.session = unsettled.session
            AND turn.raw IS NOT NULL ORDER BY timestamp LIMIT 1)
        LEFT JOIN interaction AS last_turn ON last_turn.pk = (
          SELECT pk FROM interaction AS turn WHERE turn.session = unsettled.session
            AND turn.raw IS NOT NULL ORDER BY timestamp DESC LIMIT 1))
      WHERE (end_time IS NULL OR end_time < last) AND last <= ?
      ORDER BY last, pk
      """, on: db)
    var due: [Due] = []
    try sessions.each(.integer(now - idle)) { row in
      let raw = row.isNull(4) ? nil : Array(row.bytes(4))
      let user = row.text(5) ?? defaultUserId
      let session = Due(
        key: row.integer(0) ?? 0, id: row.text(1) ?? "", start: row.integer(2) ?? 0,
        end: row.integer(3) ?? 0, userId: user, raw: raw)
      if raw != nil || user != nil { due.append(session) }
      return true
    }
    return due
  }
}
