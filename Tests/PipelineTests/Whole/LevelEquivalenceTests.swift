import TestSupport
import Testing

/// Levels do not depend on the order of arrival, nor on how a history is cut into runs.
@Suite struct LevelEquivalenceTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// A history of two focuses, more of it than a window holds, with times that tie.
  private static func history() -> [String] {
    var numbers = SeededNumbers(state: 3)
    return (0..<70).map { number in
      Sample.assessment([
        "id": #""ass_\#(number)""#, "interactionIds": #"["int_\#(number)"]"#,
        "focusId": number % 3 == 0 ? #""focus_clarity""# : #""focus_grammar""#,
        "score": number % 7 == 0 ? "null" : String(Int.random(in: 1...10, using: &numbers)),
        "category": number % 11 == 0 ? #""error""# : #""progress""#,
        "createdAt": String(1_767_340_000_000 + number / 4 * 60_000),
      ])
    }
  }

  private func levels(of lines: [String]) throws -> [String] {
    let result = try dir.command("coach-level", "--only").run(.lines(lines)).expect(.success)
    for level in try RecordLines(result).records(MirrorLevel.self) {
      try LevelArithmetic.check(level)
    }
    return result.lines.sorted()
  }

  @Test func shuffledIsInOrder() throws {
    let history = Self.history()
    let inOrder = try levels(of: history)
    #expect(inOrder.count == 2)
    for seed in 1...8 {
      var numbers = SeededNumbers(state: UInt64(seed))
      #expect(try levels(of: history.shuffled(using: &numbers)) == inOrder, "seed \(seed)")
    }
    #expect(try levels(of: history.reversed()) == inOrder)
  }

  @Test func twiceIsOnce() throws {
    let history = Self.history()
    #expect(try levels(of: history + history.reversed()) == levels(of: history))
  }

  @Test func theWindowIsTheLastTwentyScoresOfAll() throws {
    let scored = try Self.history().map(MirrorAssessment.strict)
      .filter { $0.category == "progress" && $0.score != nil }
    let result = try dir.command("coach-level", "--only").run(.lines(Self.history()))
    for level in try RecordLines(result).records(MirrorLevel.self) {
      let expected = scored.filter { $0.focusId == level.focusId }
        .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }.suffix(20)
      #expect(level.window.map(\.id) == expected.map(\.id))
      #expect(level.ema == LevelArithmetic.average(expected.compactMap(\.score)))
    }
  }

  @Test func aLevelRecordStandsForTheHistoryBeforeIt() throws {
    let history = Self.history()
    let whole = try levels(of: history)
    for place in stride(from: 0, through: history.count, by: 7) {
      let before = try levels(of: Array(history[..<place]))
      let result = try dir.command("coach-level").run(.lines(before + history[place...]))
        .expect(.success)
      // A level that stands as it was read need not be said again.
      let levels = try RecordLines(result).ofType("level")
      let last = Dictionary(levels.map { ($0.json["focusId"]?.string, $0.text) }) { $1 }
      #expect(last.values.sorted() == whole, "cut at \(place)")
    }
  }

  @Test func twoDaysInTwoRunsAreOneRunOverBoth() throws {
    let days = try WholePipeline.days()
    try #require(days.count == 3)
    let (one, many) = (try WholePipeline(), try WholePipeline())
    try one.run(days.flatMap { $0 }, database: "coach.db").expectSuccess()
    for day in days { try many.run(day, database: "coach.db").expectSuccess() }
    let levels = try [one, many].map { pipeline in
      try pipeline.query("levels", database: "coach.db").comparableRows
    }
    #expect(levels[0].count == 3)
    expectSame(levels[1], levels[0], "levels")
    let rows = try [one, many].map { pipeline in
      try pipeline.query("all", database: "coach.db").comparableRows
    }
    expectSame(rows[1], rows[0], "all rows")
  }
}
