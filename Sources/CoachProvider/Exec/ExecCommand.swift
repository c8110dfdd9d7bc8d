import CoachJSONL
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A command that runs: `/bin/sh -c`, with pipes for its input and output, in a process group of
/// its own, so that what it starts can be ended with it.
struct ExecCommand {
  /// Held from the making of pipes until the start: a command that inherits the pipe of another
  /// keeps that one's reader waiting. (`pipe2` is not among the calls that Swift's Glibc shows.)
  private static let startLock = Mutex(())

  let identifier: pid_t
  /// Where it reads from, not blocking; -1 once closed.
  private(set) var input: Int32
  /// Where it writes to.
  let output: Int32

  /// Starts the command. What it says on standard error may be anybody's words, and goes nowhere.
  ///
  /// - Throws: `ProviderFailure` (`configuration`) where the system starts no process.
  init(_ command: String, environment: [String: String]) throws(ProviderFailure) {
    let started = Self.startLock.withLock { _ in Self.start(command, environment) }
    (identifier, input, output) = try started.get()
  }

  private static func start(
    _ command: String, _ environment: [String: String]
  ) -> Result<(pid_t, input: Int32, output: Int32), ProviderFailure> {
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe(&toChild) == 0 else { return .failure(failure(errno)) }
    guard pipe(&fromChild) == 0 else {
      let code = errno
      for end in toChild { close(end) }
      return .failure(failure(code))
    }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(toChild[1], F_SETFL, O_NONBLOCK)
    var child = pid_t()
    let code = spawn(command, environment, input: toChild[0], output: fromChild[1], &child)
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else {
      close(toChild[1])
      close(fromChild[0])
      return .failure(failure(code))
    }
    return .success((child, toChild[1], fromChild[0]))
  }

  private static func failure(_ code: Int32) -> ProviderFailure {
    ProviderFailure(.configuration, "the command cannot be started: \(Errno(code).words)")
  }

  private static func spawn(
    _ command: String, _ environment: [String: String], input: Int32, output: Int32,
    _ child: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

    let arguments = ["/bin/sh", "-c", command].map { strdup($0 as String) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    return posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables)
  }

  /// Says that no more input comes.
  mutating func closeInput() {
    guard input >= 0 else { return }
    close(input)
    input = -1
  }

  /// Ends it and all that it started.
  func kill() {
    _ = Glibc.kill(-identifier, SIGKILL)
  }

  /// How it ended, if it has; then it is gone.
  func status() -> ExecStatus? {
    var status: Int32 = 0
    while true {
      let gone = waitpid(identifier, &status, WNOHANG)
      if gone == identifier { break }
      if gone == 0 { return nil }
      // Somebody else took its status.
      if errno != EINTR { return .exited(0) }
    }
    return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(status & 0x7F)
  }
}

/// How a command ended.
enum ExecStatus: Equatable {
  case exited(Int32)
  /// By that signal.
  case killed(Int32)
}
