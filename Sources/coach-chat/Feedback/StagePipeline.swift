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
    let errorPipe = keepsErrors ? try Self.pipe() : nil
    errors = errorPipe?.readEnd ?? -1
    defer {
      if upstream >= 0 { close(upstream) }
      if let errorPipe { close(errorPipe.writeEnd) }
    }
    do throws(StageFailure) {
      let first = try Self.pipe()
      (upstream, input) = (first.readEnd, first.writeEnd)
      Descriptor.neverBlock(input)
      for command in commands {
        let next = try Self.pipe()
        defer {
          close(upstream)
          close(next.writeEnd)
          upstream = next.readEnd
        }
        try start(
          command, variables, (upstream, next.writeEnd, errorPipe?.writeEnd ?? 2), descriptors)
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
    _ command: Command, _ variables: [String: String], _ streams: ChildProgram.Streams,
    _ descriptors: [Int32]
  ) throws(StageFailure) {
    do {
      let child = try ChildProgram.start(
        command.program.path, arguments: [command.program.name] + command.arguments,
        environment: Self.environment(adding: variables), streams: streams, sharing: descriptors,
        group: group)
      group = group ?? child
      running.append(child)
    } catch {
      throw StageFailure(.tryAgain, "\(command.program.name): \(error.words)")
    }
  }

  /// The environment of this process, with some variables set anew.
  private static func environment(adding variables: [String: String]) -> [[CChar]] {
    var all = variables.map { Array("\($0.key)=\($0.value)".utf8CString) }
    var at = environ
    while let entry = at.pointee {
      let name = String(cString: entry).prefix { $0 != "=" }
      if variables[String(name)] == nil {
        // As it is: not every value is UTF-8.
        all.append(Array(UnsafeBufferPointer(start: entry, count: strlen(entry) + 1)))
      }
      at += 1
    }
    return all
  }

  private static func pipe() throws(StageFailure) -> PipeEnds {
    do {
      return try PipeEnds()
    } catch {
      throw StageFailure(.tryAgain, error.words)
    }
  }
}
