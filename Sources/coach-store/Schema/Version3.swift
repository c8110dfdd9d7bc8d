/// The third schema: which sessions are not done with yet, and what has changed for those who
/// follow.
///
/// Whatever comes to a session makes it one that is not done with, until `close-idle` finds it
/// over, assessed and reviewed. So the jobs that run every minute look at few sessions, however
/// many there are. New rows are told by their keys, which grow (`looked_at` has those that
/// `close-idle` has seen), so that a put pays nothing for it; only changed ones need a trigger.
enum Version3 {
  static let sql = tables + view + triggers

  private static let sources = ["session", "interaction", "evaluation", "assessment"]

  private static let tables =
    """
    CREATE TABLE unsettled_session (
      session INTEGER PRIMARY KEY REFERENCES session (pk) ON DELETE CASCADE
    ) STRICT;
    INSERT INTO unsettled_session (session) SELECT pk FROM session;

    CREATE TABLE looked_at (
      source TEXT PRIMARY KEY,
      -- The greatest key that has been looked at.
      row INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE follower (
      pk INTEGER PRIMARY KEY,
      -- The last change that it has written.
      seen INTEGER NOT NULL,
      -- Seconds since 1970-01-01 UTC, by the clock of SQLite.
      expires_at INTEGER NOT NULL
    ) STRICT;
    -- What came or changed, in the order of the commits, while somebody follows (see `Follower`).
    CREATE TABLE change (
      pk INTEGER PRIMARY KEY AUTOINCREMENT,
      source TEXT NOT NULL,
      row INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX change_by_row ON change (source, row);

    """
    + sources.map { source in
      """
      INSERT INTO looked_at (source, row)
        SELECT '\(source)', coalesce((SELECT max(pk) FROM \(source)), 0);

      """
    }.joined()

  private static let view = """
    -- Sessions in which something may be to be done: an assessment only takes work away.
    CREATE VIEW unsettled AS
    SELECT session FROM unsettled_session
    UNION SELECT pk FROM session
      WHERE pk > (SELECT row FROM looked_at WHERE source = 'session')
    UNION SELECT session FROM interaction
      WHERE pk > (SELECT row FROM looked_at WHERE source = 'interaction') AND session IS NOT NULL
    UNION SELECT session FROM evaluation
      WHERE pk > (SELECT row FROM looked_at WHERE source = 'evaluation') AND session IS NOT NULL;

    """

  private static let triggers = sources.map { source in
    let session = source == "session" ? "NEW.pk" : "NEW.session"
    return """
      CREATE TRIGGER \(source)_unsettles AFTER UPDATE OF raw ON \(source)
      WHEN \(session) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM unsettled_session WHERE session = \(session))
      BEGIN INSERT INTO unsettled_session (session) VALUES (\(session)); END;

      """
  }.joined()
}
