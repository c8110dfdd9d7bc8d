import GRDB

/// What a stage should know of one learner before the turns: who it is, the focuses, the levels.
struct LearnerContext {
  private let db: Database
  private let name: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    self.db = db
    name = try PreparedStatement("SELECT id FROM user WHERE pk = ?", on: db)
  }

  /// Calls `body` with the table and the line of each record; the line is valid in the call only.
  ///
  /// - Parameter learner: the key of the learner's row.
  /// - Throws: `DatabaseError`, and what `body` throws.
  func each(
    of learner: Int64, _ body: (Table, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard let id = try name.first(.integer(learner), of: { $0.text(0) }) ?? nil else { return }
    var merge = try RecordMerge(Noun.context.tables, QueryFilter(user: id), on: db)
    try merge.each(body)
  }
}
