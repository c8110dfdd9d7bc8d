import CoachJSONL
import GRDB

/// Somebody of whom something is to be taken out.
struct Person {
  let id: String

  /// Takes something of them out.
  ///
  /// A slip of the pen in the id would look like work that is done: where the database does not know
  /// the person, and nothing was there to be taken out either, that is said.
  ///
  /// - Throws: `StageFailure` (no input) where there is nobody of that id, what `work` throws.
  func removing(from db: Database, _ work: () throws -> [Removal]) throws -> [Removal] {
    let isKnown =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE id = ?)", arguments: [id]) ?? false
    let removals = try work()
    guard isKnown || !removals.isEmpty else {
      throw StageFailure(.noInput, "--user: there is nobody of that id")
    }
    return removals
  }
}
