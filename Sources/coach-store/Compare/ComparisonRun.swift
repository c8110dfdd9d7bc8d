import CoachJSONL
import GRDB

/// Compares two judges over the turns that both have judged, learner by learner and focus by focus.
struct ComparisonRun {
  let criterion: Comparison.Criterion
  let from: String
  let to: String
  /// Whose scores, on what and when.
  let filter: QueryFilter

  /// What one learner's turns were given on one focus.
  private struct Scores {
    /// By the number of what was judged.
    var from: [Int64: WindowScore] = [:]
    var to: [Int64: WindowScore] = [:]
  }

  /// One comparison a focus, in the order of their ids, and one of all together.
  ///
  /// - Throws: `DatabaseError`, `RecordError` where a stored record breaks the contract.
  func comparisons(in db: Database) throws -> [Comparison] {
    var byFocus: [String: Comparison] = [:]
    var all = Comparison(criterion, from: from, to: to)
    try each(in: db) { focusId, scores in
      var ofFocus =
        byFocus[focusId] ?? Comparison(criterion, from: from, to: to, focusId: focusId)
      add(scores, to: &ofFocus)
      add(scores, to: &all)
      byFocus[focusId] = ofFocus
    }
    return byFocus.values.filter { $0.pairs > 0 }
      .sorted { ($0.focusId ?? "") < ($1.focusId ?? "") } + [all]
  }

  private func add(_ scores: Scores, to comparison: inout Comparison) {
    var windows = (from: LevelWindow(), to: LevelWindow())
    for (subject, earlier) in scores.from.sorted(by: { $0.key < $1.key }) {
      guard let later = scores.to[subject] else { continue }
      comparison.add(from: earlier.score, to: later.score)
      windows.from.insert(earlier)
      windows.to.insert(later)
    }
    if let earlier = windows.from.ema, let later = windows.to.ema {
      comparison.add(
        levelFrom: LevelScale.level(ema: earlier), levelTo: LevelScale.level(ema: later))
    }
  }

  /// Calls `body` with the scores of each learner on each focus.
  private func each(in db: Database, _ body: (String, Scores) -> Void) throws {
    var conditions = [
      "category = 'progress'", "score IS NOT NULL", "kind <> 'session_summary'",
      "\(column) IN (?, ?)",
    ]
    var values: [SQLValue] = [.text(from), .text(to)]
    for (field, value) in filter.conditions {
      guard let condition = Table.assessment.condition(field) else { continue }
      conditions.append(condition)
      values.append(value)
    }
    let assessments = try PreparedStatement(
      """
      SELECT user, focus, subject, \(column), raw FROM assessment
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY user, focus
      """, on: db)
    let parser = try RecordParser(name: "database")
    var owner: (user: Int64, focus: Int64)?
    var focusId = ""
    var scores = Scores()
    try assessments.start(values)
    defer { assessments.reset() }
    while let row = try assessments.next() {
      guard let progress = try parser.read(row.bytes(4), { try ProgressScore($0) }) else {
        continue
      }
      let next = (user: row.integer(0) ?? 0, focus: row.integer(1) ?? 0)
      if let owner, owner != next {
        body(focusId, scores)
        scores = Scores()
      }
      owner = next
      focusId = progress.focusId
      take(progress.score, of: row.integer(2) ?? 0, by: row.text(3), into: &scores)
    }
    if owner != nil { body(focusId, scores) }
  }

  /// Of several scores by the same judge the newest counts.
  private func take(
    _ score: WindowScore, of subject: Int64, by judge: String?, into scores: inout Scores
  ) {
    let side = judge == from ? \Scores.from : \Scores.to
    if let known = scores[keyPath: side][subject],
      (known.assessedAt ?? known.createdAt, known.id)
        > (score.assessedAt ?? score.createdAt, score.id)
    {
      return
    }
    scores[keyPath: side][subject] = score
  }

  private var column: String {
    switch criterion {
    case .rubric: "rubric_version"
    case .provider: "provider"
    case .model: "model_id"
    }
  }
}
