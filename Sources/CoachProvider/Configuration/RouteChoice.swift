import CoachJSONL

/// The models of a route, as options, environment and configuration choose them.
struct RouteChoice {
  /// A model that was chosen.
  struct Choice: Equatable {
    var model: Configuration.Model
    /// Its place in the configuration (`models.fast`), or its provider's name; for messages.
    var place: String
  }

  /// What somebody named, all by options or all by variables.
  private struct Named {
    var provider: ProviderName?
    var model: String?

    var isEmpty: Bool { provider == nil && model == nil }
  }

  /// The models, the first to be asked first; none: the built-in rules do the work.
  private(set) var models: [Choice] = []
  /// What is said where nobody chose.
  private(set) var notice: String?

  private let configuration: Configuration
  private let route: Route

  /// Chooses, as ``Configuration/plan(for:_:environment:)`` says.
  init(
    _ route: Route, _ request: RouteRequest, _ configuration: Configuration,
    _ environment: Environment
  ) throws(StageFailure) {
    self.configuration = configuration
    self.route = route
    let options = Named(
      provider: try Self.provider(request.provider, "--provider"), model: request.model)
    guard !options.isEmpty || route != .filter else { return }
    let variables = Named(
      provider: try Self.provider(environment["COACH_PROVIDER"], "COACH_PROVIDER"),
      model: environment["COACH_MODEL"])

    var named = options.isEmpty ? variables : options
    if let model = named.model, let known = configuration.models[model] {
      if let provider = named.provider, provider != known.provider {
        throw StageFailure(
          .configuration,
          "the model \(YAMLValue.quotable(model)) is of \(known.provider.name), "
            + "not of \(provider.name)")
      }
      models = chain(from: model)
      return
    }
    if named.provider == nil {
      named.provider = variables.provider
    } else if named.model == nil, suits(variables, named.provider) {
      named.model = variables.model
    }

    if let provider = named.provider {
      try choose(provider, named.model)
    } else if let chain = configuration.routes[route] {
      try choose(chain, named.model)
    } else if configuration.routes.isEmpty, let kind = Self.implied(environment) {
      try choose(.service(kind), named.model)
      let reason = environment[kind.keyVariable] == nil ? kind.baseURLVariable : kind.keyVariable
      notice =
        "\(kind.rawValue) does the work, as \(reason) is set (COACH_PROVIDER=builtin: rules alone)"
    } else {
      try choose(.builtin, named.model)
      notice = "no provider is configured: builtin does the work, by rules and without a model"
    }
  }

  private static func provider(
    _ name: String?, _ source: String
  ) throws(StageFailure) -> ProviderName? {
    guard let name else { return nil }
    guard let provider = ProviderName(name) else {
      throw StageFailure(
        .configuration, "\(source): unknown provider; known are \(ProviderName.known)")
    }
    return provider
  }

  /// The service that a key or an address in the environment speaks for.
  private static func implied(_ environment: Environment) -> Configuration.Service.Kind? {
    Configuration.Service.Kind.allCases.first {
      environment[$0.baseURLVariable] != nil || environment[$0.keyVariable] != nil
    }
  }

  /// Whether the model that the environment names can be meant where an option names the provider.
  private func suits(_ variables: Named, _ provider: ProviderName?) -> Bool {
    guard let model = variables.model, variables.provider ?? provider == provider else {
      return false
    }
    if let known = configuration.models[model] { return known.provider == provider }
    return provider != .builtin || model == Agents.builtinModel
  }

  /// A model of the configuration: with what stands behind it, if it is the first of the route.
  private func chain(from model: String) -> [Choice] {
    let chain = configuration.routes[route]?.models ?? []
    return (chain.first == model ? chain : [model]).compactMap { name in
      configuration.models[name].map { Choice(model: $0, place: "models.\(name)") }
    }
  }

  /// A provider that was named, and the model that goes with it.
  private mutating func choose(
    _ provider: ProviderName, _ model: String?
  ) throws(StageFailure) {
    if provider == .builtin {
      guard model ?? Agents.builtinModel == Agents.builtinModel else {
        throw StageFailure(
          .configuration,
          "the builtin provider has no model but \(Agents.builtinModel): name a provider, too")
      }
    } else if let name = model ?? modelOfRoute(provider), configuration.models[name] != nil {
      models = chain(from: name)
    } else {
      models = [
        Choice(
          model: Configuration.Model(provider: provider, modelId: model), place: provider.name)
      ]
    }
  }

  /// The first model of the route that is of that provider.
  private func modelOfRoute(_ provider: ProviderName) -> String? {
    configuration.routes[route]?.models.first { configuration.models[$0]?.provider == provider }
  }

  /// A route of the configuration, perhaps with another model of the service that it begins with.
  private mutating func choose(
    _ chain: Configuration.Chain, _ model: String?
  ) throws(StageFailure) {
    guard let first = chain.models.first, let known = configuration.models[first] else {
      return try choose(.builtin, model)
    }
    if let model {
      try choose(known.provider, model)
    } else {
      models = self.chain(from: first)
    }
  }
}
