import CoachJSONL
import GRDB

/// Reads of a session what says whether something is still to be done in it.
struct BacklogReader {
  /// The stages that work on turns, as their rejects name them.
  enum Worker: String {
    case filter = "coach-filter"
    case assess = "coach-assess"
    case summarize = "coach-summarize"
  }

  let refusals: Refusals
  let subjects: SubjectIndex
  private let turns: PreparedStatement
  private let evaluations: PreparedStatement
  private let scored: PreparedStatement
  private let standing: StandingAssessments
  private let parser: RecordParser

  /// - Parameter now: the wall clock, milliseconds since 1970-01-01 UTC.
  /// - Throws: `DatabaseError`.
  init(now: Int64, on db: Database) throws {
    standing = try StandingAssessments(on: db)
    refusals = try Refusals(now: now, on: db)
    subjects = try SubjectIndex(on: db)
    parser = try RecordParser(name: "database")
    turns = try PreparedStatement(
      """
      SELECT pk, id, timestamp, scope, command IS NOT NULL, CASE scope WHEN 'multi_turn' THEN raw END
      FROM interaction WHERE session = ? AND raw IS NOT NULL ORDER BY timestamp, pk
      """, on: db)
    evaluations = try PreparedStatement(
      """
      SELECT pk, id, created_at FROM evaluation WHERE session = ? AND raw IS NOT NULL
      ORDER BY created_at, pk
      """, on: db)
    scored = try PreparedStatement(
      "SELECT interaction FROM evaluation_interaction WHERE evaluation = ?", on: db)
  }

  /// - Parameters:
  ///   - session: the key of the session's row.
  ///   - hasEnded: whether it is over.
  /// - Throws: `DatabaseError`.
  func backlog(ofSession session: Int64, hasEnded: Bool) throws -> SessionBacklog {
    var turns = try turns(ofSession: session)
    let places = Dictionary(
      turns.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    var evaluations: [BacklogEvaluation] = []
    try self.evaluations.each(.integer(session)) { row in
      evaluations.append(try evaluation(row, places) { turns[$0].isGrouped = true })
      return true
    }
    return SessionBacklog(turns: turns, evaluations: evaluations, hasEnded: hasEnded)
  }

  /// The number of what assessments of a turn or a group are of.
  ///
  /// - Throws: `DatabaseError`.
  func subject(of subject: Subject) throws -> Int64 { try subjects.root(of: subject) }

  private func turns(ofSession session: Int64) throws -> [BacklogTurn] {
    var found: [BacklogTurn] = []
    try turns.each(.integer(session)) { row in
      let key = row.integer(0) ?? 0
      let scope = try scope(row)
      var turn = BacklogTurn(
        key: key, id: row.text(1) ?? "", time: row.integer(2) ?? 0, scope: scope,
        isCommand: row.integer(4) == 1, isJudged: try isJudged(.turn(key)))
      if turn.isToDo {
        turn.refusal = try refusals.refusal(
          of: turn.id, by: (scope == nil ? Worker.filter : .assess).rawValue)
      }
      found.append(turn)
      return true
    }
    return found
  }

  /// What was decided of a turn: in full where it is one of several, else its kind.
  private func scope(_ row: SQLRow) throws -> Scope? {
    guard let kind = row.text(3).flatMap(Scope.Kind.init) else { return nil }
    guard kind == .multiTurn else { return Scope(kind: kind, reason: "") }
    return try parser.read(row.bytes(5)) { try $0.scope() }
  }

  private func evaluation(
    _ row: SQLRow, _ places: [Int64: Int], _ group: (Int) -> Void
  ) throws -> BacklogEvaluation {
    let key = row.integer(0) ?? 0
    var evaluation = BacklogEvaluation(
      key: key, id: row.text(1) ?? "", time: row.integer(2) ?? 0,
      isJudged: try isJudged(.group(key)))
    try scored.each(.integer(key)) { row in
      if let place = row.integer(0).flatMap({ places[$0] }) {
        group(place)
        evaluation.lastTurn = max(evaluation.lastTurn ?? place, place)
      }
      return true
    }
    if evaluation.isToDo {
      evaluation.refusal = try refusals.refusal(
        of: evaluation.id, by: Worker.assess.rawValue)
    }
    return evaluation
  }

  private func isJudged(_ subject: Subject) throws -> Bool {
    try standing.isJudged(try self.subject(of: subject))
  }
}
