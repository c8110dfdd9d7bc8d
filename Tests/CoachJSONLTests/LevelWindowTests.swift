import Testing

@testable import CoachJSONL

/// Golden vectors, worked out by hand from contract §4: the EMA starts at the oldest score, then
/// `ema ← ema + 0.3·(score − ema)` to the newest.
@Suite struct LevelWindowTests {
  private func window(_ scores: [Double], capacity: Int = 20) -> LevelWindow {
    var window = LevelWindow(capacity: capacity)
    for (index, score) in scores.enumerated() { window.insert(.at(index, score)) }
    return window
  }

  @Test func noScoreGivesNoLevel() {
    #expect(window([]).ema == nil)
    #expect(window([]).level(userId: "u", focusId: "f") == nil)
  }

  @Test(
    arguments: [
      ([7], 7),
      ([2, 8], 3.8),  // 2 + 0.3·6
      ([2, 8, 8], 5.06),  // 3.8 + 0.3·4.2
      ([10, 1], 7.3),
      ([1, 10, 1], 2.89),  // 1 → 3.7 → 2.89
    ] as [([Double], Double)])
  func shortWindows(scores: [Double], expected: Double) throws {
    #expect(abs(try #require(window(scores).ema) - expected) < 1e-12)
  }

  @Test func twentyThreesGiveExactlyThree() throws {
    let level = try #require(
      window(Array(repeating: 3, count: 20)).level(userId: "u", focusId: "f"))
    #expect(level.ema == 3)
    #expect(level.level == 3)
    #expect(level.band == .novice)
    #expect(level.count == 20)
  }

  @Test func theTwentyFirstScorePushesTheOldestOut() throws {
    // A 10 and nineteen 2s: 2 + 8·0.7¹⁹; with a twentieth 2 the 10 is out of the window.
    let nineteen = window([10] + Array(repeating: 2, count: 18))
    #expect(nineteen.scores.count == 19)
    let twenty = window([10] + Array(repeating: 2, count: 19))
    #expect(twenty.scores.count == 20)
    #expect(abs(try #require(twenty.ema) - (2 + 8 * 0.00113988951853731)) < 1e-9)
    let twentyOne = window([10] + Array(repeating: 2, count: 20))
    #expect(twentyOne.scores.count == 20)
    #expect(twentyOne.ema == 2)
  }

  @Test(
    arguments: [
      (1, 1, .novice), (1.999, 1, .novice), (2, 2, .novice), (3, 3, .novice),
      (3.999_999, 3, .novice), (4, 4, .developing), (5.5, 5, .developing),
      (7, 7, .developing), (7.999_999, 7, .developing), (8, 8, .mastery),
      (8.666, 8, .mastery), (8.667, 9, .mastery), (9.333, 9, .mastery), (9.334, 10, .mastery),
      (10, 10, .mastery),
    ] as [(Double, Int, Level.Band)])
  func scale(ema: Double, level: Int, band: Level.Band) {
    #expect(LevelScale.level(ema: ema) == level)
    #expect(LevelScale.band(ema: ema) == band)
  }

  @Test func theOrderOfArrivalDoesNotMatter() {
    var generator = SeededGenerator(seed: 7)
    let scores = (0..<40).map { index in
      WindowScore.at(
        index / 2, Double(1 + index % 10), id: "ass_\(index)", turn: "int_\(index % 30)",
        assessedAt: Int64(100 + index))
    }
    var reference = LevelWindow()
    reference.merge(scores)
    for _ in 0..<50 {
      var shuffled = LevelWindow()
      shuffled.merge(scores.shuffled(using: &generator) + scores.prefix(5))
      #expect(shuffled == reference)
    }
  }

  @Test func twoHalvesMergeToTheWhole() {
    let scores = (0..<50).map { WindowScore.at($0, Double(1 + ($0 * 7) % 10)) }
    var whole = LevelWindow()
    whole.merge(scores)
    var first = LevelWindow()
    first.merge(Array(scores.prefix(23)))
    var second = LevelWindow()
    second.merge(Array(scores.suffix(27)))
    second.merge(first.scores)
    #expect(second == whole)
  }

  @Test func ofSeveralJudgementsOfATurnTheNewestCounts() {
    var window = LevelWindow()
    window.insert(.at(1, 4, id: "ass_a", turn: "int_1", assessedAt: 10))
    window.insert(.at(1, 9, id: "ass_b", turn: "int_1", assessedAt: 20))
    window.insert(.at(1, 2, id: "ass_c", turn: "int_1", assessedAt: 15))
    #expect(window.scores.map(\.score) == [9])
  }

  @Test func tiesInTimeAreOrderedById() {
    var window = LevelWindow()
    window.insert(.at(1, 9, id: "ass_b", turn: "int_2"))
    window.insert(.at(1, 1, id: "ass_a", turn: "int_1"))
    #expect(window.scores.map(\.id) == ["ass_a", "ass_b"])
  }

  /// Entries are told apart by 32 bits of their ids before the ids are looked at.
  @Test func turnsOfOneFingerprintAreDifferent() throws {
    var known: [UInt32: Int] = [:]
    var pair: (Int, Int)?
    for number in 0..<1_000_000 where pair == nil {
      let print = WindowEntry(.at(1, 5, id: "a\(number)", turn: "t\(number)")).print
      if let other = known.updateValue(number, forKey: print.turns) { pair = (other, number) }
    }
    let (first, second) = try #require(pair)
    var window = LevelWindow()
    window.insert(.at(1, 3, id: "ass_1", turn: "t\(first)"))
    window.insert(.at(2, 4, id: "ass_2", turn: "t\(second)"))
    #expect(window.scores.map(\.score) == [3, 4])
  }

  @Test func anIdIsTheSameOnlyCodePointByCodePoint() {
    var window = LevelWindow()
    window.insert(.at(1, 3, id: "é", turn: "int_1"))
    window.insert(.at(1, 4, id: "e\u{301}", turn: "int_2"))
    window.insert(.at(1, 5, id: "\u{FFFD}", turn: "int_3"))
    window.insert(.at(1, 6, id: "\u{1F600}", turn: "int_4"))
    #expect(window.scores.map(\.score) == [4, 3, 5, 6])
    #expect(window.scores.last?.id == "\u{1F600}")
  }

  @Test func windowsMergeWithoutTheirScores() {
    let scores = (0..<50).map { WindowScore.at($0, Double(1 + ($0 * 7) % 10)) }
    var first = LevelWindow()
    var second = LevelWindow()
    var whole = LevelWindow()
    whole.merge(scores)
    first.merge(Array(scores.prefix(40)))
    second.merge(Array(scores.suffix(30)))
    let changes = [first.merge(second), first.merge(second)]
    #expect(changes == [true, false])
    #expect(first == whole)
    #expect(first.isFull && first.count == 20 && first.oldest == 30)
  }

  @Test func aProgressScoreTakesInRecordAfterRecord() throws {
    var progress = ProgressScore()
    var window = LevelWindow(capacity: 2)
    for (index, score) in [3, 4, 5].enumerated() {
      let line = """
        {"id":"ass_\(index)","userId":"u_\(index)","sessionId":"s","interactionIds":["int_\(index)","i"],\
        "focusId":"focus_clarity","kind":"multi_turn","category":"progress","score":\(score),\
        "explanationText":"","createdAt":\(index)}
        """
      let isTaken = try withRecord(line) { try progress.take($0) }
      #expect(isTaken && progress.userId == "u_\(index)" && progress.focusId == "focus_clarity")
      window.insert(&progress)
    }
    #expect(
      window.scores == [
        WindowScore(
          id: "ass_1", kind: .multiTurn, interactionIds: ["int_1", "i"], score: 4, createdAt: 1),
        WindowScore(
          id: "ass_2", kind: .multiTurn, interactionIds: ["int_2", "i"], score: 5, createdAt: 2),
      ])
  }

  @Test func whatNeverEntersAWindow() {
    func assessment(
      _ kind: Assessment.Kind = .interaction, _ category: Assessment.Category = .progress,
      focus: String? = "f", score: Double? = 5
    ) -> Assessment {
      Assessment(
        id: "a", userId: "u", sessionId: "s", interactionIds: ["i"], focusId: focus, kind: kind,
        category: category, score: score, explanationText: "", createdAt: 1)
    }
    #expect(WindowScore(assessment()) != nil)
    #expect(WindowScore(assessment(score: nil)) == nil)
    #expect(WindowScore(assessment(.sessionSummary)) == nil)
    #expect(WindowScore(assessment(.interaction, .error)) == nil)
    #expect(WindowScore(assessment(focus: nil)) == nil)
  }
}

extension WindowScore {
  fileprivate static func at(
    _ time: Int, _ score: Double, id: String? = nil, turn: String? = nil, assessedAt: Int64? = nil
  ) -> WindowScore {
    WindowScore(
      id: id ?? "ass_\(time)", kind: .interaction, interactionIds: [turn ?? "int_\(time)"],
      score: score, createdAt: Int64(time), assessedAt: assessedAt)
  }
}

/// xorshift64*: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
