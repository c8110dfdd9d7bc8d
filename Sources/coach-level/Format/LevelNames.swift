import CoachJSONL

/// What people call learners and focuses, as far as the stream says.
struct LevelNames {
  private var users: [String: String] = [:]
  private var focuses: [String: String] = [:]

  /// Takes note of a learner's name or a focus's title.
  ///
  /// - Throws: `RecordError` where the record has none.
  mutating func note(_ record: borrowing Record) throws {
    switch record.type {
    case .user:
      if let id = try record.id("id"), let name = try record.text("name") { users[id] = name }
    case .focus:
      if let id = try record.id("id"), let title = try record.text("title") { focuses[id] = title }
    default: break
    }
  }

  /// A learner's name, else the id.
  func name(ofUser id: String) -> String { users[id] ?? id }

  /// A focus's title, else the id.
  func title(ofFocus id: String) -> String { focuses[id] ?? id }
}
