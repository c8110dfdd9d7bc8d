import Foundation
import Testing

@testable import coach_chat

/// The chat at a real terminal, in tmux.
@Suite(.enabled(if: Terminal.isThere, "tmux is not installed"), .serialized)
struct TerminalTests {
  @Test func theConversationIsOnTheScreenAndTheRecordsInTheFile() async throws {
    let terminal = try Terminal("> out.jsonl 2> errors")
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
    let terminal = try Terminal("")
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
    let terminal = try Terminal("", columns: 58)
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

  @Test func controlCEndsTheChat() async throws {
    let terminal = try Terminal("> out.jsonl")
    defer { terminal.close() }
    try await terminal.waitForScreen { $0.contains("you>") }
    terminal.type("hello")
    try await terminal.waitForScreen { $0.contains("coach>") }
    terminal.key("C-c")
    try await terminal.waitForFile("status") { $0 == "130\n" }
    #expect(try terminal.file("out.jsonl").contains(#""userText":"hello""#))
  }
}

/// A terminal of its own in which coach-chat runs.
final class Terminal {
  struct Timeout: Error {
    let seen: String
  }

  private let folder: URL
  private let socket = "coach-chat-\(UUID().uuidString.prefix(8))"

  /// Whether there is a tmux to run in.
  static var isThere: Bool { tmux != nil }

  private static let tmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Starts the chat.
  ///
  /// - Parameters:
  ///   - redirection: where its output goes, as a shell writes it.
  ///   - columns: the width of the screen.
  init(_ redirection: String, columns: Int = 110) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "coach-chat").path
    run([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "40",
      "cd '\(folder.path)' && COACH_USER=u_1 '\(program)' \(redirection); echo $? > status; "
        + "sleep 60",
    ])
  }

  var screen: String {
    run(["capture-pane", "-p"], reads: true)
  }

  func type(_ text: String) {
    run(["send-keys", "-l", text])
    key("Enter")
  }

  func key(_ name: String) { run(["send-keys", name]) }

  func file(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func waitForScreen(_ isThere: (String) -> Bool) async throws {
    try await wait({ screen }, isThere)
  }

  func waitForFile(_ name: String, _ isThere: (String) -> Bool) async throws {
    try await wait({ (try? file(name)) ?? "" }, isThere)
  }

  func close() {
    run(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  private func wait(_ look: () -> String, _ isThere: (String) -> Bool) async throws {
    var seen = ""
    for _ in 0..<400 {
      seen = look()
      if isThere(seen) { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw Timeout(seen: seen)
  }

  @discardableResult
  private func run(_ arguments: [String], reads: Bool = false) -> String {
    let output = folder.appending(path: "tmux-output").path
    let words = [Self.tmux ?? "", "-u", "-L", socket] + arguments
    guard Self.spawn(words, output: reads ? output : "/dev/null") == 0, reads else { return "" }
    return (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
  }

  /// Runs a program to its end; returns its wait status.
  ///
  /// Foundation's `Process` would wait for the server too, and hand down the signals that this
  /// thread blocks: the chat would never hear Ctrl-C.
  private static func spawn(_ words: [String], output: String) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawn(&process, words[0], &actions, &attributes, arguments, environ) == 0 else {
      return -1
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
