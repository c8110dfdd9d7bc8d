public import ArgumentParser
public import CoachJSONL
import CoachLanguage

/// Who answers, judges or reviews (contract §5).
public struct ProviderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who does the work: builtin (rules, no key, no network), openai (any compatible server), "
        + "anthropic, exec:COMMAND or replay:FILE.", valueName: "name"))
  public var provider: String?

  @Option(
    help: ArgumentHelp("Which model: the service's name, or one of config.yaml.", valueName: "id"))
  public var model: String?

  @Option(help: ArgumentHelp("Prompts and criteria to judge by.", valueName: "file"))
  public var rubric: String?

  @Option(help: ArgumentHelp("Routes, models and prices.", valueName: "file"))
  public var config: String?

  @Option(help: ArgumentHelp("The longest time for one request to a model.", valueName: "time"))
  public var timeout: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "How often a request that failed is made again before the next model is asked.",
      valueName: "n"))
  public var retries: Int?

  @Option(
    help: ArgumentHelp("Record what comes over the wire, for replay:FILE.", valueName: "file"))
  public var record: String?

  public init() {}

  public func validate() throws {
    if let retries, !(0...20).contains(retries) {
      throw ValidationError("--retries must be 0…20, got \(retries)")
    }
    if let timeout, timeout.milliseconds <= 0 {
      throw ValidationError("--timeout must be longer than nothing")
    }
  }

  /// The agents for a kind of work: by option, environment or configuration, else the built-in
  /// rules. What somebody must know who chose nobody is said once.
  ///
  /// - Throws: `StageFailure` (78) where a provider, model, configuration or rubric cannot be used.
  public func agents(for route: Route, in context: StageContext) throws(StageFailure) -> Agents {
    let configuration = try Configuration.load(option: config, environment: context.environment)
    let plan = try configuration.plan(
      for: route,
      RouteRequest(
        provider: provider, model: model, timeout: timeout?.milliseconds, retries: retries,
        recording: record),
      environment: context.environment)
    for warning in plan.warnings { context.diagnostics.warning(warning) }
    for notice in plan.notices { context.diagnostics.announce(notice) }
    let agents = try Agents(
      plan, rubricFile: rubric, environment: context.environment,
      surroundings: CallSurroundings(
        clock: context.clock, mint: IDMint(clock: context.clock),
        diagnostics: context.diagnostics))
    if agents.isBuiltin, route != .filter, HunspellSpeller.system() == nil {
      context.diagnostics.warning("no English dictionary is installed: spelling is not checked")
    }
    return agents
  }
}

/// How many pieces of work are done side by side (contract §5).
public struct JobsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many pieces of work are done side by side (default: 64 chats, else 4).",
      valueName: "n"))
  public var jobs: Int?

  public init() {}

  public func validate() throws {
    if let jobs, !(1...10_000).contains(jobs) {
      throw ValidationError("--jobs must be 1…10000, got \(jobs)")
    }
  }
}
