import CoachJSONL
import GRDB

/// Counts the errors of the assessments that stand, key by key.
struct ErrorCensus {
  /// Whose errors, on what and when; `last` counts the last assessments with errors.
  let filter: QueryFilter
  /// Where `since` has no `until`, the time ends here: milliseconds since 1970-01-01 UTC.
  let now: Int64

  /// The errors, those that are most worth working on first.
  ///
  /// - Throws: `DatabaseError`.
  func topErrors(in db: Database) throws -> [TopError] {
    guard let periods = try periods(in: db) else { return [] }
    var errors: [String: TopError] = [:]
    try each(from: periods.earliest, until: periods.end, in: db) { found in
      errors[found.key, default: found].add(found, in: periods)
    }
    return errors.values.filter { $0.count > 0 }.sorted(by: TopError.isAbove)
  }

  /// Nil where there is nothing to look at.
  private func periods(in db: Database) throws -> ErrorPeriods? {
    if let since = filter.since {
      return ErrorPeriods(since: since, until: filter.until ?? now)
    }
    // Also turns without errors are practice: a learner who stopped making one makes it less.
    var (conditions, values) = conditions(of: filter)
    if filter.last != nil { conditions.append("category = 'error'") }
    let matches = (["kind <> 'session_summary'"] + conditions).joined(separator: " AND ")
    let some = filter.last.map { _ in "ORDER BY created_at DESC, pk DESC LIMIT ?" } ?? ""
    if let last = filter.last { values.append(.integer(Int64(last))) }
    let span = try PreparedStatement(
      """
      SELECT min(created_at), max(created_at)
      FROM (SELECT created_at FROM assessment WHERE \(matches) \(some))
      """, on: db)
    try span.start(values)
    defer { span.reset() }
    guard let row = try span.next(), let first = row.integer(0), let last = row.integer(1) else {
      return nil
    }
    return ErrorPeriods(from: first, through: last)
  }

  /// Calls `body` with every error that stands, the newest first.
  private func each(
    from start: Int64, until end: Int64, in db: Database, _ body: (TopError) -> Void
  ) throws {
    var asked = filter
    asked.since = start
    asked.until = end
    let (conditions, values) = conditions(of: asked)
    let matches = (["category = 'error'", "standing = 1"] + conditions).joined(separator: " AND ")
    let assessments = try PreparedStatement(
      """
      SELECT pk, created_at FROM assessment WHERE \(matches)
      ORDER BY created_at DESC, pk DESC
      """, on: db)
    let errors = try PreparedStatement(
      """
      SELECT key, severity, message, suggestion FROM assessment_error WHERE assessment = ?
      ORDER BY position
      """, on: db)
    var left = filter.last ?? .max
    try assessments.start(values)
    defer { assessments.reset() }
    while left > 0, let row = try assessments.next() {
      let assessment = row.integer(0) ?? 0
      left -= 1
      let time = row.integer(1) ?? 0
      try errors.each(.integer(assessment)) { error in
        body(
          TopError(
            key: error.text(0) ?? "", severity: error.text(1).flatMap(ErrorSeverity.init) ?? .low,
            lastSeen: time, message: error.text(2) ?? "", suggestion: error.text(3)))
        return true
      }
    }
  }

  private func conditions(of filter: QueryFilter) -> ([String], [SQLValue]) {
    let asked = filter.conditions.compactMap { field, value in
      Table.assessment.condition(field).map { ($0, value) }
    }
    return (asked.map(\.0), asked.map(\.1))
  }
}

extension TopError {
  /// Takes in an error of the same key that is not newer.
  fileprivate mutating func add(_ found: TopError, in periods: ErrorPeriods) {
    let time = found.lastSeen
    if periods.start <= time {
      count += 1
      if found.severity.rank > severity.rank { severity = found.severity }
    }
    guard periods.compares else { return }
    if time < periods.middle { earlier += 1 } else { later += 1 }
  }
}
