/// A table of records, in the order in which records of the same time are written: what a stage
/// should know first comes first, and the end of a session last.
enum Table: String, CaseIterable {
  case user
  case focus
  case userFocus = "user_focus"
  case level
  case record
  case interaction
  case evaluation
  case assessment
  case promptRun = "prompt_run"
  case reject
  case session

  /// Where it stands among records of the same time.
  var rank: Int { Table.allCases.firstIndex(of: self) ?? 0 }

  /// The SQL expression of the time by which its records are merged with others, milliseconds
  /// since 1970-01-01 UTC; nil where they come first.
  var mergeTime: String? {
    switch self {
    case .user, .focus, .userFocus, .level: nil
    default: time
    }
  }

  /// The SQL expression of the time of its records; nil where they have none.
  var time: String? {
    switch self {
    case .user, .focus, .userFocus: nil
    case .level: "updated_at"
    case .session: "coalesce(end_time, start_time)"
    case .interaction: "timestamp"
    case .record: "time"
    case .evaluation, .assessment, .promptRun, .reject: "created_at"
    }
  }

  /// The order of its records among themselves.
  var order: String {
    switch self {
    case .user, .focus: "pk"
    case .userFocus: "user, \"order\", pk"
    case .level: "user, focus"
    default: "\(time ?? "pk"), pk"
    }
  }

  /// The order in which its last records come first.
  var lastFirst: String { time.map { "\($0) DESC, pk DESC" } ?? "pk DESC" }

  /// The SQL conditions that a filter sets, and their values; nil where its records lack a field
  /// of the filter, so that none of them is asked for.
  func conditions(of filter: QueryFilter) -> (sql: [String], values: [SQLValue])? {
    var conditions: [String] = []
    var values: [SQLValue] = []
    for (field, value) in filter.conditions {
      guard let condition = condition(field) else { return nil }
      conditions.append(condition)
      values += Array(repeating: value, count: condition.count { $0 == "?" })
    }
    return (conditions, values)
  }

  /// The SQL condition that a filter sets; nil where its records have no such field. A filter's
  /// id is the one parameter of it.
  func condition(_ field: QueryFilter.Field) -> String? {
    let user = "(SELECT pk FROM user WHERE id = ?)"
    let session = "(SELECT pk FROM session WHERE id = ?)"
    let focus = "(SELECT pk FROM focus WHERE id = ?)"
    let group = "(SELECT pk FROM evaluation WHERE id = ?)"
    return switch (field, self) {
    case (.user, .user), (.focus, .focus), (.session, .session), (.group, .evaluation): "id = ?"
    case (.user, .focus):
      """
      pk IN (SELECT focus FROM user_focus WHERE user = \(user)
        UNION SELECT focus FROM level WHERE user = \(user))
      """
    case (.user, .reject), (.user, .record): nil
    case (.user, _): "user = \(user)"
    case (.session, .interaction), (.session, .evaluation), (.session, .assessment),
      (.session, .promptRun):
      "session = \(session)"
    case (.focus, .userFocus), (.focus, .level), (.focus, .assessment): "focus = \(focus)"
    case (.kind, .assessment): "kind = ?"
    case (.kind, .interaction): "scope = ?"
    case (.category, .assessment): "category = ?"
    case (.request, .interaction), (.request, .assessment), (.request, .promptRun):
      "request_id = ?"
    case (.rubric, .assessment), (.rubric, .promptRun): "rubric_version = ?"
    case (.provider, .assessment), (.provider, .promptRun): "provider = ?"
    case (.provider, .interaction): "raw ->> '$.provider' = ?"
    case (.model, .assessment), (.model, .promptRun): "model_id = ?"
    case (.model, .interaction): "raw ->> '$.modelId' = ?"
    case (.group, .assessment), (.group, .promptRun): "evaluation = \(group)"
    case (.since, _): time.map { "\($0) >= ?" }
    case (.until, _): time.map { "\($0) < ?" }
    default: nil
    }
  }
}
