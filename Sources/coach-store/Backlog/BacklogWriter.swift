import CoachJSONL
import GRDB

/// Writes what of a session is still to be done, as the records that the stages need for it.
struct BacklogWriter {
  /// Where a record stands among those of its session.
  private struct Item {
    let table: Table
    let key: Int64
    let time: Int64
  }

  private let reader: BacklogReader
  private let lines: [Table: PreparedStatement]
  private let assessments: PreparedStatement
  private let parser: RecordParser

  /// - Throws: `DatabaseError`.
  init(reader: BacklogReader, on db: Database) throws {
    self.reader = reader
    parser = try RecordParser(name: "database")
    lines = try Dictionary(
      uniqueKeysWithValues: [Table.interaction, .evaluation, .session].map { table in
        (table, try PreparedStatement("SELECT raw FROM \(table.rawValue) WHERE pk = ?", on: db))
      })
    assessments = try PreparedStatement(
      "SELECT raw FROM assessment WHERE subject = ? ORDER BY created_at, pk", on: db)
  }

  /// Calls `body` with the table and the line of each record; the line is valid in the call only.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func write(
    _ backlog: SessionBacklog, ofSession session: Int64,
    _ body: (Table, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let start = try start(of: backlog)
    let turns = start.map { backlog.turns[$0...].filter { !$0.isLeftOut } } ?? []
    let evaluations = backlog.evaluations.filter { evaluation in
      evaluation.isToDo || start.map { $0 <= evaluation.lastTurn ?? -1 } ?? false
    }
    try writeBeginning(ofSession: session, body)
    try writeDecisions(on: turns, evaluations, body)
    let items =
      turns.map { Item(table: .interaction, key: $0.key, time: $0.time) }
      + evaluations.map { Item(table: .evaluation, key: $0.key, time: $0.time) }
    // The order of turns of the same time is kept: the sort is stable.
    for item in items.sorted(by: { ($0.time, $0.table.rank) < ($1.time, $1.table.rank) }) {
      try lines[item.table]?.each(.integer(item.key)) { row in
        try body(item.table, row.bytes(0))
        return true
      }
    }
    guard backlog.hasEnded else { return }
    try lines[.session]?.each(.integer(session)) { row in
      try body(.session, row.bytes(0))
      return true
    }
  }

  /// The session as it was while it was open: the record with the end is its last line.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func writeBeginning(
    ofSession session: Int64, _ body: (Table, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try lines[.session]?.each(.integer(session)) { row in
      // A session that no record has told of has a row without one.
      guard !row.isNull(0) else { return true }
      let line: [UInt8] = try parser.read(row.bytes(0)) { record in
        record.has("endTime") ? record.setting("endTime", to: Array("null".utf8)) : record.copy()
      }
      try line.withUnsafeBytes { try body(.session, $0) }
      return true
    }
  }

  /// Where the turns begin that are written; nil where no turn is open.
  private func start(of backlog: SessionBacklog) throws -> Int? {
    guard let open = backlog.firstOpen else { return nil }
    guard let boundary = backlog.boundary(before: open) else { return 0 }
    let first: String? =
      try lines[.evaluation]?.first(.integer(boundary.key)) { row in
        try parser.read(row.bytes(0)) { try Evaluation($0).turns.first?.id }
      } ?? nil
    // A turn of the group that has not come does not matter: those that have stand behind it.
    return backlog.turns.firstIndex { $0.id == first } ?? 0
  }

  /// What became of turns and evaluations that are written again: the assessments of those that
  /// are judged, and the rejects that keep coach-assess from trying again.
  private func writeDecisions(
    on turns: [BacklogTurn], _ evaluations: [BacklogEvaluation],
    _ body: (Table, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let judged: [Subject] =
      turns.filter(\.isJudged).map { .turn($0.key) }
      + evaluations.filter(\.isJudged).map { .group($0.key) }
    var written: Set<Int64> = []
    for subject in judged {
      let number = try reader.subject(of: subject)
      guard written.insert(number).inserted else { continue }
      try assessments.each(.integer(number)) { row in
        try body(.assessment, row.bytes(0))
        return true
      }
    }
    let refused =
      turns.filter { $0.refusal != nil }.map(\.id)
      + evaluations.filter { $0.refusal != nil }.map(\.id)
    for id in refused {
      try reader.refusals.each(id, by: BacklogReader.Worker.assess.rawValue) {
        try body(.reject, $0)
      }
    }
  }
}
