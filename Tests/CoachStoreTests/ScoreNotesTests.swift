import CoachJSONL
import Testing

@testable import coach_store

/// Notes of scores give a window what all the scores would give it.
@Suite struct ScoreNotesTests {
  private static func score(_ number: Int, of turn: Int? = nil, at time: Int? = nil) -> WindowScore
  {
    WindowScore(
      id: "ass_\(number)", kind: .interaction, interactionIds: ["int_\(turn ?? number)"],
      score: Double(1 + number % 10), createdAt: Int64(time ?? number),
      assessedAt: number % 3 == 0 ? nil : Int64(number))
  }

  private static let cases: [[WindowScore]] = [
    (0..<7).map { score($0) },
    (0..<100).map { score($0) },
    (0..<100).reversed().map { score($0) },
    (0..<200).map { score($0 * 37 % 200) },
    // Every turn judged five times.
    (0..<150).map { score($0, of: $0 / 5, at: $0 / 5) },
    (0..<150).map { score($0 * 77 % 150, of: $0 * 77 % 150 / 5, at: $0 * 77 % 150 / 5) },
    // All at one time: the ids decide.
    (0..<90).map { score($0 * 7 % 90, at: 5) },
  ]

  @Test(arguments: cases)
  func theWindowIsThatOfAllScores(scores: [WindowScore]) {
    var all = LevelWindow()
    all.merge(scores)
    var notes = ScoreNotes()
    var kept = 0
    for score in scores { kept += notes.insert(score) }
    var window = LevelWindow()
    window.merge(notes.scores)
    #expect(window == all)
    #expect(kept == notes.scores.count)
    #expect(!notes.lacks(LevelWindow.defaultCapacity))
  }

  @Test func whatAWiderWindowMayLackIsKnown() {
    var notes = ScoreNotes()
    for number in 0..<20 { _ = notes.insert(Self.score(number)) }
    #expect(!notes.lacks(50))
    for number in 20..<40 { _ = notes.insert(Self.score(number)) }
    #expect(notes.lacks(50))
    #expect(notes.scores.count < 40)
  }

  @Test func turnsOfSeveralKeepAllTheirIds() {
    let score = WindowScore(
      id: "ass_1", kind: .multiTurn, interactionIds: ["int_1", "int_2", "int_3"], score: 5,
      createdAt: 3, assessedAt: 9)
    var notes = ScoreNotes()
    _ = notes.insert(score)
    #expect(notes.scores == [score])
  }
}
