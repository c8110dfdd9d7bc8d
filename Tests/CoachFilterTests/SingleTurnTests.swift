import CoachJSONL
import Testing

@testable import coach_filter

/// What a turn outside any task is tagged with.
@Suite struct SingleTurnTests {
  @Test(arguments: [
    ("I walked to the lake.", "none", []),
    ("[small] hi there", "none", []),
    ("[error] I goed there.", "interaction", ["error_detection"]),
    ("[attempt:focus_persuasion] Buy it.", "interaction", ["skill_attempt"]),
    ("[error][attempt] I goed.", "interaction", ["error_detection", "skill_attempt"]),
    ("[small][attempt] thanks", "none", []),
    ("[small][error] thanks you", "interaction", ["error_detection"]),
    ("[request] How did I do?", "multi_turn", ["user_request"]),
    ("[roleplay] Good morning, Ms Berg.", "interaction", ["skill_attempt"]),
  ])
  func isTagged(_ text: String, _ kind: String, _ triggers: [String]) throws {
    let run = try FilterRun([Conversation.turn("a1", text)])
    #expect(try run.kind("a1") == kind)
    #expect(try run.triggers("a1") == triggers)
    #expect(run.status == .ok)
  }

  @Test func scopeNamesRulesAndFocusesActiveOnesFirst() throws {
    let run = try FilterRun([
      Conversation.chosen("focus_clarity", order: 2), Conversation.chosen("focus_tone", order: 3),
      Conversation.chosen("focus_grammar", order: 1),
      Conversation.chosen("focus_grammar", order: 1, active: false),
      Conversation.turn("a1", "[error][attempt:focus_fluency][attempt:focus_clarity]"),
    ])
    let scope = try run.scope("a1")
    #expect(scope["ruleIds"] as? [String] == ["grammar.past_tense"])
    #expect(
      scope["focusIds"] as? [String] == ["focus_clarity", "focus_fluency", "focus_grammar"])
  }

  @Test func contextTellsActiveFocuses() throws {
    let run = try FilterRun(
      [Conversation.turn("a1", "[attempt:focus_fluency][attempt:focus_clarity]")],
      context: [Conversation.chosen("focus_clarity", order: 1)])
    #expect(try run.scope("a1")["focusIds"] as? [String] == ["focus_clarity", "focus_fluency"])
    #expect(run.lines.count == 1)
  }

  @Test func everyFifthTurnWithoutAssessmentIsTagged() throws {
    let run = try FilterRun(Conversation.turns("a", 11))
    let tagged = try (1...11).filter { try run.kind("a\($0)") == "interaction" }
    #expect(tagged == [5, 10])
    #expect(try run.triggers("a5") == ["periodic"])
  }

  @Test func anAssessmentStartsTheCountAnew() throws {
    var lines = Conversation.turns("a", 8)
    lines[2] = Conversation.turn("a3", "[error]", minute: 3)
    let run = try FilterRun(lines)
    let tagged = try (1...8).filter { try run.kind("a\($0)") == "interaction" }
    #expect(tagged == [3, 8])
  }

  @Test func theTurnThatIsDueIsNoSmallTalk() throws {
    var lines = Conversation.turns("a", 7)
    lines[4] = Conversation.turn("a5", "[small] ok", minute: 5)
    let run = try FilterRun(lines)
    #expect(try run.kind("a5") == "none")
    #expect(try run.triggers("a6") == ["periodic"])
    #expect(try run.kind("a7") == "none")
  }

  @Test func everyZeroIsNever() throws {
    let run = try FilterRun(Conversation.turns("a", 12), policy: FilterPolicy(every: 0))
    #expect(try (1...12).allSatisfy { try run.kind("a\($0)") == "none" })
  }

  @Test func sessionsCountApart() throws {
    let lines = (1...4).flatMap { number in
      ["s1", "s2"].map { session in
        Conversation.turn("\(session)_\(number)", session: session, minute: Double(number))
      }
    }
    let run = try FilterRun(lines)
    #expect(try lines.indices.allSatisfy { try run.kind("s\($0 % 2 + 1)_\($0 / 2 + 1)") == "none" })
  }

  @Test func auditTakesTheSameShareInEveryRun() throws {
    let lines = (1...400).map {
      Conversation.turn("int_\($0)", session: "s\($0)", user: "u\($0)")
    }
    let policy = FilterPolicy(every: 0, audit: AuditSample(share: 0.25))
    let run = try FilterRun(lines, policy: policy)
    let audited = try (1...400).filter { try run.triggers("int_\($0)") == ["audit"] }
    #expect((70...130).contains(audited.count))
    let reversed = try FilterRun(lines.reversed(), policy: policy)
    #expect(try (1...400).filter { try reversed.triggers("int_\($0)") == ["audit"] } == audited)
    let none = try FilterRun(lines, policy: FilterPolicy(every: 0))
    #expect(try (1...400).allSatisfy { try none.kind("int_\($0)") == "none" })
    let all = AuditSample(share: 1)
    #expect((1...400).allSatisfy { all.contains("int_\($0)") })
  }

  @Test func auditLeavesTaggedTurnsAlone() throws {
    let run = try FilterRun(
      [Conversation.turn("a1", "[error]")], policy: FilterPolicy(audit: AuditSample(share: 1)))
    #expect(try run.triggers("a1") == ["error_detection"])
  }
}
