public import CoachJSONL

/// What an agent found, and what is to be kept of how it came to it.
public struct AgentAnswer<Value: Sendable>: Sendable {
  /// What it found, or why nothing usable could be had.
  public var value: Result<Value, RecordError>
  /// Who answered, or failed last.
  public var provider: String
  public var modelId: String
  /// The version of the criteria.
  public var rubricVersion: String
  /// The name under which the services know the request; nil where nobody was asked.
  public var requestId: String?
  /// One for each attempt.
  public var runs: [PromptRun]

  public init(
    _ value: Result<Value, RecordError>, provider: String, modelId: String, rubricVersion: String,
    requestId: String? = nil, runs: [PromptRun] = []
  ) {
    self.value = value
    self.provider = provider
    self.modelId = modelId
    self.rubricVersion = rubricVersion
    self.requestId = requestId
    self.runs = runs
  }

  /// The answer of the built-in rules, which ask nobody.
  init(builtin value: Value) {
    self.init(
      .success(value), provider: Agents.builtinProvider, modelId: Agents.builtinModel,
      rubricVersion: Agents.builtinRubric)
  }
}

/// What calls to a model are expected to take, before they are made.
public struct CallEstimate: Sendable, Equatable {
  public var provider: String
  public var modelId: String
  public var inputTokens: Int64
  public var outputTokens: Int64
  /// Nano-dollars; nil where the model's price is not known.
  public var nanoDollars: Int64?

  public init(
    provider: String, modelId: String, inputTokens: Int64, outputTokens: Int64,
    nanoDollars: Int64?
  ) {
    self.provider = provider
    self.modelId = modelId
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
    self.nanoDollars = nanoDollars
  }
}
