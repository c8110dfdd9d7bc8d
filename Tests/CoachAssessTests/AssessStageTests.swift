import CoachJSONL
import CoachProvider
import TestSupport
import Testing

@testable import coach_assess

@Suite struct AssessStageTests {
  private let faulty = "Yesterday I go to the office and he don't like our new price at all."

  private func stage(
    agent: any AssessmentAgent = RulesAssessmentAgent(), narrowedTo: [String] = [],
    all: Bool = false, user: String? = nil
  ) -> AssessStage {
    AssessStage(
      agent: agent, clock: WallClock { 99 }, narrowedTo: narrowedTo, assessesUntagged: all,
      defaultUserId: user)
  }

  private func interaction(
    _ text: String, id: String = "int_1", user: String? = "u_1", scope: Scope.Kind? = .interaction,
    focuses: [String] = []
  ) -> String {
    line(
      Interaction(
        id: id, userId: user, sessionId: "sess_1", userText: text, aiResponse: "I see.",
        timestamp: 5,
        scope: scope.map { Scope(kind: $0, focusIds: focuses, reason: "test") }))
  }

  private func line(_ record: some SuiteRecord) -> String {
    String(decoding: record.line(), as: UTF8.self)
  }

  /// The assessments among the lines of a run, decoded from them.
  private func assessments(of run: StageRun) async throws -> [Assessment] {
    try await Collected.records(of: run.lines)
  }

  @Test func aJudgementIsOneProgressRecordAFocusAndTheErrors() async throws {
    let run = try await StageRun(
      stage(), over: interaction(faulty, focuses: ["focus_grammar", "focus_clarity"]))
    #expect(run.status == .ok)
    let found = try await assessments(of: run)
    let progress = found.filter { $0.category == .progress }
    let errors = found.filter { $0.category == .error }
    #expect(progress.map(\.focusId) == ["focus_grammar", "focus_clarity"])
    #expect(errors.map(\.focusId) == ["focus_grammar"])
    #expect(Set(found.map(\.judgement?.id)).count == 1)
    #expect(found.allSatisfy { $0.judgement?.records == found.count && $0.assessedAt == 99 })
    #expect(found.allSatisfy { $0.createdAt == 5 && $0.kind == .interaction })
  }

  @Test func spansCoverWhatTheErrorIsAboutInScalars() async throws {
    let text = "👩🏽‍💻 Café: he don't agree with the plan of our team."
    let run = try await StageRun(stage(), over: interaction(text))
    let errors = try await assessments(of: run).flatMap { $0.errors ?? [] }
    let span = try #require(errors.first { $0.message.contains("don't") }?.span)
    let scalars = Array(text.unicodeScalars)[span.start..<span.end]
    #expect(String(String.UnicodeScalarView(scalars)).contains("don't"))
  }

  @Test func untaggedTurnsAreLeftUnlessAskedFor() async throws {
    let untagged = interaction(faulty, scope: nil)
    #expect(try await StageRun(stage(), over: untagged).lines.count == 1)
    #expect(try await StageRun(stage(all: true), over: untagged).lines.count > 1)
    for scope in [Scope.Kind.none, .multiTurn] {
      let tagged = interaction(faulty, scope: scope)
      #expect(try await StageRun(stage(all: true), over: tagged).lines.count == 1)
    }
  }

  @Test func focusesAreTheFirstChoiceThatIsNotEmpty() async throws {
    let choice = line(
      UserFocus(userId: "u_1", focusId: "focus_tone", order: 1, active: true))
    func scored(_ stage: AssessStage, _ lines: [String]) async throws -> [String?] {
      try await assessments(of: StageRun(stage, over: lines.joined(separator: "\n")))
        .filter { $0.category == .progress }.map(\.focusId)
    }
    let turn = interaction(faulty, focuses: ["focus_clarity"])
    #expect(try await scored(stage(), [turn]) == ["focus_clarity"])
    #expect(try await scored(stage(), [choice, turn]) == ["focus_tone"])
    #expect(
      try await scored(stage(narrowedTo: ["focus_fluency"]), [choice, turn]) == ["focus_fluency"])
    #expect(try await scored(stage(), [interaction(faulty)]).count == 8)
  }

  @Test func narrowingLeavesOtherErrorsOut() async throws {
    let run = try await StageRun(stage(narrowedTo: ["focus_tone"]), over: interaction(faulty))
    let found = try await assessments(of: run)
    #expect(found.map(\.focusId) == ["focus_tone"])
    #expect(found.first?.judgement?.focusIds == ["focus_tone"])
  }

  @Test func aFocusGivenTwiceIsJudgedOnce() async throws {
    let run = try await StageRun(
      stage(narrowedTo: ["focus_tone", "focus_tone"]), over: interaction(faulty))
    let found = try await assessments(of: run)
    #expect(found.map(\.judgement?.records) == [1])
  }

  @Test func ofATurnThatIsNotAssessedNothingElseNeedDecode() async throws {
    let odd = #"{"type":"interaction","id":7,"ttftMs":-1,"scope":{"kind":"none","reason":""}}"#
    let run = try await StageRun(stage(all: true), over: odd)
    #expect(run.status == .ok)
    #expect(run.lines == [odd])
  }

  @Test func aTextTooShortToJudgeHasNoScore() async throws {
    let run = try await StageRun(stage(), over: interaction("Yes.", focuses: ["focus_grammar"]))
    let found = try await assessments(of: run)
    #expect(found.count == 1)
    #expect(found.first?.score == nil)
    #expect(found.first?.tags == ["too_short"])
  }

  @Test(arguments: ["My boss hits me and I has nobody to tell it.", "I want to kill myself today."])
  func anEmergencyIsNeitherPraisedNorCorrected(_ text: String) async throws {
    let run = try await StageRun(
      stage(), over: interaction(text, focuses: ["focus_grammar", "focus_clarity"]))
    let found = try await assessments(of: run)
    #expect(found.map(\.focusId) == ["focus_grammar", "focus_clarity"])
    for record in found {
      #expect(record.category == .progress)
      #expect(record.score == nil)
      #expect(record.tags == ["not_judged"])
    }
  }

  @Test func anEmergencyAmongOtherTurnsLeavesTheseToBeJudged() async throws {
    let turns = [
      Turn(
        id: "int_1", userText: "My boss hits me and I has nobody.", aiResponse: "", timestamp: 1),
      Turn(id: "int_2", userText: faulty, aiResponse: "", timestamp: 2),
    ]
    let evaluation = Evaluation(
      id: "grp_1", userId: "u_1", sessionId: "sess_1", interactionIds: turns.map(\.id),
      turns: turns, triggers: [.sessionEnd], createdAt: 2)
    let found = try await assessments(of: StageRun(stage(), over: line(evaluation)))
    let errors = found.flatMap { $0.errors ?? [] }
    #expect(!errors.isEmpty)
    #expect(errors.allSatisfy { $0.interactionId == "int_2" })
    #expect(found.contains { $0.focusId == "focus_grammar" && $0.score != nil })
  }

  @Test func theSameTurnIsWorkedOnOnceWhileItsSessionIsOpen() async throws {
    let turn = interaction(faulty, focuses: ["focus_tone"])
    let once = try await StageRun(stage(), over: turn)
    let twice = try await StageRun(stage(), over: turn + "\n" + turn)
    #expect(twice.lines.count == once.lines.count + 1)
    let end = line(Session(id: "sess_1", userId: "u_1", startTime: 1, endTime: 5))
    let again = try await StageRun(stage(), over: [turn, end, turn].joined(separator: "\n"))
    #expect(again.lines.count == 2 * once.lines.count + 1)
  }

  @Test func aTurnWithoutUserTakesItsSessionsThenTheDefault() async throws {
    let turn = interaction(faulty, user: nil)
    let session = line(Session(id: "sess_1", userId: "u_7", startTime: 1))
    let ofSession = try await StageRun(stage(), over: session + "\n" + turn)
    #expect(Set(try await assessments(of: ofSession).map(\.userId)) == ["u_7"])
    let ofDefault = try await StageRun(stage(user: "u_8"), over: turn)
    #expect(Set(try await assessments(of: ofDefault).map(\.userId)) == ["u_8"])
  }

  @Test func aTurnOfNobodyIsPassedOnWithAReject() async throws {
    let turn = interaction(faulty, user: nil)
    let run = try await StageRun(stage(), over: turn)
    #expect(run.status == .dataError)
    #expect(run.lines.first == turn)
    #expect(run.lines.count == 2)
    #expect(run.lines.last?.contains(#""code":"user_unknown""#) == true)
  }

  @Test func anEvaluationOfSeveralTurnsSharesItsGroup() async throws {
    let turns = (1...3).map {
      Turn(id: "int_\($0)", userText: faulty, aiResponse: "Go on.", timestamp: Int64($0))
    }
    let evaluation = Evaluation(
      id: "grp_1", userId: "u_1", sessionId: "sess_1", interactionIds: ["int_2", "int_3"],
      turns: turns, focusIds: ["focus_grammar"], triggers: [.taskComplete], createdAt: 3)
    let found = try await assessments(of: StageRun(stage(), over: line(evaluation)))
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.kind == .multiTurn && $0.groupId == "grp_1" })
    #expect(found.allSatisfy { $0.interactionIds == ["int_2", "int_3"] && $0.createdAt == 3 })
    let errors = found.flatMap { $0.errors ?? [] }
    #expect(Set(errors.map(\.interactionId)) == ["int_2", "int_3"])
  }

  @Test func anEvaluationOfOneTurnIsOfKindInteraction() async throws {
    let turn = Turn(id: "int_1", userText: faulty, aiResponse: "Go on.", timestamp: 1)
    let evaluation = Evaluation(
      id: "grp_1", userId: "u_1", sessionId: "sess_1", interactionIds: ["int_1"], turns: [turn],
      triggers: [.sessionEnd], createdAt: 1)
    let found = try await assessments(of: StageRun(stage(), over: line(evaluation)))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.kind == .interaction && $0.groupId == "grp_1" })
  }

  @Test func aJudgeThatFailsLeavesARejectAndNoScore() async throws {
    struct FailingAgent: AssessmentAgent {
      let provider = "p"
      let modelId = "m"
      let rubricVersion = "r"
      let catalog: [Focus] = []
      func judge(_ request: AssessmentRequest) async -> AgentAnswer<AssessmentVerdict> {
        AgentAnswer(
          .failure(RecordError(.providerFailed, "nobody answered", isRetryable: true)),
          provider: provider, modelId: modelId, rubricVersion: rubricVersion)
      }
    }
    let turn = interaction(faulty)
    let run = try await StageRun(stage(agent: FailingAgent()), over: turn)
    #expect(run.status == .providerUnavailable)
    #expect(run.lines.count == 2)
    #expect(run.lines.first == turn)
    #expect(run.lines.last?.contains(#""retryable":true"#) == true)
    #expect(run.lines.last?.contains(#""recordId":"int_1""#) == true)
  }

  @Test func aSecondRunDiffersInNothingButTheTime() async throws {
    let turn = interaction(faulty)
    let first = try await StageRun(stage(), over: turn)
    let second = try await StageRun(stage(), over: turn)
    #expect(first.lines == second.lines)
  }

  @Test func whatIsJudgedBeforeItComesIsNotJudgedAgain() async throws {
    let turn = interaction(faulty, focuses: ["focus_grammar"])
    let judgement = try await assessments(of: StageRun(stage(), over: turn)).map(line)
    #expect(judgement.count > 1)
    let whole = judgement + [turn]
    #expect(try await StageRun(stage(), over: whole.joined(separator: "\n")).lines == whole)
    // As long as a record is missing, the turn is not judged.
    let half = Array(whole.dropFirst())
    let run = try await StageRun(stage(), over: half.joined(separator: "\n"))
    #expect(run.lines.count == half.count + judgement.count)
  }

  @Test func anEvaluationThatIsJudgedBeforeItComesIsNotJudgedAgain() async throws {
    let group = line(
      Evaluation(
        id: "grp_1", userId: "u_1", sessionId: "sess_1", interactionIds: ["int_1", "int_2"],
        turns: ["int_1", "int_2"].map {
          Turn(id: $0, userText: faulty, aiResponse: "I see.", timestamp: 5)
        }, triggers: [.taskComplete], createdAt: 5))
    let judgement = try await assessments(of: StageRun(stage(), over: group)).map(line)
    let whole = judgement + [group]
    #expect(try await StageRun(stage(), over: whole.joined(separator: "\n")).lines == whole)
  }

  @Test func whatWasRejectedBeforeItComesIsNotTriedAgain() async throws {
    let turn = interaction(faulty)
    func reject(by stage: String) -> String {
      #"{"type":"reject","id":"rej_1","stage":"\#(stage)","code":"provider_failed","#
        + #""message":"no","recordId":"int_1","retryable":true,"attempts":1,"createdAt":9}"#
    }
    for (stage, isTried) in [("coach-assess", false), ("coach-filter", true)] {
      let lines = [reject(by: stage), turn]
      let run = try await StageRun(self.stage(), over: lines.joined(separator: "\n"))
      #expect((run.lines.count > 2) == isTried)
    }
  }
}
