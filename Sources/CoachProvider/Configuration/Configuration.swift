public import CoachJSONL

/// What `config.yaml` says: which model does which work, where the models are, what they cost.
public struct Configuration: Sendable, Equatable {
  /// The models of a route: the first, and who is asked after it.
  public struct Chain: Sendable, Equatable {
    /// Names of ``models``, the first model first; never empty.
    public var models: [String]

    public init(models: [String]) { self.models = models }
  }

  /// A model as the file describes it.
  public struct Model: Sendable, Equatable {
    /// `openai`, `anthropic`, `exec:COMMAND` or `replay:FILE`.
    public var provider: ProviderName
    /// The service's own name of it; nil where the provider needs none.
    public var modelId: String?
    /// An address of its own; nil for the provider's.
    public var baseURL: String?
    public var key: KeySource?
    public var price: ModelPrice?
    public var contextTokens: Int?
    public var maxOutputTokens: Int?

    public init(
      provider: ProviderName, modelId: String? = nil, baseURL: String? = nil,
      key: KeySource? = nil, price: ModelPrice? = nil, contextTokens: Int? = nil,
      maxOutputTokens: Int? = nil
    ) {
      self.provider = provider
      self.modelId = modelId
      self.baseURL = baseURL
      self.key = key
      self.price = price
      self.contextTokens = contextTokens
      self.maxOutputTokens = maxOutputTokens
    }
  }

  /// A service as the file describes it.
  public struct Service: Sendable, Equatable {
    public var baseURL: String?
    public var key: KeySource?

    public init(baseURL: String? = nil, key: KeySource? = nil) {
      self.baseURL = baseURL
      self.key = key
    }
  }

  /// How often a request is made again by default.
  public static let defaultRetries = 2

  /// The models of the routes that the file names; others are not in it.
  public var routes: [Route: Chain]
  /// The models by the names that the file gives them.
  public var models: [String: Model]
  /// The services by provider.
  public var services: [Service.Kind: Service]
  public var timeouts: Timeouts
  /// How often a request that failed is made again.
  public var retries: Int
  /// Where it was read from; nil for no file.
  public var file: String?

  /// A configuration; without arguments that of somebody who has no file.
  public init(
    routes: [Route: Chain] = [:], models: [String: Model] = [:],
    services: [Service.Kind: Service] = [:], timeouts: Timeouts = Timeouts(),
    retries: Int = Configuration.defaultRetries, file: String? = nil
  ) {
    self.routes = routes
    self.models = models
    self.services = services
    self.timeouts = timeouts
    self.retries = retries
    self.file = file
  }

  /// Reads the file that the option or `COACH_CONFIG` names, else the one at the default place, if
  /// there is one: `$XDG_CONFIG_HOME/coach/config.yaml`, else `~/.config/coach/config.yaml`.
  ///
  /// - Parameter option: what `--config` says.
  /// - Throws: `StageFailure` (78) where a file that was named is missing, or what is in it is wrong.
  public static func load(
    option: String?, environment: Environment
  ) throws(StageFailure) -> Configuration {
    if let path = option ?? environment["COACH_CONFIG"] {
      guard let file = try SettingsFile(path: path) else {
        throw StageFailure(.configuration, "\(path): there is no such file")
      }
      return try Configuration(text: file.text, file: path)
    }
    guard
      let directory = environment["XDG_CONFIG_HOME"]
        ?? environment["HOME"].map({ "\($0)/.config" }),
      let file = try SettingsFile(path: "\(directory)/coach/config.yaml")
    else { return Configuration() }
    return try Configuration(text: file.text, file: "\(directory)/coach/config.yaml")
  }
}
