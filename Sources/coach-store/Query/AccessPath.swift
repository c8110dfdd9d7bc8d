/// How the records of one table that a filter lets through are found: by which index, and so in the
/// order of their time without sorting.
///
/// The planner of SQLite knows nothing of how many records a session or a kind has, and would have
/// to guess.
struct AccessPath: Equatable {
  /// The index; nil where the planner has no choice, or the table is small.
  let index: String?
  /// What must hold of the rows that are in the index.
  let condition: String?

  /// The path to the records of a table that have all fields of a filter.
  init(to table: Table, _ fields: Set<QueryFilter.Field>) {
    let step = Self.steps(of: table).first { $0.field.map(fields.contains) ?? true }
    index = step.map { "\(table.rawValue)_by_\($0.name)" }
    condition = step?.condition
  }

  /// `FROM assessment INDEXED BY assessment_by_time`
  func from(_ table: Table) -> String {
    "FROM \(table.rawValue)" + (index.map { " INDEXED BY \($0)" } ?? "")
  }

  private typealias Step = (field: QueryFilter.Field?, name: String, condition: String?)

  /// The indexes of a table, that which leaves fewest records first.
  private static func steps(of table: Table) -> [Step] {
    switch table {
    case .user, .focus, .userFocus, .level: []
    case .record, .reject: [(nil, "time", nil)]
    case .session:
      [(.user, "user", "user IS NOT NULL"), (nil, "time", "start_time IS NOT NULL")]
    case .interaction:
      [
        (.request, "request", "request_id IS NOT NULL"),
        (.session, "session", "session IS NOT NULL"), (.user, "user", "user IS NOT NULL"),
        (nil, "time", "timestamp IS NOT NULL"),
      ]
    case .evaluation:
      [
        (.session, "session", "session IS NOT NULL"), (.user, "user", "user IS NOT NULL"),
        (nil, "time", "created_at IS NOT NULL"),
      ]
    case .assessment:
      [
        (.group, "group", "evaluation IS NOT NULL"),
        (.request, "request", "request_id IS NOT NULL"), (.session, "session", nil),
        (.user, "user", nil), (.focus, "focus", nil), (.kind, "kind", nil), (nil, "time", nil),
      ]
    case .promptRun:
      [
        (.group, "group", "evaluation IS NOT NULL"), (.request, "request", nil),
        (.session, "session", nil), (.user, "user", nil), (nil, "time", nil),
      ]
    }
  }
}
