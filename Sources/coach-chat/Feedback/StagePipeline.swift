import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Stages that run as child processes, joined by pipes.
///
/// They are a process group of their own: Ctrl-C is for the chat, and they end when their input
/// does.
struct StagePipeline {
  /// One stage: its program and its options.
  typealias Command = (program: StageProgram, arguments: [String])

  /// How the stages ended.
  struct End {
    /// Of several statuses the gravest.
    var status = ExitStatus.ok
    /// Whether one was killed, by somebody else than ``StagePipeline/kill()``, or crashed.
    var hasDied = false
    /// Whether all have read to the end of their input.
    var isWhole = true
  }

  /// With these a stage ends that has read all; with another it may have read nothing.
  private static let whole: [ExitStatus] = [
    .ok, .dataError, .providerUnavailable, .notAuthorised, .tryAgain,
  ]

  /// Where the first reads from; does not block. -1 once closed.
  private(set) var input: Int32 = -1
  /// Where the last writes to.
  private(set) var output: Int32 = -1
  /// Where all say what went wrong; -1 where that is this process's own.
  private(set) var errors: Int32 = -1
  /// Those that have started, and those of them whose end is not known.
  private var group: pid_t?
  private var running: [pid_t] = []
  private var end = End()
  /// Whether the stages were ended from here.
  private(set) var isKilled = false

  /// Starts the stages.
  ///
  /// - Parameters:
  ///   - variables: what is added to the environment.
  ///   - descriptors: what they inherit beside standard input, output and error.
  ///   - keepsErrors: whether what they say on standard error is to be read here.
  /// - Throws: `StageFailure` (75) where the system starts no process.
  init(
    _ commands: [Command], variables: [String: String], sharing descriptors: [Int32],
    keepsErrors: Bool
  ) throws(StageFailure) {
    var upstream: Int32 = -1
    let errorPipe = keepsErrors ? try Self.pipe() : (read: Int32(-1), write: Int32(2))
    errors = errorPipe.read
    defer {
      if upstream >= 0 { close(upstream) }
      if keepsErrors { close(errorPipe.write) }
    }
    do throws(StageFailure) {
      let first = try Self.pipe()
      (upstream, input) = first
      _ = fcntl(input, F_SETFL, O_NONBLOCK)
      for command in commands {
        let next = try Self.pipe()
        let code = start(
          command, variables, (upstream, next.write, errorPipe.write), descriptors)
        close(upstream)
        close(next.write)
        upstream = next.read
        guard code == 0 else {
          throw StageFailure(.tryAgain, "\(command.program.name): \(Errno(code).words)")
        }
      }
      output = upstream
      upstream = -1
    } catch {
      kill()
      _ = wait()
      throw error
    }
  }

  /// Says that no more input comes.
  mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Nobody reads any more what they say.
  mutating func closeErrors() {
    if errors >= 0 { close(errors) }
    errors = -1
  }

  /// Ends all stages.
  mutating func kill() {
    isKilled = true
    // A group of which nobody is left may be somebody else's by now.
    if let group, !running.isEmpty { _ = Glibc.kill(-group, SIGKILL) }
  }

  /// Waits for the stages' ends, from the last to the first.
  ///
  /// A stage that has ended well has seen the end of the one before. Of those before one that has
  /// not, nobody reads what they write: they may wait for a model, and are ended.
  mutating func wait() -> End {
    while let last = running.popLast() {
      var word: Int32 = 0
      while waitpid(last, &word, 0) < 0, errno == EINTR {}
      if word & 0x7F == 0, let status = ExitStatus(rawValue: (word >> 8) & 0xFF) {
        end.status = end.status.worse(of: status)
        if Self.whole.contains(status) { continue }
      } else if !isKilled {
        end.hasDied = true
      }
      end.isWhole = false
      kill()
    }
    return end
  }

  private mutating func start(
    _ command: Command, _ variables: [String: String],
    _ streams: (input: Int32, output: Int32, errors: Int32), _ descriptors: [Int32]
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, streams.input, 0)
    posix_spawn_file_actions_adddup2(&actions, streams.output, 1)
    posix_spawn_file_actions_adddup2(&actions, streams.errors, 2)
    // Onto itself: it stays open in the child alone.
    for each in descriptors { posix_spawn_file_actions_adddup2(&actions, each, each) }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, group ?? 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

    let words = ([command.program.name] + command.arguments).map { strdup($0 as String) } + [nil]
    let environment = Self.environment(adding: variables) + [nil]
    defer { for text in words + environment { free(text) } }
    var child = pid_t()
    let code = posix_spawn(
      &child, command.program.path, &actions, &attributes, words, environment)
    if code == 0 {
      group = group ?? child
      running.append(child)
    }
    return code
  }

  /// The environment of this process, with some variables set anew.
  private static func environment(
    adding variables: [String: String]
  ) -> [UnsafeMutablePointer<CChar>?] {
    var all: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0.key)=\($0.value)") }
    var at = environ
    while let entry = at.pointee {
      let name = String(cString: entry).prefix { $0 != "=" }
      if variables[String(name)] == nil { all.append(strdup(entry)) }
      at += 1
    }
    return all
  }

  private static func pipe() throws(StageFailure) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw StageFailure(.tryAgain, Errno(errno).words) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
