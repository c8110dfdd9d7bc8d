import GRDB

/// The full-text index that is made where somebody asks for it: words of turns and of assessments.
///
/// It holds no text of its own (FTS5's external content), and triggers keep it up to date, so that
/// it is right whoever writes; whatever opens the file finds it, Datasette's search box too.
enum TextSearch {
  /// Makes the index and fills it from what is stored; does nothing where it is there.
  ///
  /// - Throws: `DatabaseError`.
  static func enable(_ db: Database) throws {
    try db.inTransaction(.immediate) {
      for (table, columns) in [
        ("interaction", ["user_text", "ai_response"]), ("assessment", ["explanation_text"]),
      ] where try !db.tableExists("\(table)_fts") {
        try db.execute(sql: sql(table, columns))
      }
      return .commit
    }
  }

  private static func sql(_ table: String, _ columns: [String]) -> String {
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
