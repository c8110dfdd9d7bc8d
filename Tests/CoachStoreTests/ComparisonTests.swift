import CoachJSONL
import Testing

@testable import coach_store

/// `compare`: two judges over the same turns.
@Suite struct ComparisonTests {
  private func score(
    _ turn: String, _ score: Double, by rubric: String, at time: Int64 = 1, user: String = "u_1",
    on focus: String = "focus_tone", model: String = "m_1", judgedAt: Int64? = nil
  ) -> String {
    Line.text(
      Assessment(
        id: "ass_\(turn)_\(focus)_\(rubric)_\(model)_\(judgedAt ?? 0)", userId: user,
        sessionId: "sess_1", interactionIds: [turn], focusId: focus, kind: .interaction,
        category: .progress, score: score, explanationText: "Plain.", rubricVersion: rubric,
        provider: "p", modelId: model, createdAt: time, assessedAt: judgedAt))
  }

  private func compare(
    _ lines: [String], _ criterion: Comparison.Criterion = .rubric, _ from: String = "v1",
    _ to: String = "v2", filter: QueryFilter = QueryFilter()
  ) throws -> [Comparison] {
    let shelf = try Shelf()
    try shelf.put(lines)
    let run = ComparisonRun(criterion: criterion, from: from, to: to, filter: filter)
    return try Store(path: shelf.database).use { try run.comparisons(in: $0) }
  }

  /// Differences 1, 2, 3, 2 have a mean of 2, and a deviation of √(2/3).
  private var shifted: [String] {
    zip(["a", "b", "c", "d"], [1.0, 2, 3, 2]).flatMap { turn, difference in
      [score(turn, 4, by: "v1"), score(turn, 4 + difference, by: "v2")]
    }
  }

  @Test func theShiftIsTheMeanOfThePairedDifferences() throws {
    // A turn that one of them has not judged says nothing.
    let found = try compare(shifted + [score("e", 9, by: "v2")])
    #expect(found.map(\.focusId) == ["focus_tone", nil])
    for comparison in found {
      #expect(comparison.pairs == 4)
      #expect(comparison.shift == 2)
      // 3.1824 is t at 0.975 with 3 degrees of freedom (tables).
      let reach = 3.1824 * (2.0 / 3).squareRoot() / 2
      let interval = try #require(comparison.interval)
      #expect(abs(interval.lowerBound - (2 - reach)) < 1e-4)
      #expect(abs(interval.upperBound - (2 + reach)) < 1e-4)
    }
  }

  @Test func aSinglePairHasNoInterval() throws {
    let found = try compare([score("a", 4, by: "v1"), score("a", 3, by: "v2")])
    #expect(found.map(\.shift) == [-1, -1])
    #expect(found.allSatisfy { $0.interval == nil })
    #expect(!String(decoding: found[0].line(), as: UTF8.self).contains("low"))
  }

  @Test func levelsAreCountedByLearnerAndFocus() throws {
    let lines =
      shifted + [
        // The same level by both, of another learner and on another focus.
        score("x", 5, by: "v1", user: "u_2"), score("x", 5.4, by: "v2", user: "u_2"),
        score("y", 5, by: "v1", on: "focus_clarity"), score("y", 8, by: "v2", on: "focus_clarity"),
      ]
    let found = try compare(lines)
    #expect(found.map(\.focusId) == ["focus_clarity", "focus_tone", nil])
    #expect(found.map(\.levels) == [1, 2, 3])
    #expect(found.map(\.levelsChanged) == [1, 1, 2])
    #expect(try compare(lines, filter: QueryFilter(user: "u_2")).map(\.levels) == [1, 1])
  }

  @Test func ofSeveralJudgementsByTheSameJudgeTheNewestCounts() throws {
    let found = try compare([
      score("a", 4, by: "v1", judgedAt: 10), score("a", 9, by: "v1", model: "m_2", judgedAt: 5),
      score("a", 6, by: "v2", judgedAt: 10),
    ])
    #expect(found.map(\.shift) == [2, 2])
  }

  @Test func modelsCanBeCompared() throws {
    let found = try compare(
      [score("a", 4, by: "v1"), score("a", 7, by: "v1", model: "m_2")], .model, "m_1", "m_2")
    #expect(found.map(\.shift) == [3, 3])
  }

  @Test func whatNobodyHasJudgedTwiceHasNoShift() throws {
    let found = try compare([score("a", 4, by: "v1")])
    #expect(found.map(\.pairs) == [0])
    #expect(found.first?.shift == nil)
  }

  @Test(arguments: [
    // Two-sided 95 % quantiles, from published tables.
    (1, 12.706), (2, 4.303), (10, 2.228), (30, 2.042), (31, 2.040), (40, 2.021), (60, 2.000),
    (120, 1.980), (100_000, 1.960),
  ])
  func quantilesAreThoseOfTheTables(degrees: Int, quantile: Double) {
    #expect(abs(StudentT.quantile975(degreesOfFreedom: degrees) - quantile) < 0.0006)
  }
}
