-- Fills the tables of a database that coach-store has made, and that is empty, with assessments from
-- FILE, as somebody would who has SQLite's shell alone: `.import`, then `INSERT … SELECT` into every
-- table that coach-store fills from an assessment. Levels are left out: SQL has no word for them.
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
.mode ascii
.separator "\t" "\n"
CREATE TEMP TABLE line (raw TEXT);
.import FILE line
BEGIN IMMEDIATE;
CREATE TEMP TABLE part AS
SELECT raw ->> 'id' AS id, raw ->> 'userId' AS userId, raw ->> 'sessionId' AS sessionId,
  raw ->> 'focusId' AS focusId, raw ->> 'kind' AS kind, raw ->> 'category' AS category,
  raw ->> 'score' AS score, raw ->> 'groupId' AS groupId, raw -> 'interactionIds' AS turns,
  raw ->> 'rubricVersion' AS rubric, raw ->> 'provider' AS provider, raw ->> 'modelId' AS model,
  raw ->> 'requestId' AS request, raw ->> 'createdAt' AS createdAt,
  raw ->> 'assessedAt' AS assessedAt, raw
FROM line;
INSERT OR IGNORE INTO user (id) SELECT userId FROM part;
INSERT OR IGNORE INTO focus (id) SELECT focusId FROM part WHERE focusId IS NOT NULL;
INSERT OR IGNORE INTO session (id) SELECT sessionId FROM part;
INSERT OR IGNORE INTO interaction (id)
  SELECT turn.value FROM part, json_each(part.turns) AS turn;
INSERT INTO assessment (id, user, session, focus, kind, category, score, turns, subject,
  rubric_version, provider, model_id, request_id, created_at, assessed_at, raw)
SELECT part.id, user.pk, session.pk, focus.pk, kind, category, score, json_array_length(turns),
  4 * (SELECT pk FROM interaction WHERE id = turns ->> '$[0]'), rubric, provider, model, request,
  createdAt, assessedAt, part.raw
FROM part JOIN user ON user.id = part.userId JOIN session ON session.id = part.sessionId
LEFT JOIN focus ON focus.id = part.focusId
ORDER BY part.rowid;
INSERT INTO assessment_interaction
SELECT assessment.pk, turn.key, interaction.pk
FROM part JOIN assessment ON assessment.id = part.id, json_each(part.turns) AS turn
JOIN interaction ON interaction.id = turn.value;
INSERT INTO assessment_error (assessment, position, key, severity, message, suggestion)
SELECT assessment.pk, error.key, error.value ->> 'key', error.value ->> 'severity',
  error.value ->> 'message', error.value ->> 'suggestion'
FROM part JOIN assessment ON assessment.id = part.id, json_each(part.raw, '$.errors') AS error;
COMMIT;
