public import ArgumentParser
public import CoachJSONL
import CoachLanguage

/// Who answers, judges or reviews (contract §5).
public struct ProviderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who does the work: builtin (rules, no key, no network).", valueName: "name"))
  public var provider: String?

  @Option(help: ArgumentHelp("Which of its models.", valueName: "id"))
  public var model: String?

  @Option(help: ArgumentHelp("How many pieces of work are done side by side.", valueName: "n"))
  public var jobs = 4

  public init() {}

  public func validate() throws {
    guard (1...10_000).contains(jobs) else {
      throw ValidationError("--jobs must be 1…10000, got \(jobs)")
    }
  }

  /// The agents that were chosen, by option or by `COACH_PROVIDER` and `COACH_MODEL`; where nobody
  /// chose, the built-in rules, which is said once.
  ///
  /// - Throws: `StageFailure` (78) for a provider or model that is not known.
  public func agents(in context: StageContext) throws(StageFailure) -> Agents {
    let name = provider ?? context.environment["COACH_PROVIDER"]
    let agents = try Agents.of(
      provider: name, model: model ?? context.environment["COACH_MODEL"])
    if name == nil {
      context.diagnostics.announce(
        "no provider is configured: builtin does the work, by rules and without a model")
    }
    if HunspellSpeller.system() == nil {
      context.diagnostics.warning("no English dictionary is installed: spelling is not checked")
    }
    return agents
  }
}
