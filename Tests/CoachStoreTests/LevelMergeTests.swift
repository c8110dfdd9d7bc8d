import CoachJSONL
import Testing

@testable import coach_store

/// Levels are what the window's arithmetic gives over all that was ever stored.
@Suite struct LevelMergeTests {
  private static let scores: [Double] = (0..<50).map { Double(($0 * 7) % 10 + 1) }

  private static func line(_ index: Int, score: Double? = nil, judgedAt: Int64? = nil) -> String {
    Line.assessment(
      "ass_\(index)", of: ["int_\(index)"], score: score ?? scores[index],
      at: Int64(1_000 + index), judgedAt: judgedAt)
  }

  private static func window(_ count: Int, alpha: Double = 0.3, capacity: Int = 20) -> LevelWindow {
    var window = LevelWindow(alpha: alpha, capacity: capacity)
    for index in 0..<count {
      window.insert(
        WindowScore(
          id: "ass_\(index)", kind: .interaction, interactionIds: ["int_\(index)"],
          score: scores[index], createdAt: Int64(1_000 + index)))
    }
    return window
  }

  private static func level(_ window: LevelWindow) throws -> String {
    Line.text(try #require(window.level(userId: "u_1", focusId: "focus_tone")))
  }

  @Test(arguments: [1, 7, 1_000])
  func batchesAndOrderDoNotMatter(batch: Int) throws {
    let lines = (0..<50).map { Self.line($0) }
    for order in [lines, lines.reversed(), Array(lines[25...] + lines[..<25])] {
      let shelf = try Shelf()
      try shelf.put(order, settings: PutStage.Settings(batch: batch))
      #expect(try shelf.query(.levels) == [Self.level(Self.window(50))])
    }
  }

  @Test func twoRunsGiveTheLevelsOfOne() throws {
    let shelf = try Shelf()
    try shelf.put((0..<30).map { Self.line($0) })
    try shelf.put((30..<50).map { Self.line($0) })
    #expect(try shelf.query(.levels) == [Self.level(Self.window(50))])
  }

  @Test func aPipelineThatSawOnlyTodayDoesNotOverwriteHistory() throws {
    let shelf = try Shelf()
    try shelf.put((0..<10).map { Self.line($0) })
    var today = LevelWindow()
    today.insert(
      WindowScore(
        id: "ass_10", kind: .interaction, interactionIds: ["int_10"], score: Self.scores[10],
        createdAt: 1_010))
    try shelf.put([try Self.level(today)])
    #expect(try shelf.query(.levels) == [Self.level(Self.window(11))])
  }

  @Test func alphaAndNOfTheRecordThatComesCount() throws {
    let shelf = try Shelf()
    try shelf.put((0..<50).map { Self.line($0) })
    let wide = LevelWindow(alpha: 0.5, capacity: 40)
    var one = wide
    one.insert(try #require(Self.window(1).scores.first))
    try shelf.put([try Self.level(one)])
    // Scores that had fallen out of the stored window of 20 are found again.
    let expected = Self.window(50, alpha: 0.5, capacity: 40)
    #expect(try shelf.query(.levels) == [Self.level(expected)])
  }

  @Test(arguments: [0, 10, 30, 50])
  func aWiderWindowFindsWhatFellOutInItsTransaction(assessmentsBefore: Int) throws {
    var wide = LevelWindow(alpha: 0.5, capacity: 40)
    wide.insert(try #require(Self.window(1).scores.first))
    var lines = (0..<50).map { Self.line($0) }
    lines.insert(try Self.level(wide), at: assessmentsBefore)
    let shelf = try Shelf()
    try shelf.put(lines)
    #expect(
      try shelf.query(.levels) == [Self.level(Self.window(50, alpha: 0.5, capacity: 40))])
  }

  @Test func aNewerJudgementOfTheSameTurnReplacesTheScore() throws {
    let shelf = try Shelf()
    try shelf.put([Self.line(0), Self.line(1, score: 2, judgedAt: 5_000)])
    try shelf.put([Self.line(1, score: 9, judgedAt: 6_000)])
    let row = try shelf.column("SELECT ema FROM level")
    let expected = Self.scores[0] + 0.3 * (9 - Self.scores[0])
    #expect(row == ["\(expected)"])
  }

  @Test func unknownFieldsOfALevelSurvive() throws {
    let shelf = try Shelf()
    let told = try Self.level(Self.window(1)).dropLast() + #","note":1.50}"#
    try shelf.put([String(told)])
    #expect(try shelf.query(.levels) == [String(told)])
    try shelf.put([Self.line(1)])
    let merged = try Self.level(Self.window(2)).dropLast() + #","note":1.50}"#
    #expect(try shelf.query(.levels) == [String(merged)])
  }

  @Test func whatNeverEntersAWindow() throws {
    let shelf = try Shelf()
    try shelf.put([
      Line.assessment("ass_1", category: .error), Line.assessment("ass_2"),
      Line.assessment("ass_3", on: nil, score: 5),
      Line.assessment("ass_4", of: [], on: "focus_tone", score: 5),
    ])
    #expect(try shelf.query(.levels).isEmpty)
  }
}
