import CoachJSONL
import Testing

@testable import coach_store

/// The flag of what stands is what the ledger says of all that was ever put, however it came.
@Suite struct StandingTests {
  /// Numbers that are the same in every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Judgements of a few turns, some of them incomplete, narrowed, of groups, or of the same ids.
  private static func assessments(_ numbers: inout Numbers) -> [Assessment] {
    let focuses = ["focus_a", "focus_b", "focus_c"]
    return (0..<40).flatMap { number -> [Assessment] in
      let turn = Int.random(in: 0..<4, using: &numbers)
      let turns = Bool.random(using: &numbers) ? ["int_\(turn)"] : ["int_\(turn)", "int_9"]
      let group = turns.count > 1 && Bool.random(using: &numbers) ? "grp_\(turn % 2)" : nil
      let judgedAt = Int64.random(in: 1...9, using: &numbers)
      let narrowed = Int.random(in: 0..<4, using: &numbers) == 0
      let asked = narrowed ? [focuses[turn % 3]] : focuses
      let isLoose = Int.random(in: 0..<3, using: &numbers) == 0
      let judgement = Judgement(
        id: "jdg_\(number % 15)", records: Int.random(in: 1...4, using: &numbers),
        focusIds: narrowed ? asked : nil)
      return asked.map { focus in
        let category: Assessment.Category = Bool.random(using: &numbers) ? .progress : .error
        // As derived ids do, an id says what the assessment is of.
        let id = [turns.joined(), group ?? "", focus, category.rawValue, "v\(number % 3)"]
        return Assessment(
          id: "ass_" + id.joined(separator: "_"), userId: "u_1", sessionId: "sess_1",
          interactionIds: turns, focusId: focus, kind: turns.count == 1 ? .interaction : .multiTurn,
          category: category, explanationText: "Plain.", groupId: group, createdAt: 100,
          assessedAt: judgedAt, judgement: isLoose ? nil : judgement)
      }
    }
  }

  @Test(arguments: 1...12)
  func theFlagIsWhatTheLedgerSays(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    let shelf = try Shelf()
    let all = Self.assessments(&numbers)
    let batch = [1, 3, 20, 1_000][seed % 4]
    try shelf.put(all.map(Line.text), settings: PutStage.Settings(batch: batch))
    // Of two records with one id the newer is kept, of equally new ones the later.
    let parser = try RecordParser(name: "test")
    let kept = try shelf.query(.assessments, filter: QueryFilter(allVersions: true)).map { line in
      try parser.read(line.utf8) { try Assessment($0) }
    }
    #expect(Set(kept.map(\.id)) == Set(all.map(\.id)))
    for assessment in kept {
      let newest = all.filter { $0.id == assessment.id }.map(\.judgedAt).max()
      #expect(assessment.judgedAt == newest)
    }
    var ledger = JudgementLedger()
    for assessment in kept { ledger.insert(assessment) }
    let standing = Set(ledger.standing.map(\.id))
    let given = try shelf.query(.assessments).map { line in
      try parser.read(line.utf8) { try Assessment($0).id }
    }
    #expect(Set(given) == standing && given.count == standing.count)
    #expect(!standing.isEmpty && standing.count < kept.count)
  }

  @Test func oneIdTwiceInABatchIsStoredOnce() throws {
    let error = LanguageError(key: "tone.blunt", message: "Blunt.", severity: .low)
    let shelf = try Shelf()
    let lines = [
      Line.assessment("ass_1", category: .error, judgedAt: 1, errors: [error, error]),
      Line.assessment("ass_1", category: .error, judgedAt: 3, errors: [error]),
      Line.assessment("ass_1", category: .error, judgedAt: 2, errors: [error, error, error]),
    ]
    try shelf.put(lines)
    #expect(try shelf.query(.assessments) == [lines[1]])
    #expect(try shelf.column("SELECT count(*) FROM assessment_error") == ["1"])
    #expect(try shelf.column("SELECT count(*) FROM assessment_interaction") == ["1"])
  }

  @Test func moreThanOneStatementTakesAtOnceAreStored() throws {
    let shelf = try Shelf()
    let lines = (0..<200).map { number in
      Line.assessment("ass_\(number)", of: ["int_\(number)"], score: 5, at: Int64(number + 1))
    }
    try shelf.put(lines)
    #expect(try shelf.query(.assessments) == lines)
    #expect(try shelf.column("SELECT count(*) FROM assessment_interaction") == ["200"])
    // Half of them again, among new ones.
    let more = (100..<300).map { number in
      Line.assessment("ass_\(number)", of: ["int_\(number)"], score: 5, at: Int64(number + 1))
    }
    try shelf.put(more)
    #expect(try shelf.query(.assessments) == lines + more.suffix(100))
    #expect(try shelf.column("SELECT count(*) FROM assessment_interaction") == ["300"])
  }
}
