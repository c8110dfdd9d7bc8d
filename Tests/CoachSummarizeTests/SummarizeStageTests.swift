import CoachJSONL
import CoachProvider
import TestSupport
import Testing

@testable import coach_summarize

@Suite struct SummarizeStageTests {
  private func stage(all: Bool = false, user: String? = nil) -> SummarizeStage {
    SummarizeStage(
      agent: RulesReviewAgent(), clock: WallClock { 77 }, summarizesOpenSessions: all,
      defaultUserId: user)
  }

  private func start(_ id: String = "sess_1") -> String {
    line(Session(id: id, userId: "u_1", startTime: 10))
  }

  private func end(_ id: String = "sess_1", at time: Int64 = 90) -> String {
    line(Session(id: id, userId: "u_1", startTime: 10, endTime: time))
  }

  private func turn(_ number: Int, session: String = "sess_1", command: Command? = nil) -> String {
    line(
      Interaction(
        id: "int_\(session)_\(number)", userId: "u_1", sessionId: session, userText: "Hello",
        aiResponse: "Hi", timestamp: Int64(10 + number), command: command))
  }

  private func progress(
    _ number: Int, _ score: Double?, focus: String = "focus_grammar", session: String = "sess_1"
  ) -> String {
    line(
      Assessment(
        id: "ass_\(session)_\(number)_\(focus)", userId: "u_1", sessionId: session,
        interactionIds: ["int_\(session)_\(number)"], focusId: focus, kind: .interaction,
        category: .progress, score: score, explanationText: "Because.",
        createdAt: Int64(10 + number)))
  }

  private func line(_ record: some SuiteRecord) -> String {
    String(decoding: record.line(), as: UTF8.self)
  }

  private func summaries(_ run: StageRun) async throws -> [Assessment] {
    try await Collected.records(of: run.lines).filter { $0.kind == .sessionSummary }
  }

  @Test func aSummaryComesJustBeforeTheSessionsEnd() async throws {
    let input = [start(), turn(1), progress(1, 4), turn(2), progress(2, 8), end()]
    let run = try await StageRun(stage(), over: input.joined(separator: "\n"))
    #expect(run.status == .ok)
    #expect(run.lines.count == 7)
    #expect(run.lines.last == end())
    #expect(Array(run.lines.prefix(5)) == Array(input.prefix(5)))
    let summary = try #require(try await summaries(run).first)
    #expect(summary.interactionIds.isEmpty)
    #expect(summary.focusId == nil)
    #expect(summary.score == 6)
    #expect(summary.createdAt == 90)
    #expect(summary.assessedAt == 77)
    #expect(summary.basis == Basis(turns: 2, assessments: 2, latest: 12))
  }

  @Test func sessionsSideBySideAreSummarisedEachFromItsOwn() async throws {
    let input = [
      start("a"), start("b"), turn(1, session: "a"), turn(1, session: "b"),
      progress(1, 2, session: "a"), progress(1, 9, session: "b"), end("b"), end("a"),
    ]
    let run = try await StageRun(stage(), over: input.joined(separator: "\n"))
    let found = try await summaries(run)
    #expect(found.map(\.sessionId) == ["b", "a"])
    #expect(found.map(\.score) == [9, 2])
  }

  @Test func anOpenSessionIsSummarisedOnlyWhenAskedFor() async throws {
    let input = [start(), turn(1), progress(1, 5)].joined(separator: "\n")
    #expect(try await summaries(StageRun(stage(), over: input)).isEmpty)
    let found = try await summaries(StageRun(stage(all: true), over: input))
    #expect(found.map(\.score) == [5])
    #expect(found.first?.createdAt == 11)
  }

  @Test func nothingScoredGivesNoScore() async throws {
    let input = [start(), turn(1), progress(1, nil), end()].joined(separator: "\n")
    let summary = try #require(try await summaries(StageRun(stage(), over: input)).first)
    #expect(summary.score == nil)
    #expect(summary.explanationText.contains("1 turn"))
  }

  @Test func anOlderJudgementDoesNotCount() async throws {
    func judged(_ score: Double, at time: Int64) -> String {
      line(
        Assessment(
          id: "ass_\(time)", userId: "u_1", sessionId: "sess_1", interactionIds: ["int_sess_1_1"],
          focusId: "focus_grammar", kind: .interaction, category: .progress, score: score,
          explanationText: "", createdAt: 11, assessedAt: time,
          judgement: Judgement(id: "jdg_\(time)", records: 1)))
    }
    let input = [start(), turn(1), judged(9, at: 50), judged(3, at: 40), end()]
    let summary = try #require(
      try await summaries(StageRun(stage(), over: input.joined(separator: "\n"))).first)
    #expect(summary.score == 9)
    #expect(summary.basis?.assessments == 1)
  }

  @Test func commandsAreNoTurnsOfPractice() async throws {
    let input = [start(), turn(1), turn(2, command: .feedback), progress(1, 5), end()]
    let summary = try #require(
      try await summaries(StageRun(stage(), over: input.joined(separator: "\n"))).first)
    #expect(summary.explanationText.hasPrefix("1 turn "))
    #expect(summary.basis?.turns == 2)
  }

  @Test func anEndOfWhichNothingIsKnownIsLeftAlone() async throws {
    #expect(try await StageRun(stage(), over: end()).lines == [end()])
    let input = [turn(1), progress(1, 5), end(), end()]
    let run = try await StageRun(stage(), over: input.joined(separator: "\n"))
    #expect(try await summaries(run).map(\.score) == [5])
  }

  @Test func moreThanThereIsRoomForIsNotReviewedAsIfItWereTheWhole() async throws {
    let small = SummarizeStage(
      agent: RulesReviewAgent(), clock: WallClock { 77 }, limit: 8 * 700)
    let sessions = (0..<12).map { "sess_\($0)" }
    let input =
      sessions.flatMap { [start($0), turn(1, session: $0)] } + sessions.map { end($0) }
      // A session that comes after has room again.
      + [start("sess_x"), turn(1, session: "sess_x"), end("sess_x")]
    let run = try await StageRun(small, over: input.joined(separator: "\n"))
    #expect(run.status == .dataError)
    let reviewed = try await summaries(run).map(\.sessionId)
    let rejects: [Reject] = try await Collected.records(of: run.lines)
    #expect(!reviewed.isEmpty && !rejects.isEmpty)
    #expect(rejects.allSatisfy { $0.code == "too_much_open" && $0.retryable })
    #expect(Set(reviewed).union(rejects.compactMap(\.recordId)) == Set(sessions + ["sess_x"]))
    #expect(reviewed.count + rejects.count == sessions.count + 1)
    // Nothing of the input is lost for it.
    #expect(input.allSatisfy(run.lines.contains))
  }

  @Test func whatHadToBeLetGoIsSaidOnceWhereOpenSessionsAreReviewed() async throws {
    let small = SummarizeStage(
      agent: RulesReviewAgent(), clock: WallClock { 77 }, summarizesOpenSessions: true,
      limit: 8 * 700)
    let sessions = (0..<12).map { "sess_\($0)" }
    let input = (1...2).flatMap { number in sessions.map { turn(number, session: $0) } }
    let run = try await StageRun(small, over: input.joined(separator: "\n"))
    let reviewed = try await summaries(run).map(\.sessionId)
    let rejects: [Reject] = try await Collected.records(of: run.lines)
    #expect(Set(reviewed).union(rejects.compactMap(\.recordId)) == Set(sessions))
    #expect(reviewed.count + rejects.count == sessions.count)
  }
}
