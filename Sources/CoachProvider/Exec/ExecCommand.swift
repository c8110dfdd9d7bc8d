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
    do throws(Errno) {
      let toChild = try PipeEnds()
      var fromChild: PipeEnds?
      do throws(Errno) {
        let output = try PipeEnds()
        fromChild = output
        Descriptor.neverBlock(toChild.writeEnd)
        let child = try ChildProgram.start(
          "/bin/sh", arguments: ["/bin/sh", "-c", command],
          environment: environment.map { Array("\($0.key)=\($0.value)".utf8CString) },
          streams: (toChild.readEnd, output.writeEnd, nil))
        close(toChild.readEnd)
        close(output.writeEnd)
        return .success((child, toChild.writeEnd, output.readEnd))
      } catch {
        toChild.close()
        fromChild?.close()
        throw error
      }
    } catch {
      return .failure(
        ProviderFailure(.configuration, "the command cannot be started: \(error.words)"))
    }
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
