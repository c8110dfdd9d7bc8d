import Foundation
import Glibc

/// A real terminal in which commands run, in tmux: for what only eyes see.
public final class Terminal {
  /// What was on the screen, or in the file, when something did not come in time.
  public struct Timeout: Error {
    public let seen: String
  }

  private let folder: URL
  private let socket = "coach-\(UUID().uuidString.prefix(8))"

  /// Whether there is a tmux to run in.
  public static var isThere: Bool { tmux != nil }

  private static let tmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Starts commands; the tools are on their `PATH`. The file `status` has how they ended, and
  /// `transcript` all that the terminal was sent.
  ///
  /// - Parameters:
  ///   - command: as a shell has it.
  ///   - columns: the width of the screen.
  ///   - variables: assignments, as a shell writes them.
  public init(_ command: String, columns: Int = 110, variables: String = "") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    run([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "40",
      "cd '\(folder.path)' && export COACH_USER=u_1 XDG_STATE_HOME='\(folder.path)/state' "
        + "PATH='\(Package.products)':\"$PATH\" \(variables); "
        + "\(command); echo $? > status; sleep 600",
    ])
    run(["pipe-pane", "-O", "cat > '\(folder.path)/transcript'"])
  }

  /// What is on the screen.
  public var screen: String {
    run(["capture-pane", "-p"], reads: true)
  }

  /// Types a line.
  public func type(_ text: String) {
    words(text)
    key("Enter")
  }

  /// Types without pressing Enter.
  public func words(_ text: String) { run(["send-keys", "-l", text]) }

  /// Who may do what with a file of its directory.
  public func permissions(of name: String) throws -> Int? {
    let path = folder.appending(path: name).path
    return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  /// Presses a key, by tmux's name for it.
  public func key(_ name: String) { run(["send-keys", name]) }

  /// Pastes a text, as a terminal does: with marks around it where the program asks for them.
  public func paste(_ text: String) {
    run(["set-buffer", text])
    run(["paste-buffer", "-p"])
  }

  /// Kills a child of the chat, without a chance to say anything.
  public func killChild(named name: String) {
    let script = """
      for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/cwd")" = '\(folder.path)' ] &&
          grep -qx \(name) "$process/comm"; then kill -9 "${process#/proc/}"; fi
      done
      """
    _ = Self.spawn(["/bin/sh", "-c", script], output: "/dev/null")
  }

  /// Gives the window another width.
  public func resize(columns: Int) {
    run(["resize-window", "-x", "\(columns)", "-y", "40"])
  }

  /// The lines of the screen with its colours, as a terminal is told them.
  public var colouredScreen: String {
    run(["capture-pane", "-p", "-e"], reads: true)
  }

  /// A file of its directory.
  public func file(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Waits until the screen is as it should be.
  ///
  /// - Throws: `Timeout`.
  public func waitForScreen(_ isThere: (String) -> Bool) async throws {
    try await wait({ screen }, isThere)
  }

  /// Waits until a file of its directory is as it should be.
  ///
  /// - Throws: `Timeout`.
  public func waitForFile(_ name: String, _ isThere: (String) -> Bool) async throws {
    try await wait({ (try? file(name)) ?? "" }, isThere)
  }

  /// Ends whatever runs there.
  public func close() {
    run(["kill-server"])
    // A server that was killed leaves its socket behind.
    let directory = ProcessInfo.processInfo.environment["TMUX_TMPDIR"] ?? "/tmp"
    unlink("\(directory)/tmux-\(getuid())/\(socket)")
    try? FileManager.default.removeItem(at: folder)
  }

  private func wait(_ look: () -> String, _ isThere: (String) -> Bool) async throws {
    var seen = ""
    // Looks are counted, not seconds: beside tests that block, a short sleep may take half a minute.
    for _ in 0..<1_200 {
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
