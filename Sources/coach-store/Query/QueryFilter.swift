/// Which records are asked for.
struct QueryFilter {
  /// What a filter looks at.
  enum Field: String, CaseIterable {
    case user
    case session
    case focus
    case kind
    case category
    case group
    case request
    case rubric
    case provider
    case model
    case since
    case until
  }

  var user: String?
  var session: String?
  var focus: String?
  /// Of an assessment its kind, of an interaction its scope.
  var kind: String?
  var category: String?
  var group: String?
  var request: String?
  /// A rubric version.
  var rubric: String?
  var provider: String?
  var model: String?
  /// Inclusive, milliseconds since 1970-01-01 UTC.
  var since: Int64?
  /// Exclusive, milliseconds since 1970-01-01 UTC.
  var until: Int64?
  /// So many of each table, the last ones.
  var last: Int?
  /// Whether assessments that a newer judgement has retired are given too.
  var allVersions = false

  /// The fields that are set, with what they are compared to.
  var conditions: [(field: Field, value: SQLValue)] {
    let all: [(Field, SQLValue)] = [
      (.user, .maybe(user)), (.session, .maybe(session)), (.focus, .maybe(focus)),
      (.kind, .maybe(kind)), (.category, .maybe(category)), (.group, .maybe(group)),
      (.request, .maybe(request)), (.rubric, .maybe(rubric)), (.provider, .maybe(provider)),
      (.model, .maybe(model)),
      (.since, .maybe(since)), (.until, .maybe(until)),
    ]
    return all.filter { if case .null = $0.1 { false } else { true } }
  }

  /// A field that no table of a query has, so that asking for it is a mistake.
  func fieldUnknown(to tables: [Table]) -> Field? {
    guard !tables.isEmpty else { return nil }
    return conditions.map(\.field).first { field in
      !tables.contains { $0.condition(field) != nil }
    }
  }
}
