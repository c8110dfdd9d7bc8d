import Foundation
import TestSupport
import Testing

@testable import coach_chat

extension TerminalTests {
  @Test func feedbackUnderlinesErrorsAndEndsWithAReview() async throws {
    let terminal = try Terminal(
      "coach-chat --feedback > out.jsonl", columns: 70, variables: "NO_COLOR=1")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("Yesterday I go to the market with my friend.")
    try await terminal.waitForScreen { $0.contains("→ went") && $0.contains("\nyou>\n") }
    let lines = terminal.screen.split(separator: "\n").map(String.init)
    let sentence = try #require(
      lines.firstIndex { $0.hasPrefix("  Yesterday I go to the market") })
    #expect(lines[sentence + 1] == "              ~~")
    terminal.key("C-d")
    try await terminal.waitForFile("status") { $0 == "0\n" }
    let end = terminal.screen
    #expect(end.contains("1 turn in this session"))
    #expect(end.contains("focus_grammar") && end.contains("the first"))
    #expect(end.contains("This session: 1 turn.") && !end.contains("coach-chat --feedback"))
    let records = try terminal.file("out.jsonl")
    for type in ["session", "interaction", "assessment", "level"] {
      #expect(records.contains(#"{"type":"\#(type)""#))
    }
    #expect(records.contains(#""scope":"#) && records.contains(#""kind":"session_summary""#))
  }

  @Test func aChatGoesOnWithoutTheStagesBehindIt() async throws {
    let terminal = try Terminal("coach-chat --feedback > out.jsonl 2> errors")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("Yesterday I go to the market.")
    try await terminal.waitForScreen { $0.contains("→ went") }
    terminal.killChild(named: "coach-level")
    terminal.type("It was fun.")
    try await terminal.waitForScreen { $0.contains("it goes on without feedback") }
    terminal.type("It was a nice day.")
    try await terminal.waitForFile("out.jsonl") { $0.contains("It was a nice day.") }
    terminal.key("C-d")
    try await terminal.waitForFile("status") { $0 == "75\n" }
    #expect(!terminal.screen.contains("before its time"))
    let records = try terminal.file("out.jsonl").split(separator: "\n")
    for text in ["Yesterday I go", "It was fun.", "It was a nice day."] {
      #expect(records.count { $0.contains(#""userText":"\#(text)"#) } == 1)
    }
    #expect(records.last?.contains("endTime") == true)
    #expect(
      terminal.screen.components(separatedBy: "without feedback").count == 2)
  }

  @Test func whatTheStagesSayIsShownHoweverItIsLogged() async throws {
    let terminal = try Terminal(
      "echo nonsense > context; coach-chat --feedback --context context > out.jsonl",
      variables: "COACH_LOG=json")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.key("C-d")
    try await terminal.waitForFile("status") { $0 == "65\n" }
    for tool in ["coach-filter", "coach-assess", "coach-summarize", "coach-level"] {
      #expect(terminal.screen.contains("  \(tool): context:1: "))
    }
  }
}
