import CoachJSONL
import GRDB
import Testing

@testable import coach_store

/// No query that the tool can make reads a table through, or sorts what it has read: the first
/// record comes at once, whatever is stored.
@Suite struct QueryPlanTests {
  private typealias Field = QueryFilter.Field

  /// The fields that a query finds records by; the others are looked at on the way.
  private static let indexed: [coach_store.Table: Set<Field>] = [
    .session: [.user, .since, .until], .interaction: [.request, .session, .user, .since, .until],
    .evaluation: [.session, .user, .since, .until],
    .assessment: [.group, .request, .session, .user, .focus, .kind, .since, .until],
    .promptRun: [.group, .request, .session, .user, .since, .until], .reject: [.since, .until],
    .record: [.since, .until],
  ]

  private static func filter(_ fields: some Sequence<Field>) -> QueryFilter {
    var filter = QueryFilter()
    for field in fields {
      switch field {
      case .user: filter.user = "u_1"
      case .session: filter.session = "sess_1"
      case .focus: filter.focus = "focus_tone"
      case .kind: filter.kind = "interaction"
      case .category: filter.category = "progress"
      case .group: filter.group = "grp_1"
      case .request: filter.request = "req_1"
      case .rubric: filter.rubric = "v1"
      case .provider: filter.provider = "builtin"
      case .model: filter.model = "rules-1"
      case .since: filter.since = 1
      case .until: filter.until = 2
      }
    }
    return filter
  }

  /// None, one, two and three at once.
  private static let combinations: [Set<Field>] = {
    let one = Field.allCases.map { Set([$0]) }
    let two = one.flatMap { first in Field.allCases.map { first.union([$0]) } }
    let three = two.flatMap { first in Field.allCases.map { first.union([$0]) } }
    return Array(Set([Set()] + one + two + three))
  }()

  private static func plan(_ sql: String, in db: Database) throws -> [String] {
    let statement = try PreparedStatement("EXPLAIN QUERY PLAN " + sql, on: db)
    var steps: [String] = []
    try statement.each { row in
      steps.append(row.text(3) ?? "")
      return true
    }
    return steps
  }

  @Test(arguments: coach_store.Table.allCases)
  func everyQueryGoesByAnIndex(table: coach_store.Table) throws {
    let shelf = try Shelf()
    try shelf.put([Line.assessment("ass_1", score: 5), Line.assessment("ass_2", on: "focus_b")])
    let indexed = Self.indexed[table]
    try Store(path: shelf.database).use { db in
      var plans = 0
      for fields in Self.combinations {
        guard let search = try TableSearch(table, Self.filter(fields), on: db) else { continue }
        for sql in search.texts {
          plans += 1
          let steps = try Self.plan(sql, in: db)
          let scans = steps.filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN CONSTANT") }
          // Those few with a row a learner may be read through; of the others nothing but what was
          // asked for without a field to find it by, in the order of an index.
          if let indexed {
            #expect(!steps.contains { $0.hasPrefix("USE TEMP B-TREE FOR") }, "\(sql): \(steps)")
            let isWalk = scans.allSatisfy { $0.contains(" USING INDEX ") }
            #expect(
              scans.isEmpty || (isWalk && fields.isDisjoint(with: indexed)), "\(sql): \(steps)")
          }
        }
      }
      #expect(plans > 0)
    }
  }

  @Test func thePlansReadsTakeTheirIndexes() throws {
    let shelf = try Shelf()
    try shelf.put([Line.assessment("ass_1", score: 5)])
    try Store(path: shelf.database).use { db in
      for (fields, index): (Set<Field>, String) in [
        ([.focus], "assessment_by_focus (focus=?)"),
        ([.session, .kind], "assessment_by_session (session=?)"),
        ([.group], "assessment_by_group (evaluation=?)"),
        ([.user, .focus], "assessment_by_user (user=? AND focus=?)"),
      ] {
        let search = try #require(try TableSearch(.assessment, Self.filter(fields), on: db))
        for sql in search.texts {
          let steps = try Self.plan(sql, in: db)
          #expect(steps.first == "SEARCH assessment USING INDEX \(index)", "\(sql): \(steps)")
        }
      }
    }
  }

  @Test func thereAreNoOtherIndexesThanTheOnesThatAreNeeded() throws {
    let shelf = try Shelf()
    try shelf.put([])
    #expect(
      try shelf.column(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'assessment' "
          + "AND sql IS NOT NULL ORDER BY name") == [
          "assessment_by_focus", "assessment_by_group", "assessment_by_kind",
          "assessment_by_request", "assessment_by_session", "assessment_by_subject",
          "assessment_by_time", "assessment_by_user",
        ])
  }
}
