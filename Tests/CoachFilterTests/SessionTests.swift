import CoachJSONL
import Testing

@testable import coach_filter

/// What ends of sessions, idle users and the end of the input close, and where that is written.
@Suite struct SessionTests {
  private typealias C = Conversation

  private static let open = C.turn("o", command: .task, task: "pitch")

  @Test func anEvaluationComesBeforeTheEndLine() throws {
    let run = try FilterRun(
      [C.start(), Self.open] + C.turns("a", 2) + [C.end()], policy: FilterPolicy(keepsOpen: true))
    #expect(
      run.outline == [
        "session s1", "interaction o", "interaction a1", "interaction a2", "evaluation a1,a2",
        "session s1 end",
      ])
    #expect(run.evaluations.first?["triggers"] as? [String] == ["session_end"])
  }

  @Test func nothingIsRememberedOfASessionThatEnded() throws {
    let run = try FilterRun(
      C.turns("a", 3) + [C.end(minute: 3), C.turn("r", "[request]", minute: 4)])
    #expect(run.groups == [])
  }

  @Test(arguments: [(20.0, false), (20.001, true)])
  func anIdleUserClosesATask(_ gap: Double, _ closes: Bool) throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 2) + [C.turn("z", session: "s2", minute: 2 + gap)],
      policy: FilterPolicy(keepsOpen: true))
    #expect(run.groups == (closes ? [["a1", "a2"]] : []))
    if closes { #expect(Array(run.outline.suffix(2)) == ["evaluation a1,a2", "interaction z"]) }
  }

  @Test func theSameSessionCanBeIdleToo() throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 2) + [C.turn("z", minute: 30)],
      policy: FilterPolicy(keepsOpen: true))
    #expect(Array(run.outline.suffix(2)) == ["evaluation a1,a2", "interaction z"])
    #expect(try run.task("z") == nil)
  }

  @Test func aSessionThatStartsShowsIdleness() throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 2) + [C.start("s2", minute: 40)],
      policy: FilterPolicy(keepsOpen: true))
    #expect(Array(run.outline.suffix(2)) == ["evaluation a1,a2", "session s2"])
  }

  @Test func othersDoNotShowIdleness() throws {
    let others = [C.turn("z", session: "s2", user: "u2", minute: 90)]
    let run = try FilterRun(
      [Self.open] + C.turns("a", 2) + others, policy: FilterPolicy(keepsOpen: true))
    #expect(run.groups == [])
  }

  @Test func withoutAUserASessionGoesByItsOwnLines() throws {
    let lines = [
      C.turn("o", user: nil, command: .task), C.turn("a1", user: nil, minute: 1),
      C.turn("z", session: "s2", user: nil, minute: 60), C.turn("y", user: nil, minute: 61),
    ]
    let run = try FilterRun(lines, policy: FilterPolicy(keepsOpen: true, defaultUser: "u9"))
    #expect(
      run.outline == [
        "interaction o", "interaction a1", "interaction z", "evaluation a1", "interaction y",
      ])
    #expect(run.evaluations.first?["userId"] as? String == "u9")
  }

  @Test func theEndOfTheInputClosesEverythingUnlessKeptOpen() throws {
    let lines = ["s2", "s1"].flatMap { session in
      [
        C.turn("o_\(session)", session: session, user: session, command: .task),
        C.turn("a_\(session)", session: session, user: session, minute: 1),
      ]
    }
    let run = try FilterRun(lines)
    #expect(run.groups == [["a_s2"], ["a_s1"]])
    #expect(run.evaluations.allSatisfy { $0["triggers"] as? [String] == ["session_end"] })
    #expect(try FilterRun(lines, policy: FilterPolicy(keepsOpen: true)).groups == [])
  }

  @Test func interleavedSessionsHaveBuffersOfTheirOwn() throws {
    let lines = (0...3).flatMap { number in
      ["s1", "s2"].map { session in
        C.turn(
          "\(session)_\(number)", session: session, user: session, minute: Double(number),
          command: number == 0 ? .task : number == 3 ? .done : nil)
      }
    }
    #expect(try FilterRun(lines).groups == [["s1_1", "s1_2"], ["s2_1", "s2_2"]])
  }

  @Test(arguments: [
    ("a session record", [C.start(user: "u7")], nil, "u7"),
    ("COACH_USER", [], "u8", "u8"),
    ("the session before COACH_USER", [C.start(user: "u7")], "u8", "u7"),
  ])
  func theUserIsToldBy(
    _ what: String, _ before: [String], _ defaultUser: String?, _ user: String
  ) throws {
    let lines = [C.turn("o", user: nil, command: .task), C.turn("a1", user: nil, minute: 1)]
    let run = try FilterRun(before + lines, policy: FilterPolicy(defaultUser: defaultUser))
    #expect(run.evaluations.compactMap { $0["userId"] as? String } == [user], "\(what)")
  }

  @Test func aSessionInTheContextTellsTheUser() throws {
    let lines = [C.turn("o", user: nil, command: .task), C.turn("a1", user: nil, minute: 1)]
    let run = try FilterRun(lines, context: [C.start(user: "u7")])
    #expect(run.evaluations.compactMap { $0["userId"] as? String } == ["u7"])
  }

  @Test(arguments: [true, false])
  func anEvaluationOfAnUnknownUserIsRejected(_ closes: Bool) throws {
    let lines =
      [C.turn("o", user: nil, command: .task), C.turn("a1", user: nil, minute: 1)]
      + (closes ? [C.turn("d", user: nil, minute: 2, command: .done)] : [])
    let run = try FilterRun(lines)
    #expect(run.records.count == lines.count + 1)
    let reject = try #require(run.records.last)
    #expect(reject["code"] as? String == "user_unknown")
    #expect(reject["recordId"] as? String == (closes ? "d" : "a1"))
    #expect(run.status == .dataError)
  }
}
