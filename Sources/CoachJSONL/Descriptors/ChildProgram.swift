#if canImport(Glibc)
  import Glibc
#endif

/// How the suite starts other programs: in a process group that can be ended as a whole, and with
/// the signals as a shell would leave them.
public enum ChildProgram {
  /// The descriptors that become a child's standard input, output and error; without one for
  /// errors, what it says there goes nowhere.
  public typealias Streams = (input: Int32, output: Int32, errors: Int32?)

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: its file.
  ///   - arguments: its words, the first of which is its name.
  ///   - environment: its variables, `NAME=VALUE` with a null byte at the end.
  ///   - descriptors: what it inherits beside the standard ones, under the same numbers.
  ///   - group: the process group that it joins; nil for one of its own.
  /// - Returns: its process id.
  /// - Throws: `Errno` where the system does not start it.
  public static func start(
    _ path: String, arguments: [String], environment: [[CChar]], streams: Streams,
    sharing descriptors: [Int32] = [], group: Int32? = nil
  ) throws(Errno) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, streams.input, 0)
    posix_spawn_file_actions_adddup2(&actions, streams.output, 1)
    if let errors = streams.errors {
      posix_spawn_file_actions_adddup2(&actions, errors, 2)
    } else {
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
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

    let words = arguments.map { strdup($0 as String) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var child = pid_t()
    let code = posix_spawn(&child, path, &actions, &attributes, words, variables)
    guard code == 0 else { throw Errno(code) }
    return child
  }
}
