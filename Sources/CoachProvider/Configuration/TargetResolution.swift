import CoachJSONL

/// Makes a target of a model: finds its address and its key.
///
/// A key goes to the address that it was meant for and to no other: that of a model with an address
/// of its own is the model's; where the environment names another address than the configuration, the
/// key is the environment's, too.
struct TargetResolution {
  private(set) var warnings: [String] = []
  private let configuration: Configuration
  private let environment: Environment

  init(_ configuration: Configuration, _ environment: Environment) {
    self.configuration = configuration
    self.environment = environment
  }

  /// The target of a model that was chosen.
  ///
  /// - Throws: `StageFailure` (78): an address that is none, a key that is missing.
  mutating func target(of choice: RouteChoice.Choice) throws(StageFailure) -> ModelTarget {
    let model = choice.model
    var target: ModelTarget
    switch model.provider {
    case .builtin:
      throw StageFailure(.software, "the built-in rules are no model")
    case .exec(let command):
      target = Self.target(of: model, location: command)
    case .replay(let file):
      target = Self.target(of: model, location: file)
    case .service(let kind):
      target = try self.target(of: model, kind, place: choice.place)
    }
    target.price = model.price
    target.contextTokens = model.contextTokens ?? target.contextTokens
    target.maxOutputTokens = model.maxOutputTokens
    return target
  }

  private static func target(of model: Configuration.Model, location: String) -> ModelTarget {
    ModelTarget(
      provider: model.provider.name, modelId: model.modelId ?? Self.unnamedModel,
      location: location)
  }

  /// What a model is called where nobody says: servers that have but one take any name.
  private static let unnamedModel = "default"

  private mutating func target(
    of model: Configuration.Model, _ kind: Configuration.Service.Kind, place: String
  ) throws(StageFailure) -> ModelTarget {
    let (address, key, keyPlace) = try address(of: model, kind, place)
    let isStandard = address == kind.standardBaseURL
    var target = ModelTarget(
      provider: kind.rawValue,
      modelId: model.modelId ?? (isStandard ? kind.standardModel : Self.unnamedModel),
      location: address)
    if isStandard, target.modelId == kind.standardModel {
      target.contextTokens = kind.standardContextTokens
    }
    if let key {
      let (secret, warning) = try key.key(in: environment, place: keyPlace)
      target.key = secret
      let open =
        BaseURL.isOpen(address)
        ? "\(keyPlace): the key goes over the network unencrypted (http)" : nil
      warnings += [warning, open].compactMap { $0 }.filter { !warnings.contains($0) }
    } else if isStandard {
      throw StageFailure(
        .configuration,
        "\(kind.rawValue) needs a key: set \(kind.keyVariable), or say in config.yaml where it is")
    }
    return target
  }

  /// The address of a model, the key that belongs to it, and what messages call that key.
  private func address(
    of model: Configuration.Model, _ kind: Configuration.Service.Kind, _ place: String
  ) throws(StageFailure) -> (String, KeySource?, String) {
    if let url = model.baseURL { return (url, model.key, "\(place).key") }
    let service = configuration.services[kind]
    let own: KeySource? =
      environment[kind.keyVariable] == nil ? nil : .variable(kind.keyVariable)
    let ofModel = model.key.map { ($0, "\(place).key") }
    if let text = environment[kind.baseURLVariable] {
      switch BaseURL.checked(text) {
      case .success(let url) where url == service?.baseURL ?? kind.standardBaseURL: break
      case .success(let url): return (url, own, kind.keyVariable)
      case .failure(let fault):
        throw StageFailure(.configuration, "\(kind.baseURLVariable): \(fault.message)")
      }
    }
    let ofService = service?.key.map { ($0, "providers.\(kind.rawValue).key") }
    let key = ofModel ?? ofService ?? own.map { ($0, kind.keyVariable) }
    return (service?.baseURL ?? kind.standardBaseURL, key?.0, key?.1 ?? "")
  }
}
