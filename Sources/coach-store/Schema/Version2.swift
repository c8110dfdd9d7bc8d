import GRDB

/// The second schema: assessments know whether they stand, stubs weigh less, and people who open
/// the file with another program find views and labels.
///
/// What is indexed is what the plan (§4, §9.4) and the tool's own queries need. An index leaves out
/// rows that lack its column, which are stubs: most of a fast put would be spent on them.
enum Version2 {
  static let sql = stubs + indexes + standing + labels + views

  /// - Throws: `DatabaseError`.
  static func migrate(_ db: Database) throws {
    try db.execute(sql: sql)
    try StandingWriter(on: db).settleAll()
    try db.execute(sql: "PRAGMA user_version = 2")
  }

  /// A row that other records name and whose own record has not come.
  private static let stubs = ["user", "focus", "session", "interaction", "evaluation"].map {
    "ALTER TABLE \($0) ADD COLUMN stub INTEGER GENERATED ALWAYS AS (raw IS NULL) VIRTUAL;\n"
  }.joined()

  private static let indexes = """
    DROP INDEX session_by_time;
    DROP INDEX session_by_user;
    CREATE INDEX session_by_time ON session (coalesce(end_time, start_time))
      WHERE start_time IS NOT NULL;
    CREATE INDEX session_by_user ON session (user, coalesce(end_time, start_time))
      WHERE user IS NOT NULL;

    DROP INDEX interaction_by_time;
    DROP INDEX interaction_by_session;
    DROP INDEX interaction_by_user;
    CREATE INDEX interaction_by_time ON interaction (timestamp) WHERE timestamp IS NOT NULL;
    CREATE INDEX interaction_by_session ON interaction (session, timestamp)
      WHERE session IS NOT NULL;
    CREATE INDEX interaction_by_user ON interaction (user, timestamp) WHERE user IS NOT NULL;
    CREATE INDEX interaction_by_request ON interaction (request_id, timestamp)
      WHERE request_id IS NOT NULL;

    DROP INDEX evaluation_by_time;
    DROP INDEX evaluation_by_session;
    DROP INDEX evaluation_by_user;
    CREATE INDEX evaluation_by_time ON evaluation (created_at) WHERE created_at IS NOT NULL;
    CREATE INDEX evaluation_by_session ON evaluation (session, created_at)
      WHERE session IS NOT NULL;
    CREATE INDEX evaluation_by_user ON evaluation (user, created_at) WHERE user IS NOT NULL;

    DROP INDEX assessment_by_group;
    CREATE INDEX assessment_by_group ON assessment (evaluation, created_at)
      WHERE evaluation IS NOT NULL;
    CREATE INDEX assessment_by_request ON assessment (request_id, created_at)
      WHERE request_id IS NOT NULL;

    DROP INDEX prompt_run_by_request;
    DROP INDEX prompt_run_by_group;
    CREATE INDEX prompt_run_by_request ON prompt_run (request_id, created_at);
    CREATE INDEX prompt_run_by_group ON prompt_run (evaluation, created_at)
      WHERE evaluation IS NOT NULL;

    CREATE INDEX user_focus_by_order ON user_focus (user, "order");

    """

  /// Of several judgements of the same turns one stands (contract §2); worked out when one is put,
  /// since reads are many.
  private static let standing = """
    ALTER TABLE assessment
      ADD COLUMN standing INTEGER NOT NULL DEFAULT 1 CHECK (standing IN (0, 1));

    """

  /// Datasette labels a row by its `name` or `title`.
  private static let labels = """
    ALTER TABLE session ADD COLUMN title TEXT
      GENERATED ALWAYS AS (coalesce(datetime(start_time / 1000, 'unixepoch'), id)) VIRTUAL;
    ALTER TABLE interaction ADD COLUMN title TEXT
      GENERATED ALWAYS AS (coalesce(substr(raw ->> '$.userText', 1, 60), id)) VIRTUAL;
    ALTER TABLE evaluation ADD COLUMN title TEXT
      GENERATED ALWAYS AS (coalesce(task, id)) VIRTUAL;
    ALTER TABLE assessment ADD COLUMN title TEXT
      GENERATED ALWAYS AS (
        kind || ' ' || category || coalesce(' ' || round(score, 1), '')) VIRTUAL;

    """

  private static let views = """
    -- Every score that counts, with the average (α = 0.3) that runs from the learner's first one on.
    -- A level starts at the oldest score of its window, and soon comes to the same.
    CREATE VIEW progress AS
    WITH RECURSIVE
      scored AS MATERIALIZED (
        SELECT user, focus, created_at, score,
          row_number() OVER (PARTITION BY user, focus ORDER BY created_at, id) AS number
        FROM assessment
        WHERE category = 'progress' AND kind <> 'session_summary' AND focus IS NOT NULL
          AND score IS NOT NULL AND standing = 1),
      course AS (
        SELECT user, focus, created_at, score, number, score AS ema FROM scored WHERE number = 1
        UNION ALL
        SELECT next.user, next.focus, next.created_at, next.score, next.number,
          last.ema + 0.3 * (next.score - last.ema)
        FROM course AS last
        JOIN scored AS next ON next.user = last.user AND next.focus = last.focus
          AND next.number = last.number + 1)
    SELECT user.id AS user, focus.id AS focus,
      datetime(course.created_at / 1000, 'unixepoch') AS time, course.score, course.ema,
      course.created_at
    FROM course JOIN user ON user.pk = course.user JOIN focus ON focus.pk = course.focus;

    CREATE VIEW top_errors AS
    SELECT user.id AS user, focus.id AS focus, error.key,
      CASE max(CASE error.severity WHEN 'high' THEN 3 WHEN 'medium' THEN 2 ELSE 1 END)
        WHEN 3 THEN 'high' WHEN 2 THEN 'medium' ELSE 'low' END AS severity,
      count(*) AS count,
      datetime(max(assessment.created_at) / 1000, 'unixepoch') AS last_seen
    FROM assessment_error AS error
    JOIN assessment ON assessment.pk = error.assessment AND assessment.standing = 1
    JOIN user ON user.pk = assessment.user
    LEFT JOIN focus ON focus.pk = assessment.focus
    GROUP BY assessment.user, assessment.focus, error.key;

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
      (SELECT explanation_text FROM assessment
        WHERE assessment.session = session.pk AND standing = 1 AND kind = 'session_summary'
        ORDER BY created_at DESC LIMIT 1) AS summary
    FROM session LEFT JOIN user ON user.pk = session.user
    WHERE session.raw IS NOT NULL;

    -- What was tagged or grouped to be assessed, and has no judgement that counts.
    CREATE VIEW backlog AS
    SELECT 'interaction' AS kind, interaction.id, user.id AS user, session.id AS session,
      datetime(interaction.timestamp / 1000, 'unixepoch') AS time
    FROM interaction
    LEFT JOIN user ON user.pk = interaction.user
    LEFT JOIN session ON session.pk = interaction.session
    WHERE interaction.scope = 'interaction' AND interaction.raw IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM assessment
        WHERE standing = 1 AND subject = coalesce(
          (SELECT subject FROM subject_alias WHERE alias = 4 * interaction.pk),
          4 * interaction.pk))
    UNION ALL
    SELECT 'evaluation', evaluation.id, user.id, session.id,
      datetime(evaluation.created_at / 1000, 'unixepoch')
    FROM evaluation
    LEFT JOIN user ON user.pk = evaluation.user
    LEFT JOIN session ON session.pk = evaluation.session
    WHERE evaluation.raw IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM assessment
        WHERE standing = 1 AND subject = coalesce(
          (SELECT subject FROM subject_alias WHERE alias = 4 * evaluation.pk + 1),
          4 * evaluation.pk + 1));
    """
}
