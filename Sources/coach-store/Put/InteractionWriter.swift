import CoachJSONL
import GRDB

/// Stores `interaction` records; the scope that coach-filter put in is never erased by a record
/// that has none.
final class InteractionWriter {
  private let keys: Keys
  private let parser: RecordParser
  private let rows: RowWriter
  private let findUser: PreparedStatement

  /// - Throws: `DatabaseError`.
  init(keys: Keys, parser: RecordParser, on db: Database) throws {
    self.keys = keys
    self.parser = parser
    rows = try RowWriter(
      table: "interaction",
      columns: [
        "user", "session", "timestamp", "request_id", "scope", "task_state", "command", "status",
      ], on: db)
    findUser = try PreparedStatement("SELECT user FROM session WHERE pk = ?", on: db)
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    var interaction = try Interaction(record)
    var raw = record.copy()
    let session = try keys.sessions.key(of: interaction.sessionId)
    let user = try keys.users.key(of: interaction.userId) ?? user(of: session)
    let values = values(interaction, user: user, session: session)
    if try rows.insert(interaction.id, values, raw: raw) != nil { return .new }
    guard let known = try rows.known(interaction.id) else { return .unchanged }
    if let stored = known.raw, stored != raw, interaction.scope == nil {
      let old = try parser.read(stored) { (try Interaction($0).scope, $0.encoded("scope")) }
      if let scope = old.1 {
        interaction.scope = old.0
        raw = record.setting("scope", to: scope)
      }
    }
    if known.raw == raw { return .unchanged }
    try rows.update(
      known.key, self.values(interaction, user: user, session: session), raw: raw)
    return known.raw == nil ? .new : .changed
  }

  private func user(of session: Int64) throws -> Int64? {
    try findUser.first(.integer(session)) { $0.integer(0) } ?? nil
  }

  private func values(
    _ interaction: Interaction, user: Int64?, session: Int64
  ) -> [SQLValue] {
    [
      .maybe(user), .integer(session), .integer(interaction.timestamp),
      .maybe(interaction.requestId), .maybe(interaction.scope?.kind.rawValue),
      .maybe(interaction.scope?.task?.state.rawValue), .maybe(interaction.command?.rawValue),
      .maybe(interaction.status?.rawValue),
    ]
  }
}
