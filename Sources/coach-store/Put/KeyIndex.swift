import GRDB

/// The integer keys of the rows of one table, by the ids of their records.
///
/// An id whose record has not come yet gets a stub, so that what names it can be stored.
final class KeyIndex {
  private static let mostRemembered = 2_048

  private let find: PreparedStatement
  private let makeStub: PreparedStatement
  private let findLast: PreparedStatement
  private let db: Database
  private var remembered: [String: Int64] = [:]
  /// The last key when the transaction began; nil until it is asked for.
  private var lastKey: Int64?

  /// - Throws: `DatabaseError` where there is no such table.
  init(table: String, on db: Database) throws {
    self.db = db
    find = try PreparedStatement("SELECT pk FROM \(table) WHERE id = ?", on: db)
    makeStub = try PreparedStatement("INSERT INTO \(table) (id) VALUES (?)", on: db)
    findLast = try PreparedStatement("SELECT max(pk) FROM \(table)", on: db)
  }

  /// The key of an id.
  ///
  /// - Throws: `DatabaseError`.
  func key(of id: String) throws -> Int64 {
    if let key = remembered[id] { return key }
    if lastKey == nil { lastKey = try findLast.first { $0.integer(0) ?? 0 } }
    if let key = try find.first(.text(id), of: { $0.integer(0) ?? 0 }) {
      remember(key, of: id)
      return key
    }
    try makeStub.run(.text(id))
    let key = db.lastInsertedRowID
    remember(key, of: id)
    return key
  }

  /// The key of an id; nil where there is no id.
  ///
  /// - Throws: `DatabaseError`.
  func key(of id: String?) throws -> Int64? {
    try id.map { try key(of: $0) }
  }

  /// Whether the row of a key was made in this transaction, so that nothing older names it.
  func isNew(_ key: Int64) -> Bool { lastKey.map { key > $0 } ?? false }

  /// Forgets the keys: between two transactions another process may have erased their rows.
  func forget() {
    remembered.removeAll(keepingCapacity: true)
    lastKey = nil
  }

  private func remember(_ key: Int64, of id: String) {
    if remembered.count >= Self.mostRemembered { remembered.removeAll(keepingCapacity: true) }
    remembered[id] = key
  }
}

/// The keys of all that records name.
final class Keys {
  let users: KeyIndex
  let focuses: KeyIndex
  let sessions: KeyIndex
  let interactions: KeyIndex
  let evaluations: KeyIndex

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    users = try KeyIndex(table: "user", on: db)
    focuses = try KeyIndex(table: "focus", on: db)
    sessions = try KeyIndex(table: "session", on: db)
    interactions = try KeyIndex(table: "interaction", on: db)
    evaluations = try KeyIndex(table: "evaluation", on: db)
  }

  func forget() {
    for index in [users, focuses, sessions, interactions, evaluations] { index.forget() }
  }
}
