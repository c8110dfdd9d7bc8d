import Testing

@testable import CoachJSONL

@Suite struct JudgementLedgerTests {
  private func record(
    _ id: String, focus: String = "f", category: Assessment.Category = .progress,
    kind: Assessment.Kind = .interaction, turns: [String] = ["int_1"], group: String? = nil,
    at assessedAt: Int64?, unit: String? = nil, of count: Int = 1, narrowed: [String]? = nil
  ) -> Assessment {
    Assessment(
      id: id, userId: "u", sessionId: "s", interactionIds: turns, focusId: focus, kind: kind,
      category: category, explanationText: "", groupId: group, createdAt: 1,
      assessedAt: assessedAt,
      judgement: unit.map { Judgement(id: $0, records: count, focusIds: narrowed) })
  }

  private func standing(_ records: [Assessment]) -> [String] {
    var ledger = JudgementLedger()
    for record in records { ledger.insert(record) }
    var reversed = JudgementLedger()
    for record in records.reversed() { reversed.insert(record) }
    #expect(ledger.standing == reversed.standing)
    return ledger.standing.map(\.id)
  }

  @Test func aNewerJudgementRetiresTheErrorsOfTheOlder() {
    #expect(
      standing([
        record("p1", at: 10, unit: "j", of: 2),
        record("e1", category: .error, at: 10, unit: "j", of: 2),
        record("p2", at: 20, unit: "k", of: 1),
      ]) == ["p2"])
  }

  @Test func anIncompleteJudgementDoesNotCount() {
    #expect(
      standing([
        record("p1", at: 10, unit: "j", of: 1),
        record("p2", at: 20, unit: "k", of: 2),
      ]) == ["p1"])
  }

  @Test func theOldJudgementStandsWhileTheNewOneOfTheSameIdsIsIncomplete() {
    #expect(
      standing([
        record("p", at: 10, unit: "j", of: 2),
        record("e", category: .error, at: 10, unit: "j", of: 2),
        record("p", at: 20, unit: "j", of: 2),
      ]) == ["e", "p"])
  }

  @Test func aNarrowedJudgementStandsForItsFocusesOnly() {
    #expect(
      standing([
        record("a1", focus: "a", at: 10, unit: "j", of: 2),
        record("b1", focus: "b", at: 10, unit: "j", of: 2),
        record("a2", focus: "a", at: 20, unit: "k", of: 1, narrowed: ["a"]),
      ]) == ["a2", "b1"])
  }

  @Test func recordsWithoutJudgementCompeteFocusByFocus() {
    #expect(
      standing([
        record("a1", focus: "a", at: 10),
        record("a2", focus: "a", at: 20),
        record("b1", focus: "b", at: 5),
        record("e1", focus: "a", category: .error, at: 15),
      ]) == ["a2", "b1", "e1"])
  }

  @Test func theSameEvaluationGrownLaterIsOneCase() {
    #expect(
      standing([
        record("one", turns: ["int_1"], group: "g", at: 10, unit: "j"),
        record("two", kind: .multiTurn, turns: ["int_1", "int_2"], group: "g", at: 20, unit: "k"),
      ]) == ["two"])
  }

  @Test func otherTurnsAreAnotherCase() {
    #expect(
      standing([
        record("one", turns: ["int_1"], at: 10, unit: "j"),
        record("two", turns: ["int_2"], at: 20, unit: "k"),
      ]) == ["one", "two"])
  }
}
