import CoachJSONL
import CoachLanguage
import Testing

@testable import coach_filter

/// How sure the tagger has to be, and where it says that it is not.
@Suite struct DecisionTests {
  private func decision(
    _ text: String, threshold: Double = ScopeTagger.defaultThreshold, every: Int = 0,
    reader: some TurnReader = ScriptedReader()
  ) throws -> ScopeTagger.Decision {
    var reader = reader
    let tagger = ScopeTagger(
      every: every, audit: AuditSample(share: 0), threshold: threshold)
    let line = Conversation.turn("a1", text, reply: "").utf8
    let turn = try RecordParser(name: "test").read(line) { try FilterTurn($0) }
    return tagger.decision(
      of: turn, reader.read(userText: text, aiResponse: ""), in: ScopeTagger.Situation())
  }

  @Test(arguments: [
    ("[attempt][strength:0.5]", Scope.Kind.interaction, false),
    ("[attempt][strength:0.49]", .none, true),
    ("[attempt][strength:0.25]", .none, true),
    ("[attempt][strength:0.24]", .none, false),
    ("[small][attempt][strength:0.4]", .none, false),
    ("[error][attempt][strength:0.4]", .interaction, false),
    ("I walked to the lake.", .none, false),
  ])
  func isUndecidedBelowTheThreshold(
    _ text: String, _ kind: Scope.Kind, _ isUndecided: Bool
  ) throws {
    let decision = try decision(text)
    #expect(decision.scope.kind == kind)
    #expect(decision.isUndecided == isUndecided)
  }

  @Test func theThresholdMovesBoth() throws {
    let text = "[attempt][strength:0.4]"
    #expect(try decision(text, threshold: 0.4).scope.kind == .interaction)
    #expect(try !decision(text, threshold: 0.9).isUndecided)
    #expect(try decision(text, threshold: 0.8).isUndecided)
    let nothing = try decision("I see.", threshold: 0)
    #expect(nothing.scope.kind == .none && !nothing.isUndecided)
  }

  @Test func whatIsDueIsDecided() throws {
    let decision = try decision("[attempt][strength:0.4]", every: 1)
    #expect(decision.scope.triggers == [.periodic])
    #expect(!decision.isUndecided)
  }

  @Test(arguments: [
    ("My desk stands by the window of the second floor.", true),
    ("thanks, see you tomorrow!", false), ("What does “hedge” mean?", false), ("ok", false),
  ])
  func realRulesSayWhereTheyAreUnsure(_ text: String, _ isUndecided: Bool) throws {
    let decision = try decision(text, reader: RuleReader(minSeverity: .medium))
    #expect(decision.scope.kind == .none)
    #expect(decision.isUndecided == isUndecided)
  }

  @Test func strengthGrowsWithLengthAndCues() {
    func strength(_ text: String) -> Double { TurnCues(userText: text).attemptStrength }
    let plain = strength("The blue box stands on the shelf")
    let long = strength("The blue box stands on the shelf behind the door of the small room")
    let cued = strength("I suggest the blue box on the shelf because of its price")
    #expect(0 < plain && plain < long && long < cued && cued < 1)
    #expect(strength("ok") == 0)
  }
}
