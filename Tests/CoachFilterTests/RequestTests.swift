import CoachJSONL
import Testing

@testable import coach_filter

/// Requests for feedback outside a task.
@Suite struct RequestTests {
  private typealias C = Conversation

  private func request(_ id: String = "r", minute: Double) -> String {
    C.turn(id, "[request] How did I do?", minute: minute)
  }

  @Test func isAboutTheTurnsSinceTheLastEvaluation() throws {
    let run = try FilterRun(
      C.turns("a", 3) + [request("r1", minute: 4)] + C.turns("b", 2, from: 5)
        + [request("r2", minute: 8)])
    #expect(run.groups == [["a1", "a2", "a3"], ["b1", "b2"]])
    #expect(run.evaluations.allSatisfy { $0["triggers"] as? [String] == ["user_request"] })
    #expect(run.evaluations.map(TaskTests.turnIds) == [["a1", "a2", "a3"], ["r1", "b1", "b2"]])
    #expect(run.evaluations.allSatisfy { $0["task"] == nil })
  }

  @Test func isAboutSixTurnsAtMost() throws {
    let run = try FilterRun(C.turns("a", 15) + [request(minute: 16)])
    #expect(run.groups == [["a10", "a11", "a12", "a13", "a14", "a15"]])
  }

  @Test func thousandTurnsLater() throws {
    let run = try FilterRun(C.turns("a", 1000) + [request(minute: 1001)])
    #expect(run.groups == [["a995", "a996", "a997", "a998", "a999", "a1000"]])
  }

  @Test func withNothingToScoreThereIsNoEvaluation() throws {
    let run = try FilterRun([request("r1", minute: 1), request("r2", minute: 2)])
    #expect(run.groups == [])
    #expect(try run.kind("r2") == "multi_turn")
  }

  @Test func oneTurnThatIsTaggedAloneIsNotJudgedTwice() throws {
    let run = try FilterRun([C.turn("a1", "[error]"), request(minute: 2)])
    #expect(run.groups == [])
  }

  @Test func oneTurnThatIsNotTaggedIsJudged() throws {
    let run = try FilterRun([C.turn("a1"), request(minute: 2)])
    #expect(run.groups == [["a1"]])
  }

  @Test func turnsThatGotNoEvaluationStayForTheNextRequest() throws {
    let run = try FilterRun(
      [
        C.turn("a1", "[error]", minute: 1), request("r1", minute: 2), C.turn("a2", minute: 3),
        request("r2", minute: 4),
      ])
    #expect(run.groups == [["a1", "a2"]])
  }

  @Test func aTaskBetweenEndsWhatARequestIsAbout() throws {
    let run = try FilterRun(
      C.turns("a", 2) + [C.turn("o", minute: 3, command: .task, task: "pitch")]
        + C.turns("b", 2, from: 4) + [C.turn("d", minute: 6, command: .done)]
        + C.turns("c", 2, from: 7) + [request(minute: 9)])
    #expect(run.groups == [["b1", "b2"], ["c1", "c2"]])
  }

  @Test func aRequestWhoseTurnsAreNotAllReadAgainIsSettled() throws {
    let tagged = try FilterRun(
      C.turns("a", 4) + [request(minute: 5), C.turn("b1", "[error]", minute: 6)],
      policy: FilterPolicy(keepsOpen: true)
    ).lines.filter { !$0.contains(#""type":"evaluation""#) }
    let later = [C.turn("b2", minute: 7), request("r2", minute: 8)]
    for missing in 1...4 {
      let run = try FilterRun(tagged.dropFirst(missing) + later)
      #expect(run.groups == [["b1", "b2"]], "\(missing) turns are missing")
    }
    #expect(
      try FilterRun(tagged + later).groups == [["a1", "a2", "a3", "a4"], ["b1", "b2"]])
  }
}
