/// What a command finds on its stdin.
public enum Input: Sendable {
  /// Nothing: the end of the input at once.
  case nothing
  /// These bytes, written by a thread, then the end of the input.
  case bytes([UInt8])
  /// These bytes again and again, for streams that would not be held in memory.
  case repeated([UInt8], times: Int)
  /// A file, opened as the shell's `<` does.
  case file(String)

  /// The text as bytes.
  public static func text(_ text: String) -> Input { .bytes(Array(text.utf8)) }

  /// The lines, each ended by LF.
  public static func lines(_ lines: some Sequence<String>) -> Input {
    .text(lines.map { $0 + "\n" }.joined())
  }
}

/// Where the stdout of a command leads.
public enum Output: Sendable {
  /// Into the result.
  case captured
  /// Read, counted and forgotten.
  case counted
  /// A file or a device, opened as the shell's `>` does: `/dev/full` says that the disk is full.
  case file(String)
  /// A pipe that nobody reads any more.
  case closedPipe
}

/// A command of the suite, ready to run: in a directory of its own, in a scrubbed environment.
public struct TestCommand: Sendable {
  /// The name of the tool, or the path of any other program.
  public let tool: String
  /// What follows the name on the command line.
  public var arguments: [String]
  /// The directory in which it runs, kept until it has run.
  public let directory: Dir
  /// The whole environment: nothing of the test runner's own gets in.
  public var environment: [String: String]
  /// Seconds after which it is killed.
  public var timeout: Double

  /// Names a command; nothing runs yet.
  public init(_ tool: String, _ arguments: [String], in directory: Dir) {
    self.tool = tool
    self.arguments = arguments
    self.directory = directory
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": directory.path, "LANG": "C.UTF-8", "TZ": "UTC",
    ]
    timeout = 60
  }

  /// The same command with more arguments.
  public func arguments(_ more: String...) -> TestCommand {
    var command = self
    command.arguments += more
    return command
  }

  /// The same command with one more variable in its environment.
  public func environment(_ name: String, _ value: String) -> TestCommand {
    var command = self
    command.environment[name] = value
    return command
  }

  /// The same command with another limit of time, in seconds.
  public func timeout(_ seconds: Double) -> TestCommand {
    var command = self
    command.timeout = seconds
    return command
  }

  /// Runs the command to its end.
  public func run(
    _ input: Input = .nothing, output: Output = .captured, measuringMemory: Bool = false
  ) throws -> CommandResult {
    try Pipeline([self]).run(input, output: output, measuringMemory: measuringMemory).last
  }

  /// Starts the command and leaves its stdin open, to talk to it.
  public func start(output: Output = .captured) throws -> InteractiveCommand {
    try InteractiveCommand([self], output: output)
  }

  /// The program to start.
  var executable: String { tool.contains("/") ? tool : "\(Package.products)/\(tool)" }

  /// The command as one would type it.
  var commandLine: String {
    ([tool] + arguments).map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
  }
}
