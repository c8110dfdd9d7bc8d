/// The first schema: tables in the singular after the plan's nouns, integer keys inside, and the
/// record as it came (`raw`) beside the columns that are asked for.
///
/// A row whose `raw` is NULL is a stub: something that another record names and that has not come
/// yet. Texts are generated columns, so that they are there for a reader and stored once.
enum Version1 {
  static let sql = learners + conversations + assessments + records

  private static let id = "id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 128)"

  private static let learners = """
    CREATE TABLE user (
      pk INTEGER PRIMARY KEY, \(id),
      name TEXT, email TEXT, updated_at INTEGER, raw TEXT
    ) STRICT;

    CREATE TABLE focus (
      pk INTEGER PRIMARY KEY, \(id),
      title TEXT, description TEXT, updated_at INTEGER, raw TEXT,
      CHECK (raw IS NULL OR title IS NOT NULL)
    ) STRICT;

    CREATE TABLE user_focus (
      pk INTEGER PRIMARY KEY,
      id TEXT,
      user INTEGER NOT NULL REFERENCES user (pk),
      focus INTEGER NOT NULL REFERENCES focus (pk),
      "order" INTEGER NOT NULL CHECK ("order" BETWEEN 1 AND 3),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      started_at INTEGER, updated_at INTEGER, raw TEXT NOT NULL,
      UNIQUE (user, focus)
    ) STRICT;
    CREATE INDEX user_focus_by_active ON user_focus (user, active);
    CREATE INDEX user_focus_by_focus ON user_focus (focus);
    -- Three places and one focus in each: at most three active a user.
    CREATE UNIQUE INDEX user_focus_place ON user_focus (user, "order") WHERE active = 1;

    CREATE TABLE level (
      pk INTEGER PRIMARY KEY,
      user INTEGER NOT NULL REFERENCES user (pk),
      focus INTEGER NOT NULL REFERENCES focus (pk),
      ema REAL NOT NULL CHECK (ema BETWEEN 1 AND 10),
      level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 10),
      band TEXT NOT NULL CHECK (band IN ('novice', 'developing', 'mastery')),
      count INTEGER NOT NULL, alpha REAL NOT NULL, n INTEGER NOT NULL,
      updated_at INTEGER NOT NULL, raw TEXT NOT NULL,
      UNIQUE (user, focus)
    ) STRICT;
    CREATE INDEX level_by_focus ON level (focus);

    """

  private static let conversations = """
    CREATE TABLE session (
      pk INTEGER PRIMARY KEY, \(id),
      user INTEGER REFERENCES user (pk),
      start_time INTEGER, end_time INTEGER, raw TEXT,
      CHECK (raw IS NULL OR (user IS NOT NULL AND start_time IS NOT NULL)),
      CHECK (end_time >= start_time)
    ) STRICT;
    CREATE INDEX session_by_time ON session (coalesce(end_time, start_time));
    CREATE INDEX session_by_user ON session (user, coalesce(end_time, start_time));

    CREATE TABLE interaction (
      pk INTEGER PRIMARY KEY, \(id),
      user INTEGER REFERENCES user (pk),
      session INTEGER REFERENCES session (pk),
      timestamp INTEGER, request_id TEXT,
      scope TEXT CHECK (scope IN ('none', 'interaction', 'multi_turn')),
      task_state TEXT CHECK (task_state IN ('start', 'continue', 'end')),
      command TEXT CHECK (command IN ('task', 'done', 'feedback', 'quit')),
      status TEXT CHECK (status IN ('ok', 'partial')),
      raw TEXT,
      user_text TEXT GENERATED ALWAYS AS (raw ->> '$.userText') VIRTUAL,
      ai_response TEXT GENERATED ALWAYS AS (raw ->> '$.aiResponse') VIRTUAL,
      CHECK (raw IS NULL OR (session IS NOT NULL AND timestamp IS NOT NULL))
    ) STRICT;
    CREATE INDEX interaction_by_time ON interaction (timestamp);
    CREATE INDEX interaction_by_session ON interaction (session, timestamp);
    CREATE INDEX interaction_by_user ON interaction (user, timestamp);

    CREATE TABLE evaluation (
      pk INTEGER PRIMARY KEY, \(id),
      user INTEGER REFERENCES user (pk),
      session INTEGER REFERENCES session (pk),
      task TEXT, created_at INTEGER, raw TEXT,
      CHECK (raw IS NULL OR (
        user IS NOT NULL AND session IS NOT NULL AND created_at IS NOT NULL))
    ) STRICT;
    CREATE INDEX evaluation_by_time ON evaluation (created_at);
    CREATE INDEX evaluation_by_session ON evaluation (session, created_at);
    CREATE INDEX evaluation_by_user ON evaluation (user, created_at);

    CREATE TABLE evaluation_interaction (
      evaluation INTEGER NOT NULL REFERENCES evaluation (pk) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      interaction INTEGER NOT NULL REFERENCES interaction (pk),
      PRIMARY KEY (evaluation, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evaluation_interaction_by_interaction ON evaluation_interaction (interaction);

    """

  private static let assessments = """
    CREATE TABLE assessment (
      pk INTEGER PRIMARY KEY, \(id),
      user INTEGER NOT NULL REFERENCES user (pk),
      session INTEGER NOT NULL REFERENCES session (pk),
      focus INTEGER REFERENCES focus (pk),
      evaluation INTEGER REFERENCES evaluation (pk),
      kind TEXT NOT NULL CHECK (kind IN ('interaction', 'multi_turn', 'session_summary')),
      category TEXT NOT NULL CHECK (category IN ('error', 'progress')),
      score REAL CHECK (score BETWEEN 1 AND 10),
      -- How many rows of assessment_interaction it has.
      turns INTEGER NOT NULL,
      -- What it is of; versions of one judgement have the same (see subject_alias).
      subject INTEGER NOT NULL,
      rubric_version TEXT, provider TEXT, model_id TEXT, request_id TEXT,
      created_at INTEGER NOT NULL, assessed_at INTEGER,
      judgement TEXT, judgement_records INTEGER CHECK (judgement_records >= 1),
      -- A JSON array: the focuses that the judgement was narrowed to.
      judgement_focuses TEXT,
      raw TEXT NOT NULL,
      explanation_text TEXT GENERATED ALWAYS AS (raw ->> '$.explanationText') VIRTUAL,
      CHECK (CASE kind
        WHEN 'interaction' THEN turns = 1 WHEN 'multi_turn' THEN turns >= 2 ELSE turns = 0 END),
      CHECK ((judgement IS NULL) = (judgement_records IS NULL))
    ) STRICT;
    CREATE INDEX assessment_by_user ON assessment (user, focus, created_at);
    CREATE INDEX assessment_by_session ON assessment (session, created_at);
    CREATE INDEX assessment_by_focus ON assessment (focus, created_at);
    CREATE INDEX assessment_by_kind ON assessment (kind, created_at);
    CREATE INDEX assessment_by_time ON assessment (created_at);
    CREATE INDEX assessment_by_group ON assessment (evaluation) WHERE evaluation IS NOT NULL;
    CREATE INDEX assessment_by_subject ON assessment (subject);

    CREATE TABLE assessment_interaction (
      assessment INTEGER NOT NULL REFERENCES assessment (pk) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      interaction INTEGER NOT NULL REFERENCES interaction (pk),
      PRIMARY KEY (assessment, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE assessment_error (
      assessment INTEGER NOT NULL REFERENCES assessment (pk) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      key TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
      message TEXT NOT NULL, suggestion TEXT, interaction TEXT,
      span_start INTEGER, span_end INTEGER CHECK (span_end > span_start),
      PRIMARY KEY (assessment, position)
    ) STRICT, WITHOUT ROWID;

    -- Turns that were judged together without a group, as text: ids between line feeds.
    CREATE TABLE turn_list (
      pk INTEGER PRIMARY KEY, turns TEXT NOT NULL UNIQUE
    ) STRICT;

    -- A subject is 4 * pk of an interaction, + 1 of an evaluation, + 2 of a session, + 3 of a
    -- turn_list. Where turns were judged both with and without a group, or in two, one of them
    -- stands for both.
    CREATE TABLE subject_alias (
      alias INTEGER PRIMARY KEY, subject INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX subject_alias_by_subject ON subject_alias (subject);

    """

  private static let records = """
    CREATE TABLE prompt_run (
      pk INTEGER PRIMARY KEY, \(id),
      request_id TEXT NOT NULL,
      user INTEGER REFERENCES user (pk),
      session INTEGER REFERENCES session (pk),
      evaluation INTEGER REFERENCES evaluation (pk),
      stage TEXT, attempt INTEGER,
      provider TEXT NOT NULL, model_id TEXT NOT NULL, rubric_version TEXT,
      input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, latency_ms INTEGER NOT NULL,
      cost_cents REAL, status TEXT NOT NULL, created_at INTEGER NOT NULL, raw TEXT NOT NULL
    ) STRICT;
    CREATE INDEX prompt_run_by_request ON prompt_run (request_id);
    CREATE INDEX prompt_run_by_user ON prompt_run (user, created_at);
    CREATE INDEX prompt_run_by_session ON prompt_run (session, created_at);
    CREATE INDEX prompt_run_by_group ON prompt_run (evaluation) WHERE evaluation IS NOT NULL;
    CREATE INDEX prompt_run_by_time ON prompt_run (created_at);

    CREATE TABLE reject (
      pk INTEGER PRIMARY KEY, \(id),
      stage TEXT NOT NULL, code TEXT NOT NULL, record_id TEXT,
      retryable INTEGER NOT NULL CHECK (retryable IN (0, 1)),
      attempts INTEGER NOT NULL, created_at INTEGER NOT NULL, raw TEXT NOT NULL,
      message TEXT GENERATED ALWAYS AS (raw ->> '$.message') VIRTUAL
    ) STRICT;
    CREATE INDEX reject_by_record ON reject (record_id) WHERE record_id IS NOT NULL;
    CREATE INDEX reject_by_time ON reject (created_at);

    -- Records of types that the suite does not know, as they came.
    CREATE TABLE record (
      pk INTEGER PRIMARY KEY,
      type TEXT NOT NULL,
      -- The id; the whole record where it has none.
      key TEXT NOT NULL,
      time INTEGER, updated_at INTEGER, raw TEXT NOT NULL,
      UNIQUE (type, key)
    ) STRICT;
    CREATE INDEX record_by_time ON record (time);
    """
}
