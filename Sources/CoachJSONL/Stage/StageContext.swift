/// What a stage loop runs in: descriptors, clock, environment and diagnostics.
public struct StageContext: Sendable {
  /// Where records come from when no file is named.
  public var input: Int32 = 0
  /// Where records go.
  public var output: Int32 = 1
  /// How many pieces of work are done side by side.
  public var jobs = 1
  /// Whether the stage is its process's whole work, so that signals are its own to handle.
  public var ownsProcess = false
  /// Whether long work may show on a terminal how far it is.
  public var showsProgress = true
  public let environment: Environment
  public let clock: WallClock
  public let diagnostics: Diagnostics

  public init(environment: Environment, clock: WallClock, diagnostics: Diagnostics) {
    self.environment = environment
    self.clock = clock
    self.diagnostics = diagnostics
  }

  /// The context of a tool that runs as a process of its own.
  ///
  /// - Throws: `ExitCode` 78 where a variable of the environment says what it cannot mean, which has
  ///   been said on stderr.
  public static func process(_ tool: String, verbose: Bool = false) throws -> StageContext {
    StandardDescriptors.fillClosed()
    let environment = Environment.process
    let clock = WallClock(environment)
    var context = StageContext(
      environment: environment, clock: clock,
      diagnostics: Diagnostics(
        tool: tool, environment: environment, clock: clock, verbose: verbose))
    context.ownsProcess = true
    try context.reporting { try environment.validate() }
    return context
  }
}
