import Foundation
import TestSupport
import Testing

/// The line of progress at a real terminal.
@Suite(.enabled(if: Terminal.isThere, "tmux is not installed"), .serialized)
struct ProgressTerminalTests {
  /// Judging takes half a second a turn, by a command that is a model and has nothing to say.
  private static let model = """
    printf '#!/bin/sh\\ncat >/dev/null; sleep 0.5; echo no\\n' > model; chmod +x model
    """

  private static let turns = """
    for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28; do \
    printf '{"type":"interaction","id":"int_%s","userId":"u","sessionId":"s","userText":"I go.",\
    "aiResponse":"Yes.","timestamp":%s}\\n' $n $n; done > turns
    """

  private static func assess(_ rest: String) -> String {
    "coach-assess --all --retries 0 --provider exec:./model turns \(rest)"
  }

  private func terminal(_ command: String, variables: String = "") throws -> Terminal {
    try Terminal("\(Self.model); \(Self.turns); \(command)", variables: variables)
  }

  @Test func itIsShownAndTakenAway() async throws {
    let terminal = try terminal(Self.assess("> out"))
    defer { terminal.close() }
    try await terminal.waitForFile("transcript") { shown in
      shown.split(separator: "\r").contains { line in
        line.contains("coach-assess: ") && line.contains(" records · ") && line.contains(" left · ")
          && line.contains(" in flight")
      }
    }
    try await terminal.waitForFile("status") { !$0.isEmpty }
    // Diagnostics have lines of their own, and nothing else is left.
    let lines = terminal.screen.split(separator: "\n")
    #expect(!lines.contains { $0.contains("in flight") })
    #expect(lines.last?.contains("object") == true)
  }

  @Test func oneStageOfAPipelineShowsIt() async throws {
    let terminal = try terminal(
      "cat turns | coach-level | \(Self.assess("").replacing(" turns", with: "")) | "
        + "coach-level > out")
    defer { terminal.close() }
    try await terminal.waitForFile("transcript") { $0.contains(" in flight") }
    try await terminal.waitForFile("status") { !$0.isEmpty }
    let shown = try terminal.file("transcript")
    #expect(shown.contains("coach-assess: ") && !shown.contains("coach-level: "))
  }

  @Test(arguments: ["COACH_LOG=none", "COACH_LOG=json", "TERM=dumb"])
  func itIsNotShownWhereNobodyCouldReadIt(variables: String) async throws {
    let terminal = try terminal(Self.assess("> out"), variables: variables)
    defer { terminal.close() }
    try await terminal.waitForFile("status") { !$0.isEmpty }
    #expect(!(try terminal.file("transcript").contains("in flight")))
    #expect(Self.turns(in: try terminal.file("out")) == 28)
  }

  @Test func aStoreThatPassesNothingOnKeepsNoRecordsOnTheTerminal() async throws {
    let terminal = try terminal("\(Self.assess("")) | coach-store --db a.db")
    defer { terminal.close() }
    try await terminal.waitForFile("transcript") { $0.contains(" in flight") }
    try await terminal.waitForFile("status") { !$0.isEmpty }
    #expect(!terminal.screen.contains(" in flight"))
  }

  @Test func aStoreShowsItsOwn() async throws {
    // A little at a time: who waits for input has no long work.
    let terminal = try terminal(
      "for n in $(seq 25); do cat turns; sleep 0.2; done | coach-store --db a.db")
    defer { terminal.close() }
    try await terminal.waitForFile("transcript") { shown in
      shown.contains("coach-store: ") && shown.contains(" records · ")
    }
    try await terminal.waitForFile("status") { !$0.isEmpty }
  }

  @Test func itIsNotAmongRecords() async throws {
    // The last of the pipeline writes to the terminal, be it a stranger.
    let terminal = try terminal("\(Self.assess("")) | tee copy")
    defer { terminal.close() }
    try await terminal.waitForFile("status") { !$0.isEmpty }
    let shown = try terminal.file("transcript")
    #expect(shown.contains(#""type":"interaction""#) && !shown.contains("in flight"))
    #expect(Self.turns(in: try terminal.file("copy")) == 28)
  }

  /// How many of the turns have come out.
  private static func turns(in output: String) -> Int {
    output.split(separator: "\n").count { $0.hasPrefix(#"{"type":"interaction""#) }
  }
}
