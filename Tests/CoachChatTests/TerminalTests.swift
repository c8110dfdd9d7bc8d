import Foundation
import TestSupport
import Testing

@testable import coach_chat

/// The chat at a real terminal, in tmux.
@Suite(.enabled(if: Terminal.isThere, "tmux is not installed"), .serialized)
struct TerminalTests {
  @Test func theConversationIsOnTheScreenAndTheRecordsInTheFile() async throws {
    let terminal = try Terminal("coach-chat > out.jsonl 2> errors")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    #expect(!terminal.screen.contains("is kept"))
    terminal.type("Yesterday we visited my sister in the new house.")
    try await terminal.waitForScreen { $0.contains("coach>") && $0.contains("?") }
    // A reply is in the pipe before the next line is typed.
    try await terminal.waitForFile("out.jsonl") { $0.contains("visited my sister") }
    terminal.type("/nonsense")
    try await terminal.waitForScreen { $0.contains("/task NAME  practise a scene") }
    terminal.type("/quit")
    try await terminal.waitForFile("status") { $0 == "0\n" }
    let records = try terminal.file("out.jsonl")
    let types = records.split(separator: "\n").map { $0.prefix(while: { $0 != "," }) }
    #expect(
      types == [
        #"{"type":"session""#, #"{"type":"interaction""#, #"{"type":"interaction""#,
        #"{"type":"session""#,
      ])
    #expect(records.contains(#""endTime""#) && records.contains(#""command":"quit""#))
    let errors = try terminal.file("errors")
    #expect(errors.contains("builtin") && !errors.contains("sister"))
  }

  @Test func noRecordsAreOnAScreenThatShowsTheConversation() async throws {
    let terminal = try Terminal("coach-chat")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    #expect(terminal.screen.contains("Nothing of this chat is kept."))
    #expect(terminal.screen.contains("coach-chat | coach-store"))
    terminal.type("hello")
    try await terminal.waitForScreen { $0.contains("coach> Hello!") }
    terminal.key("C-d")
    try await terminal.waitForFile("status") { $0 == "0\n" }
    #expect(!terminal.screen.contains(#"{"type""#))
  }

  @Test func noWordIsCutAtTheEdgeOfANarrowScreen() async throws {
    let terminal = try Terminal("coach-chat", columns: 58)
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("/help")
    try await terminal.waitForScreen { $0.contains("/quit       the session is over") }
    let lines = terminal.screen.split(separator: "\n").map(String.init)
    let words = Set(lines.flatMap { $0.split(separator: " ") })
    for word in ["session.", "coach-store", "presentation,", "difficult_conversation,", "own"] {
      #expect(words.contains(Substring(word)), "\(word): \(lines)")
    }
    #expect(lines.contains { $0.hasPrefix("            ") && $0.contains("negotiation") })
  }

  @Test func controlCTwiceEndsTheChat() async throws {
    let terminal = try Terminal("coach-chat > out.jsonl")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("hello")
    try await terminal.waitForScreen { $0.contains("coach>") && Self.prompts($0) == 2 }
    terminal.key("C-c")
    try await terminal.waitForScreen { $0.contains("Ctrl-C twice") && Self.prompts($0) == 3 }
    terminal.key("C-c")
    try await terminal.waitForFile("status") { $0 == "130\n" }
    #expect(try terminal.file("out.jsonl").contains(#""userText":"hello""#))
  }

  @Test func controlCThrowsAwayWhatWasTyped() async throws {
    let terminal = try Terminal("coach-chat > out.jsonl")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.words("not this")
    try await terminal.waitForScreen { $0.contains("not this") }
    terminal.key("C-c")
    try await terminal.waitForScreen { Self.prompts($0) == 2 }
    terminal.type("but this")
    try await terminal.waitForFile("out.jsonl") { $0.contains(#""userText":"but this""#) }
    #expect(!(try terminal.file("out.jsonl").contains("not this")))
  }

  @Test(arguments: ["", "TERM=dumb"])
  func controlCStopsAReplyAndNotTheChat(variables: String) async throws {
    let server = try FaultServer { ModelAnswer($0, pieces: 40, pause: 100).answer }
    defer { server.stop() }
    let terminal = try Terminal(
      "coach-chat --model m > out.jsonl 2> errors",
      variables: "\(variables) OPENAI_BASE_URL=\(server.address)/v1 COACH_PROVIDER=openai")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("Tell me something long.")
    try await terminal.waitForScreen { $0.contains("word 2 of") }
    terminal.key("C-c")
    try await terminal.waitForScreen { $0.contains("(stopped)") && Self.prompts($0) == 2 }
    try await terminal.waitForFile("out.jsonl") { $0.contains(#""status":"partial""#) }
    let kept = try terminal.file("out.jsonl")
    #expect(kept.contains("word 2 of") && !kept.contains("word 40 of"))
    // The chat goes on, also when the next reply is stopped at once.
    terminal.type("Once more.")
    try await terminal.waitForScreen { $0.contains("of answer 2") }
    terminal.key("C-c")
    try await terminal.waitForScreen { Self.prompts($0) == 3 }
    terminal.key("C-d")
    try await terminal.waitForFile("status") { $0 == "0\n" }
    #expect(terminal.screen.contains("This session: 2 turns."))
    #expect(!(try terminal.file("out.jsonl").contains(#""type":"reject""#)))
  }

  @Test func controlDShowsWhatTheSessionWas() async throws {
    let terminal = try Terminal("coach-chat > out.jsonl")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("/task sales_pitch")
    try await terminal.waitForScreen { Self.prompts($0) == 2 }
    terminal.type("It saves you time.")
    try await terminal.waitForScreen { Self.prompts($0) == 3 }
    terminal.key("C-d")
    try await terminal.waitForFile("status") { $0 == "0\n" }
    #expect(terminal.screen.contains("This session: 1 turn; practised: sales pitch."))
    #expect(terminal.screen.contains("coach-chat --feedback"))
  }

  @Test func theArrowKeysBringBackWhatWasTypedInAnEarlierChatToo() async throws {
    let terminal = try Terminal("coach-chat > out.jsonl; exec coach-chat > second.jsonl")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("We met in Zürich. 日本")
    try await terminal.waitForScreen { Self.prompts($0) == 2 }
    terminal.key("C-d")
    try await terminal.waitForScreen { $0.contains("This session: 1 turn.") }
    try await terminal.waitForScreen { Self.prompts($0) == 3 }
    terminal.key("Up")
    try await terminal.waitForScreen { $0.components(separatedBy: "Zürich").count == 3 }
    // The end of the line is where one would expect it, wide letters and all.
    terminal.key("BSpace")
    terminal.type("!")
    try await terminal.waitForFile("second.jsonl") {
      $0.contains(#""userText":"We met in Zürich. 日!""#)
    }
    #expect(
      try terminal.file("state/coach-up/history")
        == "We met in Zürich. 日本\nWe met in Zürich. 日!\n")
    #expect(try terminal.permissions(of: "state/coach-up/history") == 0o600)
  }

  @Test func aHistoryCanBeHadNowhere() async throws {
    let terminal = try Terminal("coach-chat > out.jsonl", variables: "COACH_HISTORY=none")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("hello")
    try await terminal.waitForScreen { Self.prompts($0) == 2 }
    terminal.key("C-d")
    try await terminal.waitForFile("status") { $0 == "0\n" }
    #expect((try? terminal.file("state/coach-up/history")) == nil)
  }

  @Test func aPasteOfSeveralLinesIsOneMessage() async throws {
    let terminal = try Terminal("coach-chat > out.jsonl")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.paste("First line.\nSecond\tline.\n")
    try await terminal.waitForScreen { $0.contains("Second line.") }
    #expect(!terminal.screen.contains("coach>"))
    terminal.type(" And more.")
    try await terminal.waitForFile("out.jsonl") {
      $0.contains(#""userText":"First line.\nSecond line. And more.""#)
    }
  }

  @Test func aLineIsDrawnAgainWhenTheWindowChanges() async throws {
    let terminal = try Terminal("coach-chat > out.jsonl", columns: 100)
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    let words = (1...15).map { "word\($0)" }.joined(separator: " ")
    terminal.words(words)
    try await terminal.waitForScreen { $0.contains("word15") }
    terminal.resize(columns: 50)
    try await terminal.waitForScreen { screen in
      Self.prompts(screen) == 1
        && screen.filter { !$0.isWhitespace }.contains(words.filter { !$0.isWhitespace })
    }
    terminal.type("!")
    try await terminal.waitForFile("out.jsonl") { $0.contains("word15!") }
  }

  @Test(arguments: ["NO_COLOR=1", "TERM=dumb", "NO_COLOR="])
  func coloursAreShownWhereTheyAreWanted(variables: String) async throws {
    let terminal = try Terminal("coach-chat > out.jsonl", variables: variables)
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("hello")
    try await terminal.waitForScreen { $0.contains("coach>") && Self.prompts($0) == 2 }
    #expect(terminal.colouredScreen.contains("\u{1B}[") == (variables == "NO_COLOR="))
  }

  /// How often the learner was asked.
  private static func prompts(_ screen: String) -> Int {
    screen.split(separator: "\n").count { $0.hasPrefix("you>") }
  }
}
