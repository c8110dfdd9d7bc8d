import Foundation
import Glibc

/// A running child process: started with `posix_spawn`, awaited by a thread of its own.
///
/// Foundation's `Process` is not used: under parallel spawns its children inherit descriptors of
/// each other's pipes, and the tests of this suite are about who closes a pipe when.
final class ChildProcess: @unchecked Sendable {
  /// The three descriptors of the child.
  struct Streams {
    var input: Int32
    var output: Int32
    var error: Int32
  }

  let identifier: pid_t
  private let condition = NSCondition()
  private var exit: Exit?

  /// Starts a program. The descriptors stay the caller's, to be closed after this call.
  init(
    executable: String, arguments: [String], environment: [String: String], directory: String,
    streams: Streams
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in [streams.input, streams.output, streams.error].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }

    // The child starts with the signals as a shell would give them, whatever the test runner did.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var every = sigset_t()
    sigfillset(&every)
    posix_spawnattr_setsigdefault(&attributes, &every)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

    // `env` changes the directory and then becomes the program, in the same process.
    let commandLine = ["/usr/bin/env", "-C", directory, executable] + arguments
    let argumentVector = commandLine.map { strdup($0) } + [nil]
    let environmentVector = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argumentVector + environmentVector { free(text) } }
    var child = pid_t()
    let code = Descriptor.startLock.withLock {
      posix_spawn(
        &child, "/usr/bin/env", &actions, &attributes, argumentVector, environmentVector)
    }
    guard code == 0 else { throw SystemCallFailure("start \(executable)", code: code) }
    identifier = child
    inThread { self.reap() }
  }

  /// Waits for the end, at most until the deadline; then kills the process, and waits for that.
  func wait(until deadline: Date) -> Exit {
    if let exit = peek(until: deadline) { return exit }
    send(SIGKILL)
    _ = peek(until: Date() + 60)
    return .timedOut
  }

  /// How the process ended, or nil if it still runs at the deadline.
  func peek(until deadline: Date) -> Exit? {
    condition.withLock {
      while exit == nil, condition.wait(until: deadline) {}
      return exit
    }
  }

  /// Sends a signal, unless the process has ended (its number may be another's by now).
  func send(_ signal: Int32) {
    condition.withLock {
      if exit == nil { _ = kill(identifier, signal) }
    }
  }

  /// The largest resident memory until now in bytes, of this program alone: `ru_maxrss` would count
  /// the memory of the test runner too, from which the process was started. Nil once it has ended.
  var peakMemory: Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(whereSeparator: \.isWhitespace).compactMap({ Int($0) }).first
    else { return nil }
    return kibibytes * 1024
  }

  private func reap() {
    var information = siginfo_t()
    while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    condition.withLock {
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
      exit = Exit(waitStatus: status)
      condition.broadcast()
    }
  }
}
