import CoachJSONL
import Testing

@testable import coach_filter

/// How tasks open, go on, and close.
@Suite struct TaskTests {
  private typealias C = Conversation

  private static let open = C.turn("o", "/task pitch", command: .task, task: "pitch")
  private static let done = C.turn("d", "/done", minute: 9, command: .done)

  @Test func aCommandOpensAndAnotherCloses() throws {
    let run = try FilterRun([Self.open] + C.turns("a", 2) + [Self.done])
    #expect(
      run.outline == [
        "interaction o", "interaction a1", "interaction a2", "interaction d", "evaluation a1,a2",
      ])
    #expect(try ["o", "a1", "a2", "d"].allSatisfy { try run.kind($0) == "multi_turn" })
    #expect(
      try ["o", "a1", "a2", "d"].map { try run.task($0) }
        == ["pitch start", "pitch continue", "pitch continue", "pitch end"])
    let evaluation = try #require(run.evaluations.first)
    #expect(evaluation["triggers"] as? [String] == ["task_complete"])
    #expect(evaluation["task"] as? String == "pitch")
    #expect(evaluation["userId"] as? String == "u1")
    #expect(evaluation["createdAt"] as? Int64 == C.time(2))
    #expect(evaluation["id"] as? String == DerivedID.group.from("s1", "a1"))
    #expect(Self.turnIds(evaluation) == ["o", "a1", "a2"])
  }

  @Test(arguments: [
    ("user's cue", C.turn("o", "[opens:interview]"), "interview start"),
    ("coach's cue", C.turn("o", "Hello.", reply: "[opens:story]"), "story start"),
    ("user before coach", C.turn("o", "[opens:pitch]", reply: "[opens:story]"), "pitch start"),
    ("command without name", C.turn("o", "/task", command: .task), "task start"),
  ])
  func opensBy(_ what: String, _ opening: String, _ task: String) throws {
    let run = try FilterRun([opening] + C.turns("a", 2))
    #expect(try run.task("o") == task, "\(what)")
    #expect(try run.kind("o") == "multi_turn")
    #expect(run.groups == [["a1", "a2"]])
    #expect(run.evaluations.first?["triggers"] as? [String] == ["session_end"])
  }

  @Test(arguments: [
    ("coach's feedback", C.turn("d", reply: "[closes]", minute: 9), ["a1", "a2", "d"]),
    ("user's words", C.turn("d", "[closes]", minute: 9), ["a1", "a2"]),
    ("user's closing turn", C.turn("d", "[closes][attempt]", minute: 9), ["a1", "a2", "d"]),
    ("request", C.turn("d", "[request]", minute: 9), ["a1", "a2"]),
    ("command", C.turn("d", "/feedback", minute: 9, command: .feedback), ["a1", "a2"]),
  ])
  func closesBy(_ what: String, _ closing: String, _ scored: [String]) throws {
    let after = C.turn("z", minute: 10)
    let run = try FilterRun([Self.open] + C.turns("a", 2) + [closing, after])
    #expect(run.groups == [scored], "\(what)")
    #expect(try run.task("d") == "pitch end")
    #expect(try run.task("z") == nil)
    #expect(
      Array(run.outline.suffix(2)) == [
        "evaluation " + scored.joined(separator: ","), "interaction z",
      ])
  }

  @Test func aRequestCompletesWithItsOwnTrigger() throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 2) + [C.turn("r", "[request]", minute: 9)])
    #expect(run.evaluations.first?["triggers"] as? [String] == ["user_request"])
    #expect(try run.triggers("r") == ["user_request"])
  }

  @Test func aLongTaskGoesOnInANewBuffer() throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 8) + [C.turn("d", "/done", minute: 12, command: .done)])
    #expect(run.groups == [["a1", "a2", "a3", "a4", "a5", "a6"], ["a7", "a8"]])
    #expect(run.outline[7] == "evaluation a1,a2,a3,a4,a5,a6")
    #expect(try run.triggers("a6") == ["task_complete"])
    #expect(try run.task("a7") == "pitch continue")
    let turns = run.evaluations.map(Self.turnIds)
    #expect(turns == [["o", "a1", "a2", "a3", "a4", "a5", "a6"], ["a6", "a7", "a8"]])
  }

  @Test func aTaskThatEndsWithItsBufferHasNothingLeftToScore() throws {
    let run = try FilterRun([Self.open] + C.turns("a", 6) + [Self.done])
    #expect(run.groups == [["a1", "a2", "a3", "a4", "a5", "a6"]])
  }

  @Test func aRoleplayThatJustBeginsIsBufferedToo() throws {
    let run = try FilterRun(
      [C.turn("a1", "[roleplay] Good morning.")] + C.turns("b", 2) + [Self.done])
    #expect(try run.kind("a1") == "interaction")
    #expect(try run.task("a1") == "roleplay start")
    #expect(run.groups == [["a1", "b1", "b2"]])
  }

  @Test func oneTurnThatIsTaggedAloneIsNoGroup() throws {
    let run = try FilterRun([C.turn("a1", "[roleplay] Good morning."), Self.done])
    #expect(run.groups == [])
  }

  @Test func oneTurnToScoreIsAGroupWithContext() throws {
    let run = try FilterRun(
      [
        C.turn("x", minute: -2), C.turn("y", minute: -1), Self.open, C.turn("a1", minute: 1),
        Self.done,
      ])
    #expect(run.groups == [["a1"]])
    #expect(run.evaluations.map(Self.turnIds) == [["y", "o", "a1"]])
  }

  @Test func anEmptyTaskIsNoGroup() throws {
    let run = try FilterRun([Self.open, Self.done])
    #expect(run.groups == [])
    #expect(run.outline == ["interaction o", "interaction d"])
  }

  @Test func anotherTaskClosesTheOpenOne() throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 2) + [C.turn("p", "[opens:story]", minute: 4)]
        + C.turns("b", 2, from: 5))
    #expect(run.groups == [["a1", "a2"], ["b1", "b2"]])
    #expect(run.evaluations.compactMap { $0["task"] as? String } == ["pitch", "story"])
    #expect(try run.triggers("p") == ["task_complete"])
  }

  @Test func theSameTaskIsNotOpenedTwice() throws {
    let run = try FilterRun(
      [
        Self.open, C.turn("a1", "[opens:pitch]", reply: "[opens:interview]"), C.turn("a2"),
        Self.done,
      ])
    #expect(run.groups == [["a1", "a2"]])
  }

  @Test func commandsWithoutATaskAreContext() throws {
    let run = try FilterRun([Self.done, C.turn("q", "/quit", minute: 10, command: .quit)])
    #expect(try ["d", "q"].allSatisfy { try run.kind($0) == "multi_turn" })
    #expect(run.groups == [])
  }

  @Test func errorsInsideATaskAreNotedOnTheTurn() throws {
    let run = try FilterRun(
      [Self.open, C.turn("a1", "[error][attempt:focus_tone]"), C.turn("a2", "[error]"), Self.done])
    #expect(try run.triggers("a1") == ["error_detection", "skill_attempt"])
    #expect(
      run.evaluations.first?["focusIds"] as? [String] == ["focus_tone", "focus_grammar"])
  }

  @Test(arguments: [
    ("[leaves][small] By the way, nice weather.", "none", ["task_complete"]),
    (
      "[leaves][error] By the way, I goed home.", "interaction",
      ["error_detection", "task_complete"]
    ),
    (
      "[leaves][attempt] Let me tell you of my day.", "interaction",
      ["skill_attempt", "task_complete"]
    ),
  ])
  func aNewSubjectEndsTheTaskBeforeIt(
    _ text: String, _ kind: String, _ triggers: [String]
  ) throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 2) + [C.turn("x", text, minute: 4), C.turn("y", minute: 5)])
    #expect(try run.kind("x") == kind)
    #expect(try run.triggers("x") == triggers)
    #expect(try run.task("x") == "pitch end")
    #expect(try run.task("y") == nil)
    #expect(run.groups == [["a1", "a2"]])
    #expect(run.evaluations.first?["triggers"] as? [String] == ["task_complete"])
    #expect(run.outline[4] == "evaluation a1,a2")
  }

  @Test func theTurnOfTheNewSubjectIsTheFirstOfTheNextRequest() throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 2) + [
        C.turn("x", "[leaves] By the way, I walked home.", minute: 4), C.turn("y", minute: 5),
        C.turn("r", "[request]", minute: 6),
      ])
    #expect(run.groups == [["a1", "a2"], ["x", "y"]])
  }

  @Test func outsideATaskANewSubjectIsATurnLikeAnyOther() throws {
    let run = try FilterRun([C.turn("x", "[leaves] By the way, I walked home.")])
    #expect(try run.kind("x") == "none")
    #expect(try run.task("x") == nil)
  }

  @Test func aQuestionAboutWordsIsContextAndTheTaskGoesOn() throws {
    let run = try FilterRun(
      [
        Self.open, C.turn("a1", minute: 1), C.turn("q", "[word] What does it mean?", minute: 2),
        C.turn("a2", minute: 3), Self.done,
      ])
    #expect(try run.task("q") == "pitch continue")
    #expect(run.groups == [["a1", "a2"]])
    #expect(run.evaluations.map(Self.turnIds) == [["o", "a1", "a2"]])
  }

  @Test func aQuestionAboutWordsBetweenBuffersBeginsNone() throws {
    let run = try FilterRun(
      [Self.open] + C.turns("a", 6) + [C.turn("q", "[word] What does it mean?", minute: 7)]
        + C.turns("b", 2, from: 8) + [C.turn("d", "/done", minute: 12, command: .done)])
    #expect(run.groups == [["a1", "a2", "a3", "a4", "a5", "a6"], ["b1", "b2"]])
  }

  static func turnIds(_ evaluation: [String: Any]) -> [String] {
    (evaluation["turns"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }
}
