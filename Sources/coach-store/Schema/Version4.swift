import CoachJSONL
import GRDB

/// The fourth schema: a row costs less to write, and programs that trust no schema open the file.
///
/// SQLite works every generated column out whenever a row is written, and makes a table of its own
/// for every list of three words that a CHECK looks through. So texts are in views, which somebody
/// pays for who reads them, and the lists are comparisons; a table without JSON functions may also
/// be read where `PRAGMA trusted_schema` is off. Foreign keys of assessments are checked when the
/// transaction ends, so that SQLite need not be able to take a statement of many rows back.
enum Version4 {
  /// - Throws: `DatabaseError`, `StageFailure` where the file's tables are not those of version 3.
  static func migrate(_ db: Database) throws {
    try db.execute(sql: "DROP VIEW session_report")
    for (table, columns) in TextSearch.columns where try !TextSearch.isEnabled(for: table, db) {
      for (column, _) in columns {
        try db.execute(sql: "ALTER TABLE \(table) DROP COLUMN \(column)")
      }
    }
    try db.execute(sql: titles)
    try rewriteChecks(db)
    try db.execute(sql: views)
    try db.execute(sql: "PRAGMA user_version = 4")
  }

  /// Of the columns that stay, those that were made from JSON or from a number.
  private static let titles = """
    ALTER TABLE reject DROP COLUMN message;
    ALTER TABLE interaction DROP COLUMN title;
    ALTER TABLE interaction ADD COLUMN title TEXT
      GENERATED ALWAYS AS (CASE WHEN timestamp IS NULL THEN id
        ELSE datetime(timestamp / 1000, 'unixepoch') END) VIRTUAL;
    ALTER TABLE assessment DROP COLUMN title;
    ALTER TABLE assessment ADD COLUMN title TEXT
      GENERATED ALWAYS AS (kind || ' ' || category) VIRTUAL;
    """

  /// Columns whose words are listed in a CHECK, three or more.
  private static let lists: [(table: String, column: String, words: [String])] = [
    ("interaction", "scope", ["none", "interaction", "multi_turn"]),
    ("interaction", "task_state", ["start", "continue", "end"]),
    ("interaction", "command", ["task", "done", "feedback", "quit"]),
    ("assessment", "kind", ["interaction", "multi_turn", "session_summary"]),
    ("assessment_error", "severity", ["low", "medium", "high"]),
    ("level", "band", ["novice", "developing", "mastery"]),
  ]

  /// Tables whose rows are written many at a time.
  private static let deferred = ["assessment", "assessment_interaction", "assessment_error"]

  /// Writes the same conditions in other words into the schema, as SQLite's documentation of ALTER
  /// TABLE allows where nothing of what is stored changes: no row is copied.
  private static func rewriteChecks(_ db: Database) throws {
    try db.execute(sql: "PRAGMA writable_schema = ON")
    for (table, column, words) in lists {
      let quoted = words.map { "'\($0)'" }
      let old = "\(column) IN (\(quoted.joined(separator: ", ")))"
      let new = quoted.map { "\(column) = \($0)" }.joined(separator: " OR ")
      try replace(old, by: new, in: table, db)
    }
    for table in deferred {
      let cascade = "ON DELETE CASCADE"
      try replace("(pk)", by: "(pk) DEFERRABLE INITIALLY DEFERRED", in: table, db)
      guard table != "assessment" else { continue }
      try replace(
        "DEFERRABLE INITIALLY DEFERRED \(cascade)",
        by: "\(cascade) DEFERRABLE INITIALLY DEFERRED", in: table, db)
    }
    try db.execute(sql: "PRAGMA writable_schema = RESET")
  }

  private static func replace(
    _ old: String, by new: String, in table: String, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE sqlite_master SET sql = replace(sql, ?1, ?2)
        WHERE type = 'table' AND name = ?3 AND instr(sql, ?1) > 0
        """, arguments: [old, new, table])
    guard db.changesCount == 1 else {
      throw StageFailure(.configuration, "the table \(table) is not as coach-store made it")
    }
  }

  private static let views = """
    CREATE VIEW session_report AS
    SELECT session.id AS session, user.id AS user,
      datetime(session.start_time / 1000, 'unixepoch') AS start,
      datetime(session.end_time / 1000, 'unixepoch') AS "end",
      (SELECT count(*) FROM interaction
        WHERE interaction.session = session.pk AND interaction.raw IS NOT NULL) AS turns,
      (SELECT count(DISTINCT assessment.subject) FROM assessment
        WHERE assessment.session = session.pk AND standing = 1 AND kind <> 'session_summary')
        AS judged,
      (SELECT count(*) FROM assessment JOIN assessment_error AS error
          ON error.assessment = assessment.pk
        WHERE assessment.session = session.pk AND standing = 1) AS errors,
      (SELECT round(avg(score), 2) FROM assessment
        WHERE assessment.session = session.pk AND standing = 1 AND category = 'progress'
          AND kind <> 'session_summary') AS mean_score,
      (SELECT assessment.raw ->> '$.explanationText' FROM assessment
        WHERE assessment.session = session.pk AND standing = 1 AND kind = 'session_summary'
        ORDER BY created_at DESC LIMIT 1) AS summary
    FROM session LEFT JOIN user ON user.pk = session.user
    WHERE session.raw IS NOT NULL;

    -- What was said.
    CREATE VIEW conversation AS
    SELECT interaction.id, session.id AS session, user.id AS user,
      datetime(interaction.timestamp / 1000, 'unixepoch') AS time,
      interaction.raw ->> '$.userText' AS user_text,
      interaction.raw ->> '$.aiResponse' AS ai_response, interaction.timestamp
    FROM interaction LEFT JOIN session ON session.pk = interaction.session
    LEFT JOIN user ON user.pk = interaction.user
    WHERE interaction.raw IS NOT NULL;

    -- What the learner was told of it, and stands.
    CREATE VIEW feedback AS
    SELECT assessment.id, session.id AS session, user.id AS user, focus.id AS focus,
      datetime(assessment.created_at / 1000, 'unixepoch') AS time, assessment.kind,
      assessment.category, assessment.score,
      assessment.raw ->> '$.explanationText' AS explanation_text, assessment.created_at
    FROM assessment JOIN session ON session.pk = assessment.session
    JOIN user ON user.pk = assessment.user LEFT JOIN focus ON focus.pk = assessment.focus
    WHERE assessment.standing = 1;
    """
}
