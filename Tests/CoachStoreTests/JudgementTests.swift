import CoachJSONL
import Testing

@testable import coach_store

/// Which assessments a query gives when turns were judged several times (contract §2).
@Suite struct JudgementTests {
  /// A judgement of one turn: a progress record, and an error record where errors were found.
  private func judgement(
    _ id: String, at judgedAt: Int64, records: Int, focuses: [String], errors: [String] = [],
    narrowed: Bool = false, turns: [String] = ["int_1"], group: String? = nil
  ) -> [String] {
    let unit = Judgement(id: id, records: records, focusIds: narrowed ? focuses : nil)
    func line(_ focus: String, _ category: Assessment.Category) -> String {
      Line.assessment(
        "\(id)_\(focus)_\(category.rawValue)", of: turns, on: focus, category: category,
        score: category == .progress ? 5 : nil, judgedAt: judgedAt, group: group, judgement: unit)
    }
    return focuses.map { line($0, .progress) } + errors.map { line($0, .error) }
  }

  private func standing(_ lines: [String]) throws -> Set<String> {
    for order in [lines, lines.reversed()] {
      let shelf = try Shelf()
      try shelf.put(order, settings: PutStage.Settings(batch: 2))
      let all = try shelf.query(.assessments, filter: QueryFilter(allVersions: true))
      #expect(Set(all) == Set(lines))
    }
    let shelf = try Shelf()
    try shelf.put(lines)
    return Set(try shelf.query(.assessments))
  }

  @Test func theNewestRetiresErrorsThatItDidNotFind() throws {
    let old = judgement("jdg_1", at: 1, records: 2, focuses: ["tone"], errors: ["tone"])
    let new = judgement("jdg_2", at: 2, records: 1, focuses: ["tone"])
    #expect(try standing(old + new) == Set(new))
  }

  @Test func anIncompleteOneDoesNotCount() throws {
    let old = judgement("jdg_1", at: 1, records: 1, focuses: ["tone"])
    let new = judgement("jdg_2", at: 2, records: 2, focuses: ["tone"])
    #expect(try standing(old + new) == Set(old))
  }

  @Test func aNarrowedOneStandsForItsFocusesOnly() throws {
    let old = judgement("jdg_1", at: 1, records: 3, focuses: ["tone", "logic"], errors: ["logic"])
    let new = judgement("jdg_2", at: 2, records: 1, focuses: ["tone"], narrowed: true)
    #expect(try standing(old + new) == Set(new + old[1...]))
  }

  @Test func withoutJudgementFocusesCompete() throws {
    let tone = Line.assessment("a", on: "tone", score: 4, judgedAt: 1)
    let newer = Line.assessment("b", on: "tone", score: 5, judgedAt: 2)
    let logic = Line.assessment("c", on: "logic", score: 6, judgedAt: 1)
    #expect(try standing([tone, newer, logic]) == [newer, logic])
  }

  @Test func aGroupAndItsTurnsAreOne() throws {
    let turns = ["int_1", "int_2"]
    let loose = judgement("jdg_1", at: 1, records: 1, focuses: ["tone"], turns: turns)
    let grouped = judgement(
      "jdg_2", at: 2, records: 1, focuses: ["tone"], turns: turns, group: "grp_1")
    let longer = judgement(
      "jdg_3", at: 3, records: 1, focuses: ["tone"], turns: turns + ["int_3"], group: "grp_1")
    #expect(try standing(loose + grouped) == Set(grouped))
    #expect(try standing(loose + grouped + longer) == Set(longer))
    let other = judgement("jdg_4", at: 4, records: 1, focuses: ["tone"], turns: ["int_1", "int_9"])
    #expect(try standing(loose + other) == Set(loose + other))
  }

  @Test func lastCountsWhatStands() throws {
    let shelf = try Shelf()
    let old = judgement("jdg_1", at: 1, records: 1, focuses: ["tone"])
    let new = judgement("jdg_2", at: 2, records: 1, focuses: ["tone"])
    let other = judgement("jdg_3", at: 1, records: 1, focuses: ["tone"], turns: ["int_0"])
    try shelf.put(other + new + old)
    #expect(try Set(shelf.query(.assessments, filter: QueryFilter(last: 2))) == Set(other + new))
  }
}
