import GRDB

/// What the background analysis has still to do, session by session: turns without scope, turns to
/// assess without a judgement that counts, what follows the last turn that was judged or grouped
/// (so that coach-filter rebuilds its buffer), evaluations without a judgement, and the session's
/// end.
struct Backlog {
  private let sessions: PreparedStatement
  private let sessionValues: [SQLValue]
  private let turns: PreparedStatement
  private let evaluations: PreparedStatement
  private let hasSummary: PreparedStatement
  private let isGivenUp: PreparedStatement
  private let subjects: SubjectIndex
  private let lines: [Table: PreparedStatement]
  private let standing: StandingAssessments

  /// - Throws: `DatabaseError`.
  init(_ filter: QueryFilter, standing: StandingAssessments, on db: Database) throws {
    self.standing = standing
    let asked = filter.conditions.compactMap { field, value in
      Table.session.condition(field).map { ($0, value) }
    }
    let matches = asked.isEmpty ? "TRUE" : asked.map(\.0).joined(separator: " AND ")
    sessions = try PreparedStatement(
      """
      SELECT pk, end_time FROM session WHERE \(matches)
      ORDER BY coalesce(end_time, start_time), pk
      """, on: db)
    sessionValues = asked.map(\.1)
    turns = try PreparedStatement(
      """
      SELECT pk, id, timestamp, scope, task_state, command IS NOT NULL,
        EXISTS (
          SELECT 1 FROM evaluation_interaction AS part
          JOIN evaluation ON evaluation.pk = part.evaluation
          WHERE part.interaction = interaction.pk AND evaluation.raw IS NOT NULL)
      FROM interaction WHERE session = ? AND raw IS NOT NULL ORDER BY timestamp, pk
      """, on: db)
    evaluations = try PreparedStatement(
      """
      SELECT pk, id, created_at FROM evaluation WHERE session = ? AND raw IS NOT NULL
      ORDER BY created_at, pk
      """, on: db)
    hasSummary = try PreparedStatement(
      "SELECT 1 FROM assessment WHERE subject = ? LIMIT 1", on: db)
    isGivenUp = try PreparedStatement(
      """
      SELECT 1 FROM reject WHERE record_id = ? AND retryable = 0 AND stage = 'coach-assess'
      LIMIT 1
      """, on: db)
    subjects = try SubjectIndex(on: db)
    lines = try Dictionary(
      uniqueKeysWithValues: [Table.interaction, .evaluation, .session].map { table in
        (table, try PreparedStatement("SELECT raw FROM \(table.rawValue) WHERE pk = ?", on: db))
      })
  }

  /// Calls `body` with the table and the line of each record; the line is valid in the call only.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func each(_ body: (Table, UnsafeRawBufferPointer) throws -> Void) throws {
    try sessions.start(sessionValues)
    defer { sessions.reset() }
    while let row = try sessions.next() {
      let key = row.integer(0) ?? 0
      let hasEnded = !row.isNull(1)
      let open = try openWork(ofSession: key, hasEnded: hasEnded)
      guard !open.isEmpty else { continue }
      for item in open.sorted(by: { ($0.time, $0.table.rank) < ($1.time, $1.table.rank) }) {
        try write(item.table, item.key, body)
      }
      if hasEnded { try write(.session, key, body) }
    }
  }

  private struct Item {
    let table: Table
    let key: Int64
    let time: Int64
  }

  private func openWork(
    ofSession session: Int64, hasEnded: Bool
  ) throws -> [Item] {
    let turns = try openTurns(ofSession: session)
    var items = try openEvaluations(ofSession: session)
    let hasWork =
      try !items.isEmpty || turns.contains { $0.isTodo }
      || (hasEnded && turns.contains { $0.isInOpenTask }
        && hasSummary.first(.integer(Subject.session(session).number)) { _ in true } == nil)
    guard hasWork else { return [] }
    items += turns.map { Item(table: .interaction, key: $0.key, time: $0.time) }
    return items
  }

  private func openTurns(ofSession session: Int64) throws -> [BacklogTurn] {
    var all: [BacklogTurn] = []
    try turns.each(.integer(session)) { row in
      let key = row.integer(0) ?? 0
      let isJudged = try isJudged(.turn(key))
      var turn = BacklogTurn(
        key: key, time: row.integer(2) ?? 0, scope: row.text(3),
        taskState: row.text(4), isCommand: row.integer(5) == 1, isJudged: isJudged,
        isGrouped: row.integer(6) == 1)
      if turn.isTodo, turn.scope != nil { turn.isGivenUp = try isGivenUp(row.text(1) ?? "") }
      all.append(turn)
      return true
    }
    return BacklogTurn.open(all)
  }

  private func openEvaluations(ofSession session: Int64) throws -> [Item] {
    var items: [Item] = []
    try evaluations.each(.integer(session)) { row in
      let key = row.integer(0) ?? 0
      if try !isJudged(.group(key)), try !isGivenUp(row.text(1) ?? "") {
        items.append(Item(table: .evaluation, key: key, time: row.integer(2) ?? 0))
      }
      return true
    }
    return items
  }

  private func isJudged(_ subject: Subject) throws -> Bool {
    try standing.isJudged(try subjects.root(of: subject))
  }

  private func isGivenUp(_ id: String) throws -> Bool {
    try isGivenUp.first(.text(id)) { _ in true } ?? false
  }

  private func write(
    _ table: Table, _ key: Int64, _ body: (Table, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try lines[table]?.each(.integer(key)) { row in
      try body(table, row.bytes(0))
      return true
    }
  }
}
