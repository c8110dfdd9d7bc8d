import CoachJSONL
import TestSupport
import Testing

@testable import coach_level

@Suite struct LevelStageTests {
  private func score(
    _ number: Int, _ score: Double?, user: String = "u_1", focus: String? = "focus_a",
    kind: Assessment.Kind = .interaction, category: Assessment.Category = .progress
  ) -> String {
    let turns =
      switch kind {
      case .interaction: ["int_\(number)"]
      case .multiTurn: ["int_\(number)", "int_\(number)b"]
      case .sessionSummary: [String]()
      }
    return line(
      Assessment(
        id: "ass_\(number)_\(focus ?? "none")", userId: user, sessionId: "s",
        interactionIds: turns, focusId: focus, kind: kind, category: category, score: score,
        explanationText: "", createdAt: Int64(number)))
  }

  private func line(_ record: some SuiteRecord) -> String {
    String(decoding: record.line(), as: UTF8.self)
  }

  private func levels(
    _ stage: LevelStage = LevelStage(), over lines: [String], context: [String] = []
  ) async throws -> [Level] {
    let run = try await StageRun(
      stage, over: lines.joined(separator: "\n"), arguments: ["--only"],
      context: context.joined(separator: "\n"))
    #expect(run.status == .ok)
    return try await Collected.records(of: run.lines)
  }

  @Test func oneLevelForEachLearnerAndFocusByTheirIds() async throws {
    let found = try await levels(over: [
      score(1, 5, user: "u_2"), score(2, 6), score(3, 7, focus: "focus_b"), score(4, 8),
    ])
    #expect(
      found.map { "\($0.userId) \($0.focusId)" } == [
        "u_1 focus_a", "u_1 focus_b", "u_2 focus_a",
      ])
    #expect(found.first?.ema == 6 + 0.3 * 2)
  }

  @Test func whatNeverEnters() async throws {
    let found = try await levels(over: [
      score(1, nil), score(2, 9, focus: nil), score(3, 9, kind: .sessionSummary),
      score(4, 9, category: .error), score(5, 3), score(6, 3, kind: .multiTurn),
    ])
    #expect(found.map(\.count) == [2])
    #expect(found.map(\.ema) == [3])
  }

  @Test func shuffledInputGivesTheSameLevels() async throws {
    let scores = (1...45).map { score($0, Double(1 + $0 * 7 % 10)) }
    let reference = try await levels(over: scores)
    for _ in 0..<5 {
      #expect(try await levels(over: scores.shuffled() + scores.prefix(3)) == reference)
    }
  }

  @Test func twoDaysInTwoRunsAreOneRun() async throws {
    let days = (1...50).map { score($0, Double(1 + $0 * 3 % 10)) }
    let whole = try await levels(over: days)
    let first = try await levels(over: Array(days.prefix(27)))
    #expect(try await levels(over: first.map(line) + days.suffix(23)) == whole)
    #expect(try await levels(over: Array(days.suffix(23)), context: first.map(line)) == whole)
  }

  @Test func aLevelThatTheStreamHoldsAlreadyIsNotSaidAgain() async throws {
    let known = try await levels(over: [score(1, 5)])
    #expect(try await levels(over: known.map(line)).isEmpty)
    #expect(try await levels(over: known.map(line) + [score(1, 5)]).isEmpty)
    #expect(try await levels(over: known.map(line) + [score(2, 9)]).count == 1)
  }

  @Test func eachGivesALevelAfterEveryScore() async throws {
    let run = try await StageRun(
      LevelStage(emission: .each), over: [score(1, 2), score(2, 8)].joined(separator: "\n"))
    #expect(run.lines.count == 4)
    let found: [Level] = try await Collected.records(of: run.lines)
    #expect(found.map(\.ema) == [2, 3.8])
  }

  @Test func anotherAlphaAndWindow() async throws {
    let found = try await levels(
      LevelStage(alpha: 0.5, capacity: 2), over: [score(1, 10), score(2, 2), score(3, 6)])
    #expect(found.map(\.ema) == [4])
    #expect(found.map(\.n) == [2])
  }
}
