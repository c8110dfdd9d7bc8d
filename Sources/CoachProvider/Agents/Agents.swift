public import CoachJSONL

/// The plan's agents (§3), as the models of one route give them, or the built-in rules.
public struct Agents: Sendable {
  /// The provider that needs no key and no network.
  public static let builtinProvider = "builtin"
  /// Its set of rules, in the place of a model.
  public static let builtinModel = "rules-1"
  /// The version of its criteria.
  public static let builtinRubric = "builtin-1"

  /// Models to ask, and what they judge by.
  private struct Models {
    let chain: ModelChain
    let rubric: Rubric
  }

  private let models: Models?

  /// The agents of the built-in rules.
  public static let builtin = Agents(models: nil)

  private init(models: Models?) { self.models = models }

  init(_ chain: ModelChain, rubric: Rubric) {
    self.init(models: Models(chain: chain, rubric: rubric))
  }

  /// The agents of a plan.
  ///
  /// - Parameters:
  ///   - rubricFile: `--rubric`; nil for the rubric that is built in.
  ///   - environment: what a proxy, certificates and commands are read from.
  ///   - surroundings: clocks, ids and diagnostics of the calls.
  /// - Throws: `StageFailure` (78) where a provider or the rubric cannot be used.
  public init(
    _ plan: RoutePlan, rubricFile: String? = nil, environment: Environment,
    surroundings: CallSurroundings
  ) throws(StageFailure) {
    guard let first = plan.targets.first else {
      guard rubricFile == nil else {
        throw StageFailure(
          .configuration, "the built-in rules have criteria of their own: --rubric needs a model")
      }
      self = .builtin
      return
    }
    let catalog = ProviderCatalog(
      transport: CurlTransport(environment: environment), clock: surroundings.clock)
    func model(_ target: ModelTarget) throws(StageFailure) -> ModelChain.Model {
      ModelChain.Model(
        provider: try catalog.provider(for: target),
        price: target.price, contextTokens: target.contextTokens,
        maxOutputTokens: target.maxOutputTokens)
    }
    var fallback: [ModelChain.Model] = []
    for target in plan.targets.dropFirst() { fallback.append(try model(target)) }
    self.init(
      ModelChain(
        try model(first), fallback: fallback, policy: RetryPolicy(retries: plan.retries),
        timeouts: plan.timeouts, surroundings: surroundings),
      rubric: try Rubric.load(rubricFile))
  }

  /// Whether the rules do the work alone.
  public var isBuiltin: Bool { models == nil }

  /// Answers.
  public var chat: any ChatAgent {
    guard let models else { return RulesChatAgent() }
    return ModelChatAgent(models.chain, rubric: models.rubric)
  }

  /// Judges turns.
  public var assessment: any AssessmentAgent {
    guard let models else { return RulesAssessmentAgent() }
    return ModelAssessmentAgent(models.chain, rubric: models.rubric)
  }

  /// Reviews sessions.
  public var review: any ReviewAgent {
    guard let models else { return RulesReviewAgent() }
    return ModelReviewAgent(models.chain, rubric: models.rubric)
  }

  /// Decides about turns that the rules leave open; nil where there is no model to ask.
  public var classifier: (any TurnClassifier)? {
    models.map { ModelTurnClassifier($0.chain, rubric: $0.rubric) }
  }
}
