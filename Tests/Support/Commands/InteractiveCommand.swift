import Foundation
import Glibc

/// A command, or several joined by pipes, that run while the test talks to them: stdin stays open
/// until it is closed, lines are awaited with a deadline, signals are sent to a stage.
public final class InteractiveCommand: @unchecked Sendable {
  private let commands: [TestCommand]
  private let processes: [ChildProcess]
  private let errors: [Capture]
  private let output: Capture?
  private let deadline: Date
  private let lock = NSLock()
  private var input: Int32?

  /// Starts the commands. The input is a pipe that the test writes to, or the given descriptor,
  /// which is closed here.
  init(_ commands: [TestCommand], input given: Int32? = nil, output: Output) throws {
    self.commands = commands
    deadline = Date() + (commands.map(\.timeout).max() ?? 60)
    var next: Int32
    if let given {
      next = given
    } else {
      let pipe = try Descriptor.pipe()
      input = pipe.write
      next = pipe.read
    }
    var processes: [ChildProcess] = []
    var errors: [Capture] = []
    var captured: Capture?
    for (index, command) in commands.enumerated() {
      let standardError = try Descriptor.pipe()
      var streams = ChildProcess.Streams(input: next, output: -1, error: standardError.write)
      if index + 1 < commands.count {
        (next, streams.output) = try Descriptor.pipe()
      } else {
        (streams.output, captured) = try Self.open(output)
      }
      defer {
        for descriptor in [streams.input, streams.output, streams.error] { close(descriptor) }
      }
      processes.append(
        try ChildProcess(
          executable: command.executable, arguments: command.arguments,
          environment: command.environment, directory: command.directory.path, streams: streams))
      errors.append(Capture(standardError.read))
    }
    (self.processes, self.errors, self.output) = (processes, errors, captured)
  }

  deinit {
    for process in processes { process.send(SIGKILL) }
    closeInput()
  }

  /// Writes one line; false if nobody reads any more.
  @discardableResult
  public func send(_ line: String) -> Bool { send(bytes: Array((line + "\n").utf8)) }

  /// Writes bytes as they are; false if nobody reads any more.
  @discardableResult
  public func send(bytes: [UInt8]) -> Bool {
    guard let input = lock.withLock({ input }) else { return false }
    return Descriptor.write(bytes, to: input)
  }

  /// Says that the input has ended.
  public func closeInput() {
    lock.withLock {
      if let input { close(input) }
      input = nil
    }
  }

  /// The next line that comes out, or nil if none came in time.
  public func nextLine(within seconds: Double = 10) -> String? {
    output?.nextLine(until: Date() + seconds).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What has been written to the stderr of a stage until now.
  public func diagnostics(stage: Int = 0) -> String {
    String(decoding: errors[stage].current, as: UTF8.self)
  }

  /// Sends a signal to one of the commands.
  public func signal(_ signal: Int32, stage: Int = 0) { processes[stage].send(signal) }

  /// How a command ended, or nil if it still runs after these seconds.
  public func exit(stage: Int = 0, within seconds: Double) -> Exit? {
    processes[stage].peek(until: Date() + seconds)
  }

  /// The largest resident memory of a command until now in bytes, nil when it has ended.
  public func peakMemory(stage: Int = 0) -> Int? { processes[stage].peakMemory }

  /// Closes the input, waits for all the commands, and gives what they did.
  public func finish() -> PipelineResult {
    closeInput()
    return result(measuredMemory: [])
  }

  /// Waits for all the commands, whose input somebody else closes, and gives what they did.
  func result(measuredMemory: [Int]) -> PipelineResult {
    let exits = processes.map { $0.wait(until: deadline) }
    // A grandchild may hold a pipe open after its parent: that is for the test to see, in time.
    let end = max(deadline, Date() + 5)
    let results = commands.indices.map { index in
      let isLast = index == commands.count - 1
      return CommandResult(
        commandLine: commands[index].commandLine, exit: exits[index],
        stdout: isLast ? output?.everything(until: end) ?? [] : [],
        stderr: errors[index].everything(until: end),
        byteCount: isLast ? output?.byteCount ?? 0 : 0,
        peakMemory: measuredMemory.indices.contains(index) ? measuredMemory[index] : 0)
    }
    return PipelineResult(stages: results)
  }

  private static func open(_ output: Output) throws -> (Int32, Capture?) {
    switch output {
    case .file(let path): return (try Descriptor.writing(path), nil)
    case .captured, .counted, .closedPipe:
      let pipe = try Descriptor.pipe()
      if case .closedPipe = output {
        close(pipe.read)
        return (pipe.write, nil)
      }
      var keepsBytes = true
      if case .counted = output { keepsBytes = false }
      return (pipe.write, Capture(pipe.read, keepsBytes: keepsBytes))
    }
  }
}
