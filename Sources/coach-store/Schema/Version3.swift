/// The third schema: which sessions are not done with yet, and what has changed for those who
/// follow.
///
/// Whatever comes to a session puts it on the list of those not done with; `close-idle` takes it
/// off when the session is over, assessed and reviewed. So the jobs that run every minute look at
/// few sessions, however many there are.
///
/// While somebody follows (`tail --follow`), every record that comes or changes is noted in the
/// order of the commits. A follower that is gone without a word is forgotten when its time is up.
enum Version3 {
  static let sql = tables + unsettling + noting

  private static let tables = """
    CREATE TABLE unsettled (
      session INTEGER PRIMARY KEY REFERENCES session (pk) ON DELETE CASCADE
    ) STRICT;
    INSERT INTO unsettled (session) SELECT pk FROM session;

    CREATE TABLE follower (
      pk INTEGER PRIMARY KEY,
      -- The last change that it has written.
      seen INTEGER NOT NULL,
      -- Seconds since 1970-01-01 UTC, by the clock of SQLite.
      expires_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE change (
      pk INTEGER PRIMARY KEY AUTOINCREMENT,
      source TEXT NOT NULL,
      row INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX change_by_row ON change (source, row);

    """

  private static let unsettling = [
    ("interaction_comes", "INSERT ON interaction", "NEW.session"),
    ("interaction_changes", "UPDATE OF raw ON interaction", "NEW.session"),
    ("evaluation_comes", "INSERT ON evaluation", "NEW.session"),
    ("evaluation_changes", "UPDATE OF raw ON evaluation", "NEW.session"),
    ("assessment_comes", "INSERT ON assessment", "NEW.session"),
    ("assessment_changes", "UPDATE OF raw ON assessment", "NEW.session"),
    ("session_comes", "INSERT ON session", "NEW.pk"),
    ("session_changes", "UPDATE OF raw ON session", "NEW.pk"),
  ].map { name, event, session in
    """
    CREATE TRIGGER \(name) AFTER \(event)
    WHEN \(session) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM unsettled WHERE session = \(session))
    BEGIN INSERT INTO unsettled (session) VALUES (\(session)); END;

    """
  }.joined()

  private static let noting = [
    "user", "focus", "user_focus", "level", "record", "interaction", "evaluation", "assessment",
    "prompt_run", "reject", "session",
  ].flatMap { table in
    [("new", "INSERT"), ("newer", "UPDATE OF raw")].map { name, event in
      """
      CREATE TRIGGER \(name)_\(table) AFTER \(event) ON \(table)
      WHEN EXISTS (SELECT 1 FROM follower WHERE expires_at > unixepoch()) AND NEW.raw IS NOT NULL
      BEGIN INSERT INTO change (source, row) VALUES ('\(table)', NEW.pk); END;

      """
    }
  }.joined()
}
