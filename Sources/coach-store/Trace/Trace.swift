import CoachJSONL
import GRDB

/// From a level to its assessments, from these to the attempts at a model's answer that made them,
/// and to the turns that they are of; from any of these to the others.
final class Trace {
  private let db: Database
  private let parser: RecordParser
  /// What was found, by the keys of its rows.
  private var found: [Table: Set<Int64>] = [:]

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    self.db = db
    parser = try RecordParser(name: "database")
  }

  /// Finds what belongs to an id: that of a record, or the request of a turn or of a prompt run.
  ///
  /// - Parameter user: where the id is that of a focus, whose level; nil for everybody's.
  /// - Returns: whether there is such an id.
  /// - Throws: `DatabaseError`, `RecordError` where a stored record breaks the contract.
  func find(_ id: String, user: String?) throws -> Bool {
    try findLevels(id, user: user)
    try findAssessments(id)
    try findTurns(id)
    let runs = try keys("SELECT pk FROM prompt_run WHERE id = ?1 OR request_id = ?1", .text(id))
    note(.promptRun, runs)
    for run in runs { try followRun(run) }
    note(.reject, try keys("SELECT pk FROM reject WHERE id = ?", .text(id)))
    return !found.values.allSatisfy(\.isEmpty)
  }

  /// Calls `body` with the table and the line of each record: levels, their assessments, their
  /// prompt runs, their evaluations, their turns.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func each(_ body: (Table, UnsafeRawBufferPointer) throws -> Void) throws {
    for table in [Table.level, .assessment, .promptRun, .evaluation, .interaction, .reject] {
      guard let keys = found[table], !keys.isEmpty else { continue }
      let line = try PreparedStatement(
        "SELECT \(table.time ?? "0"), raw FROM \(table.rawValue) WHERE pk = ? AND raw IS NOT NULL",
        on: db)
      let times = try keys.compactMap { key in
        try line.first(.integer(key)) { (time: $0.integer(0) ?? 0, key: key) }
      }
      for (_, key) in times.sorted(by: { ($0.time, $0.key) < ($1.time, $1.key) }) {
        try line.each(.integer(key)) { row in
          try body(table, row.bytes(1))
          return true
        }
      }
    }
  }

  // MARK: Where it begins

  private func findLevels(_ id: String, user: String?) throws {
    let levels = try keys(
      """
      SELECT level.pk FROM level JOIN focus ON focus.pk = level.focus
        JOIN user ON user.pk = level.user
      WHERE focus.id = ?1 AND (?2 IS NULL OR user.id = ?2)
      UNION SELECT level.pk FROM level JOIN user ON user.pk = level.user WHERE user.id = ?1
      """, .text(id), .maybe(user))
    note(.level, levels)
    for level in levels { try followLevel(level) }
  }

  private func findAssessments(_ id: String) throws {
    let assessments = try keys(
      """
      SELECT pk FROM assessment WHERE id = ?1
      UNION SELECT pk FROM assessment WHERE evaluation = (SELECT pk FROM evaluation WHERE id = ?1)
      UNION SELECT pk FROM assessment WHERE session = (SELECT pk FROM session WHERE id = ?1)
      """, .text(id))
    try follow(assessments)
    try noteLevels(of: assessments)
    let evaluations = try keys("SELECT pk FROM evaluation WHERE id = ?", .text(id))
    for evaluation in evaluations { try followGroup(evaluation) }
  }

  private func findTurns(_ id: String) throws {
    let turns = try keys(
      """
      SELECT pk FROM interaction WHERE id = ?1
      UNION SELECT pk FROM interaction WHERE session = (SELECT pk FROM session WHERE id = ?1)
      """, .text(id))
    note(.interaction, turns)
    for turn in turns { try followTurn(turn) }
  }

  // MARK: From one to the other

  private func followLevel(_ level: Int64) throws {
    let find = try PreparedStatement("SELECT raw FROM level WHERE pk = ?", on: db)
    let ids = try find.first(.integer(level)) { row in
      try parser.read(row.bytes(0)) { try Level($0).window.map(\.id) }
    }
    try follow(
      try (ids ?? []).flatMap { id in
        try keys("SELECT pk FROM assessment WHERE id = ?", .text(id))
      })
  }

  /// Assessments, what they are of, and what made them.
  private func follow(_ assessments: [Int64]) throws {
    for assessment in assessments where note(.assessment, [assessment]) {
      let turns = try keys(
        "SELECT interaction FROM assessment_interaction WHERE assessment = ?",
        .integer(assessment))
      note(.interaction, turns)
      note(
        .evaluation,
        try keys(
          "SELECT evaluation FROM assessment WHERE pk = ? AND evaluation IS NOT NULL",
          .integer(assessment)))
      note(
        .promptRun,
        try keys(
          """
          SELECT run.pk FROM assessment
            JOIN prompt_run AS run ON run.session = assessment.session
          WHERE assessment.pk = ?1 AND (
            run.evaluation = assessment.evaluation OR run.request_id = assessment.request_id
            OR (assessment.kind = 'session_summary' AND run.stage = 'coach-summarize')
            OR EXISTS (
              SELECT 1 FROM assessment_interaction AS part
                JOIN interaction ON interaction.pk = part.interaction
              WHERE part.assessment = ?1 AND (
                run.request_id = interaction.request_id OR interaction.id IN (
                  SELECT value FROM json_each(run.raw, '$.interactionIds')))))
          """, .integer(assessment)))
    }
  }

  /// From a turn to the assessments that it is in, alone or as one of several.
  private func followTurn(_ turn: Int64) throws {
    let assessments = try keys(
      """
      SELECT assessment.pk FROM interaction JOIN assessment
        ON assessment.session = interaction.session
      WHERE interaction.pk = ?1 AND EXISTS (
        SELECT 1 FROM assessment_interaction AS part
        WHERE part.assessment = assessment.pk AND part.interaction = ?1)
      """, .integer(turn))
    try follow(assessments)
    try noteLevels(of: assessments)
    note(
      .promptRun,
      try keys(
        """
        SELECT run.pk FROM interaction JOIN prompt_run AS run
          ON run.session = interaction.session
        WHERE interaction.pk = ?1 AND (run.request_id = interaction.request_id
          OR interaction.id IN (SELECT value FROM json_each(run.raw, '$.interactionIds')))
        """, .integer(turn)))
    note(
      .reject,
      try keys(
        """
        SELECT reject.pk FROM interaction JOIN reject ON reject.record_id = interaction.id
        WHERE interaction.pk = ?
        """, .integer(turn)))
  }

  private func followGroup(_ evaluation: Int64) throws {
    note(.evaluation, [evaluation])
    note(
      .interaction,
      try keys(
        "SELECT interaction FROM evaluation_interaction WHERE evaluation = ?",
        .integer(evaluation)))
    note(
      .promptRun, try keys("SELECT pk FROM prompt_run WHERE evaluation = ?", .integer(evaluation)))
  }

  private func followRun(_ run: Int64) throws {
    let groups = try keys(
      "SELECT evaluation FROM prompt_run WHERE pk = ? AND evaluation IS NOT NULL", .integer(run))
    for group in groups {
      try followGroup(group)
      let assessments = try keys(
        "SELECT pk FROM assessment WHERE evaluation = ?", .integer(group))
      try follow(assessments)
      try noteLevels(of: assessments)
    }
    let turns = try keys(
      """
      SELECT interaction.pk FROM prompt_run AS run JOIN interaction
        ON interaction.session = run.session
      WHERE run.pk = ?1 AND (interaction.request_id = run.request_id
        OR interaction.id IN (SELECT value FROM json_each(run.raw, '$.interactionIds')))
      """, .integer(run))
    note(.interaction, turns)
    for turn in turns { try followTurn(turn) }
  }

  /// The levels in whose windows assessments are.
  private func noteLevels(of assessments: [Int64]) throws {
    for assessment in assessments {
      note(
        .level,
        try keys(
          """
          SELECT level.pk FROM assessment JOIN level
            ON level.user = assessment.user AND level.focus = assessment.focus
          WHERE assessment.pk = ? AND EXISTS (
            SELECT 1 FROM json_each(level.raw, '$.window') AS score
            WHERE score.value ->> '$.id' = assessment.id)
          """, .integer(assessment)))
    }
  }

  /// Takes keys in; whether one of them is news.
  @discardableResult
  private func note(_ table: Table, _ keys: [Int64]) -> Bool {
    let known = found[table]?.count ?? 0
    found[table, default: []].formUnion(keys)
    return found[table]?.count != known
  }

  private func keys(_ sql: String, _ values: SQLValue...) throws -> [Int64] {
    let statement = try PreparedStatement(sql, on: db)
    var keys: [Int64] = []
    try statement.start(values)
    defer { statement.reset() }
    while let row = try statement.next() {
      if let key = row.integer(0) { keys.append(key) }
    }
    return keys
  }
}
