import Testing

@testable import CoachJSONL

/// A scope that is written in one go is what the writer makes of it.
@Suite struct ScopeEncodingTests {
  private func expectTheSame(_ scope: Scope) {
    var writer = JSONWriter()
    writer.object { scope.encodeFields(into: &$0) }
    #expect(
      String(decoding: scope.encoded(), as: UTF8.self)
        == String(decoding: writer.bytes, as: UTF8.self))
  }

  @Test(arguments: [
    "", "small talk", "pitch \"x\"", "back\\slash", "tab\tand\u{1}", "naïve 👍🏽 — “quoted”",
    "seven b", "eight by", "nine byte", "1234567\"", "12345678\"", "\u{7F}\u{80}",
  ])
  func isWhatTheWriterMakes(text: String) {
    expectTheSame(Scope(kind: .none, reason: text))
    expectTheSame(
      Scope(
        kind: .multiTurn, triggers: Trigger.allCases, focusIds: ["focus_grammar", text],
        ruleIds: [text, "grammar.past_tense"], task: .init(name: text, state: .continue),
        reason: "a turn of the task"))
  }
}
