public import ArgumentParser

/// The options that every stage has (contract §5).
public struct StageOptions: ParsableArguments {
  @Flag(help: "Write this stage's own records alone.")
  public var only = false

  @Flag(help: "Stop at the first line that is rejected.")
  public var strict = false

  @Option(
    name: .customLong("max-line"),
    help: ArgumentHelp("Reject lines longer than this many bytes.", valueName: "bytes"))
  public var maxLine = 16 << 20

  @Option(
    name: .customLong("context"),
    help: ArgumentHelp("Records to read first and not pass on.", valueName: "file"))
  public var contextFiles: [String] = []

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  public var verbose = false

  @Argument(help: "Files of records; none or - is standard input.")
  public var files: [String] = []

  public init() {}

  public func validate() throws {
    guard (1...1 << 30).contains(maxLine) else {
      throw ValidationError("--max-line must be 1…1073741824 bytes, got \(maxLine)")
    }
  }
}

extension StageOptions {
  /// Runs a stage over the input that the options name.
  ///
  /// - Throws: `ExitCode` where the tool does not end with status 0.
  public func run(_ stage: some Stage, in context: StageContext) throws {
    var loop = StageLoop(stage, options: self, context: context)
    let status = loop.run()
    if status != .ok { throw ExitCode(status.rawValue) }
  }
}

extension StageContext {
  /// Does work before or without a stage loop; a `StageFailure` is said on stderr and ends the tool,
  /// an `OutputEnd` ends it silently.
  ///
  /// - Throws: `ExitCode` for either, and whatever else `work` throws.
  public func reporting<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let failure as StageFailure {
      diagnostics.error(failure.message)
      throw ExitCode(failure.status.rawValue)
    } catch let end as OutputEnd {
      throw ExitCode(end.status().rawValue)
    }
  }
}
