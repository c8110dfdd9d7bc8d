import CoachJSONL
import GRDB

/// Takes everything of a person out of the database.
///
/// That is what names the person, all of the person's sessions, what stands for records of theirs
/// that have not come, and every reject and every record of unknown type that mentions one of
/// their ids. What focuses there are is nobody's, and stays.
struct Eraser {
  let userId: String

  /// - Returns: how many records of each type are gone.
  /// - Throws: `DatabaseError`, `RecordError` where a stored reject breaks the contract.
  func erase(in db: Database) throws -> [Removal] {
    try db.execute(sql: Self.lists, arguments: [userId])
    var removals: [Removal] = []
    let mentions = Mentions(of: try ids(in: db))
    removals += try eraseMentions(mentions, in: db)
    for (table, sql) in Self.deletions {
      try db.execute(sql: sql)
      removals.append(Removal(verb: .erase, table: table, records: db.changesCount))
    }
    try db.execute(sql: Self.drops)
    return removals.filter { $0.records > 0 }
  }

  // MARK: What is theirs

  /// The keys of all rows that are the person's, stubs included.
  private static let lists = """
    CREATE TEMP TABLE gone_user AS SELECT pk FROM user WHERE id = ?;

    CREATE TEMP TABLE gone_session (pk INTEGER PRIMARY KEY);
    INSERT INTO gone_session
      SELECT pk FROM session WHERE user IN gone_user
      UNION SELECT session.pk FROM interaction JOIN session ON session.pk = interaction.session
        WHERE interaction.user IN gone_user AND session.user IS NULL
      UNION SELECT session.pk FROM assessment JOIN session ON session.pk = assessment.session
        WHERE assessment.user IN gone_user AND session.user IS NULL;

    CREATE TEMP TABLE gone_assessment (pk INTEGER PRIMARY KEY);
    INSERT INTO gone_assessment
      SELECT pk FROM assessment WHERE user IN gone_user OR session IN gone_session;

    CREATE TEMP TABLE gone_evaluation (pk INTEGER PRIMARY KEY);
    INSERT INTO gone_evaluation
      SELECT pk FROM evaluation WHERE user IN gone_user OR session IN gone_session
      UNION SELECT evaluation.pk FROM assessment
        JOIN evaluation ON evaluation.pk = assessment.evaluation
        WHERE assessment.pk IN gone_assessment AND evaluation.user IS NULL
      UNION SELECT evaluation.pk FROM prompt_run
        JOIN evaluation ON evaluation.pk = prompt_run.evaluation
        WHERE prompt_run.user IN gone_user AND evaluation.user IS NULL;

    CREATE TEMP TABLE gone_interaction (pk INTEGER PRIMARY KEY);
    INSERT INTO gone_interaction
      SELECT pk FROM interaction WHERE user IN gone_user OR session IN gone_session
      UNION SELECT interaction.pk FROM assessment_interaction AS part
        JOIN interaction ON interaction.pk = part.interaction
        WHERE part.assessment IN gone_assessment AND interaction.user IS NULL
      UNION SELECT interaction.pk FROM evaluation_interaction AS part
        JOIN interaction ON interaction.pk = part.interaction
        WHERE part.evaluation IN gone_evaluation AND interaction.user IS NULL;

    -- What others have made of what is gone cannot stay without it.
    INSERT OR IGNORE INTO gone_evaluation
      SELECT evaluation FROM evaluation_interaction WHERE interaction IN gone_interaction;
    INSERT OR IGNORE INTO gone_assessment
      SELECT assessment FROM assessment_interaction WHERE interaction IN gone_interaction
      UNION SELECT pk FROM assessment WHERE evaluation IN gone_evaluation;

    CREATE TEMP TABLE gone_prompt_run (pk INTEGER PRIMARY KEY);
    INSERT INTO gone_prompt_run
      SELECT pk FROM prompt_run WHERE user IN gone_user OR session IN gone_session
        OR evaluation IN gone_evaluation;
    """

  /// From what names others to what is named.
  private static let deletions: [(Table, String)] = [
    (.assessment, "DELETE FROM assessment WHERE pk IN gone_assessment"),
    (.promptRun, "DELETE FROM prompt_run WHERE pk IN gone_prompt_run"),
    (.evaluation, "DELETE FROM evaluation WHERE pk IN gone_evaluation"),
    (.interaction, "DELETE FROM interaction WHERE pk IN gone_interaction"),
    (.session, "DELETE FROM session WHERE pk IN gone_session"),
    (.level, "DELETE FROM level WHERE user IN gone_user"),
    (.userFocus, "DELETE FROM user_focus WHERE user IN gone_user"),
    (.user, "DELETE FROM user WHERE pk IN gone_user"),
    (
      .focus,
      """
      DELETE FROM focus WHERE raw IS NULL
        AND NOT EXISTS (SELECT 1 FROM user_focus WHERE focus = focus.pk)
        AND NOT EXISTS (SELECT 1 FROM level WHERE focus = focus.pk)
        AND NOT EXISTS (SELECT 1 FROM assessment WHERE focus = focus.pk)
      """
    ),
  ]

  private static let drops = """
    DROP TABLE gone_prompt_run; DROP TABLE gone_interaction;
    DROP TABLE gone_evaluation; DROP TABLE gone_assessment; DROP TABLE gone_session;
    DROP TABLE gone_user;
    """

  /// The ids of the rows that go, and the person's own.
  private func ids(in db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: ["session", "interaction", "evaluation", "assessment", "prompt_run"]
        .map { "SELECT id FROM \($0) WHERE pk IN gone_\($0)" }.joined(separator: " UNION ALL "))
      + [userId]
  }

  private func eraseMentions(_ mentions: Mentions, in db: Database) throws -> [Removal] {
    let parser = try RecordParser(name: "database")
    return [
      try erase(.reject, in: db) { line in
        mentions.contains(try parser.read(line) { try Reject($0) })
      },
      try erase(.record, in: db) { mentions.contains($0) },
    ]
  }

  private func erase(
    _ table: Table, in db: Database, where isTheirs: (UnsafeRawBufferPointer) throws -> Bool
  ) throws -> Removal {
    let lines = try PreparedStatement("SELECT pk, raw FROM \(table.rawValue)", on: db)
    var keys: [Int64] = []
    try lines.each { row in
      if try isTheirs(row.bytes(1)) { keys.append(row.integer(0) ?? 0) }
      return true
    }
    let delete = try PreparedStatement("DELETE FROM \(table.rawValue) WHERE pk = ?", on: db)
    for key in keys { try delete.run(.integer(key)) }
    return Removal(verb: .erase, table: table, records: keys.count)
  }
}
