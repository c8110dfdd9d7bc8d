import CoachJSONL
import GRDB

/// What the background analysis has still to do, session by session.
///
/// Of each session with something to do: its beginning, so that its user is known; what became of
/// the turns that follow (assessments, and rejects that still count), so that no turn is judged
/// twice; its turns and evaluations from the last group before the first open turn on, so that
/// coach-filter is what it would be had it read them all; evaluations without a judgement; and the
/// session's end.
struct Backlog {
  /// What is asked for.
  struct Request {
    var filter = QueryFilter()
    /// Whether the learners of the sessions, their focuses and levels come first.
    var hasContext = false
    /// Sessions whose last record is younger than this are left alone, in milliseconds.
    var idle: Int64 = 0
    /// The wall clock, milliseconds since 1970-01-01 UTC.
    var now: Int64 = 0
  }

  private let request: Request
  private let sessions: PreparedStatement
  private let sessionValues: [SQLValue]
  private let reader: BacklogReader
  private let writer: BacklogWriter
  private let learners: LearnerContext

  /// - Throws: `DatabaseError`.
  init(_ request: Request, on db: Database) throws {
    self.request = request
    learners = try LearnerContext(on: db)
    let asked = request.filter.conditions.compactMap { field, value in
      Table.session.condition(field).map { (sql: $0, value: value) }
    }
    sessions = try PreparedStatement(
      """
      SELECT session.pk, start_time, end_time, coalesce(user, (
        SELECT turn.user FROM interaction AS turn WHERE turn.session = session.pk LIMIT 1))
      FROM unsettled CROSS JOIN session ON session.pk = unsettled.session
      WHERE \((["TRUE"] + asked.map(\.sql)).joined(separator: " AND "))
      ORDER BY coalesce(end_time, start_time), session.pk
      """, on: db)
    sessionValues = asked.map(\.value)
    reader = try BacklogReader(now: request.now, on: db)
    writer = try BacklogWriter(reader: reader, on: db)
  }

  /// Calls `body` with the table and the line of each record; the line is valid in the call only.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func each(_ body: (Table, UnsafeRawBufferPointer) throws -> Void) throws {
    var known: Set<Int64> = []
    try sessions.start(sessionValues)
    defer { sessions.reset() }
    while let row = try sessions.next() {
      let key = row.integer(0) ?? 0
      let end = row.integer(2)
      let backlog = try backlog(ofSession: key, end: end)
      let newest = [
        row.integer(1), end, backlog.turns.last?.time, backlog.evaluations.last?.time,
      ].compactMap(\.self).max()
      guard backlog.hasWork, request.idle == 0 || isIdle(since: newest) else { continue }
      if request.hasContext, let learner = row.integer(3), known.insert(learner).inserted {
        try learners.each(of: learner, body)
      }
      try writer.write(backlog, ofSession: key, body)
    }
  }

  /// A session that goes on after its end has not ended.
  private func backlog(ofSession key: Int64, end: Int64?) throws -> SessionBacklog {
    let backlog = try reader.backlog(ofSession: key, hasEnded: end != nil)
    guard let end, let last = backlog.turns.last?.time, last > end else { return backlog }
    return SessionBacklog(
      turns: backlog.turns, evaluations: backlog.evaluations, hasEnded: false)
  }

  private func isIdle(since time: Int64?) -> Bool {
    time.map { request.now - $0 >= request.idle } ?? true
  }
}
