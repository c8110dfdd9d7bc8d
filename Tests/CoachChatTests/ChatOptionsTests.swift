import ArgumentParser
import CoachJSONL
import Testing

@testable import coach_chat

@Suite struct ChatOptionsTests {
  private func userId(_ arguments: [String], _ variables: [String: String]) throws -> String? {
    let options = try ChatOptions.parse(arguments)
    return options.userId(in: Environment(variables), login: { "mira" })
  }

  @Test func theUserIsTheOptionElseTheVariableElseTheLogin() throws {
    #expect(try userId(["--user", "u_1"], ["COACH_USER": "u_2"]) == "u_1")
    #expect(try userId([], ["COACH_USER": "u_2"]) == "u_2")
    #expect(try userId([], ["COACH_USER": ""]) == "u_mira")
  }

  @Test(arguments: [
    ["--user", ""], ["--session", "a\nb"], ["--jobs", "0"], ["--idle", "20"],
    ["--focus", "a", "--focus", "b", "--focus", "c", "--focus", "d"],
    ["--user", String(repeating: "x", count: 129)],
  ])
  func refuses(_ arguments: [String]) {
    #expect(throws: (any Error).self) { try ChatOptions.parse(arguments) }
  }

  @Test(arguments: [
    ["COACH_PROVIDER": "nobody"], ["COACH_MODEL": "gpt"], ["COACH_USER": "a\tb"],
  ])
  func whatIsNotThereIsAMatterOfConfiguration(_ variables: [String: String]) throws {
    let environment = Environment(variables.merging(["COACH_LOG": "none"]) { $1 })
    let clock = WallClock { 0 }
    let context = StageContext(
      environment: environment, clock: clock,
      diagnostics: Diagnostics(tool: "coach-chat", environment: environment, clock: clock))
    let options = try ChatOptions.parse([])
    #expect {
      _ = try options.stage(in: context, login: { "mira" }, screen: nil)
    } throws: { ($0 as? StageFailure)?.status == .configuration }
  }
}

@Suite struct ChatScreenTests {
  @Test(arguments: [
    (["one two three"], "one two\nthree"),
    (["one t", "wo", " thr", "ee"], "one two\nthree"),
    (["one two ", " three four"], "one two\nthree four"),
    (["a\n\nb c"], "a\n\nb c"),
    (["incomprehensibilities are"], "incomprehensibilities\nare"),
    (
      ["\u{1F600}\u{1F600} \u{1F600}\u{1F600}\u{1F600}"],
      "\u{1F600}\u{1F600}\n\u{1F600}\u{1F600}\u{1F600}"
    ),
  ])
  func breaksLinesBetweenWords(_ pieces: [String], _ shown: String) {
    var wrap = LineWrap(width: 10, column: 0)
    var text = ""
    for piece in pieces { text += wrap.add(piece) }
    #expect(text + wrap.end() == shown)
  }

  @Test func controlCharactersStayOut() {
    #expect(ChatScreen.harmless("a\u{1B}[2Jb\u{7}c\nd\te\u{9B}1m") == "a[2Jbc\nd\te1m")
  }
}
