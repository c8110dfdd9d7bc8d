import GRDB

/// The full-text index that is made where somebody asks for it: words of turns and of assessments.
///
/// It holds no text of its own (FTS5's external content), and triggers keep it up to date, so that
/// it is right whoever writes; whatever opens the file finds it, Datasette's search box too.
///
/// The texts are generated columns of the tables, which are there with the index alone: they make
/// every row that is written dearer, and a program that trusts no schema cannot read the file then.
enum TextSearch {
  /// The columns with texts, by table, each with the member of the record that it shows.
  static let columns: [(table: String, columns: [(name: String, member: String)])] = [
    ("interaction", [("user_text", "userText"), ("ai_response", "aiResponse")]),
    ("assessment", [("explanation_text", "explanationText")]),
  ]

  /// Whether the words of a table are indexed.
  ///
  /// - Throws: `DatabaseError`.
  static func isEnabled(for table: String, _ db: Database) throws -> Bool {
    try db.tableExists("\(table)_fts")
  }

  /// Makes the index and fills it from what is stored; does nothing where it is there.
  ///
  /// - Throws: `DatabaseError`.
  static func enable(_ db: Database) throws {
    try db.inTransaction(.immediate) {
      for (table, columns) in columns where try !isEnabled(for: table, db) {
        for (name, member) in columns {
          try db.execute(
            sql: """
              ALTER TABLE \(table) ADD COLUMN \(name) TEXT
                GENERATED ALWAYS AS (raw ->> '$.\(member)') VIRTUAL
              """)
        }
        try db.execute(sql: sql(table, columns.map(\.name)))
      }
      return .commit
    }
  }

  /// Makes the index of a table whose columns with texts are there.
  static func sql(_ table: String, _ columns: [String]) -> String {
    let names = columns.joined(separator: ", ")
    let old = columns.map { "old.\($0)" }.joined(separator: ", ")
    let new = columns.map { "new.\($0)" }.joined(separator: ", ")
    let forget = """
      INSERT INTO \(table)_fts (\(table)_fts, rowid, \(names)) VALUES ('delete', old.pk, \(old));
      """
    let add = "INSERT INTO \(table)_fts (rowid, \(names)) VALUES (new.pk, \(new));"
    return """
      CREATE VIRTUAL TABLE \(table)_fts USING fts5 (
        \(names), content="\(table)", content_rowid="pk");
      CREATE TRIGGER \(table)_fts_added AFTER INSERT ON \(table)
        WHEN new.raw IS NOT NULL BEGIN \(add) END;
      CREATE TRIGGER \(table)_fts_gone AFTER DELETE ON \(table)
        WHEN old.raw IS NOT NULL BEGIN \(forget) END;
      -- In one trigger, since of two nobody says which comes first.
      CREATE TRIGGER \(table)_fts_changed AFTER UPDATE OF raw ON \(table)
        WHEN old.raw IS NOT NULL AND new.raw IS NOT NULL BEGIN \(forget) \(add) END;
      CREATE TRIGGER \(table)_fts_filled AFTER UPDATE OF raw ON \(table)
        WHEN old.raw IS NULL AND new.raw IS NOT NULL BEGIN \(add) END;
      CREATE TRIGGER \(table)_fts_emptied AFTER UPDATE OF raw ON \(table)
        WHEN old.raw IS NOT NULL AND new.raw IS NULL BEGIN \(forget) END;
      INSERT INTO \(table)_fts (\(table)_fts) VALUES ('rebuild');
      """
  }
}
