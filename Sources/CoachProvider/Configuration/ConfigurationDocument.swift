internal import CoachJSONL

extension Configuration {
  /// Reads the text of a configuration.
  ///
  /// - Parameter file: what the text is called in messages; a path that it names for a key and that
  ///   does not begin with `/` or `~/` is taken from that file's directory.
  /// - Throws: `StageFailure` (78) that names file, line and path of what is wrong.
  init(text: String, file: String) throws(StageFailure) {
    self.init(file: file)
    guard let document = try YAMLValue(text: text, file: file) else { return }
    let fields = try document.fields(["routes", "models", "providers", "timeouts", "retries"])
    if let models = fields["models"] { self.models = try Self.models(models, file) }
    if let routes = fields["routes"] {
      for (name, value) in try routes.members() {
        guard let route = Route(rawValue: name) else {
          let known = Route.allCases.map(\.rawValue).joined(separator: ", ")
          throw value.failure("unknown route; known are \(known)")
        }
        self.routes[route] = try chain(value)
      }
    }
    if let providers = fields["providers"] {
      for (name, value) in try providers.fields(Service.Kind.allCases.map(\.rawValue)) {
        let fields = try value.fields(["baseUrl", "key"])
        guard let kind = Service.Kind(rawValue: name) else { continue }
        services[kind] = Service(
          baseURL: try Self.baseURL(fields["baseUrl"]), key: try Self.key(fields["key"], file))
      }
    }
    if let timeouts = fields["timeouts"] { self.timeouts = try Self.timeouts(timeouts) }
    if let retries = fields["retries"] { self.retries = try retries.integer(in: 0...20) }
  }

  /// `{model: fast, fallback: [local]}`, or the name of a model alone.
  private func chain(_ value: YAMLValue) throws(StageFailure) -> Chain {
    if value.isText { return Chain(models: [try knownModel(value)]) }
    let fields = try value.fields(["model", "fallback"])
    guard let model = fields["model"] else { throw value.failure("names no model") }
    var models = [try knownModel(model)]
    for fallback in try fields["fallback"]?.elements() ?? [] {
      let name = try knownModel(fallback)
      guard name != Agents.builtinProvider, models.first != Agents.builtinProvider else {
        throw fallback.failure("the built-in rules neither have a fallback nor are one")
      }
      guard !models.contains(name) else { throw fallback.failure("stands in this route already") }
      models.append(name)
    }
    return Chain(models: models)
  }

  /// The name of a model that is described under `models`, or the built-in rules.
  private func knownModel(_ value: YAMLValue) throws(StageFailure) -> String {
    let name = try value.text()
    guard name == Agents.builtinProvider || models[name] != nil else {
      let known = models.keys.sorted() + [Agents.builtinProvider]
      throw value.failure(
        "no model \(YAMLValue.quotable(name)); known are \(known.joined(separator: ", "))")
    }
    return name
  }

  private static func models(
    _ value: YAMLValue, _ file: String
  ) throws(StageFailure) -> [String: Model] {
    var models: [String: Model] = [:]
    for (name, value) in try value.members() {
      guard name != Agents.builtinProvider else {
        throw value.failure("the name is that of the built-in rules")
      }
      models[name] = try model(value, file)
    }
    return models
  }

  private static func model(_ value: YAMLValue, _ file: String) throws(StageFailure) -> Model {
    let fields = try value.fields([
      "provider", "model", "baseUrl", "key", "price", "contextTokens", "maxOutputTokens",
    ])
    guard let name = fields["provider"] else { throw value.failure("names no provider") }
    guard let provider = ProviderName(try name.text()), provider != .builtin else {
      throw name.failure("must be openai, anthropic, exec:COMMAND or replay:FILE")
    }
    if case .service = provider {
      guard fields["model"] != nil else { throw value.failure("names no model") }
    } else if let address = fields["baseUrl"] ?? fields["key"] {
      throw address.failure("only openai and anthropic have one")
    }
    return Model(
      provider: provider,
      modelId: try fields["model"]?.text(),
      baseURL: try baseURL(fields["baseUrl"]),
      key: try key(fields["key"], file),
      price: try price(fields["price"]),
      contextTokens: try fields["contextTokens"]?.integer(in: 256...100_000_000),
      maxOutputTokens: try fields["maxOutputTokens"]?.integer(in: 1...1_000_000))
  }

  private static func baseURL(_ value: YAMLValue?) throws(StageFailure) -> String? {
    guard let value else { return nil }
    switch BaseURL.checked(try value.text()) {
    case .success(let url): return url
    case .failure(let fault): throw value.failure(fault.message)
    }
  }

  /// `{env: NAME}` or `{file: PATH}`. What stands here instead is not repeated: it may be the key.
  private static func key(_ value: YAMLValue?, _ file: String) throws(StageFailure) -> KeySource? {
    guard let value else { return nil }
    guard !value.isText else {
      throw value.failure(
        "a key is not written into this file: say where it is, {env: NAME} or {file: PATH}")
    }
    let fields = try value.fields(["env", "file"])
    guard fields.count == 1 else { throw value.failure("must be {env: NAME} or {file: PATH}") }
    if let variable = fields["env"] {
      let name = try variable.text()
      guard
        name.utf8.allSatisfy({
          (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
        })
      else { throw variable.failure("must be the name of a variable: capitals, digits and _") }
      return .variable(name)
    }
    guard let path = try fields["file"]?.text() else { return nil }
    guard !path.hasPrefix("/"), !path.hasPrefix("~/"), let slash = file.lastIndex(of: "/") else {
      return .file(path)
    }
    return .file(file[...slash] + path)
  }

  private static func price(_ value: YAMLValue?) throws(StageFailure) -> ModelPrice? {
    guard let value else { return nil }
    let fields = try value.fields(["input", "cachedInput", "output"])
    guard let input = fields["input"], let output = fields["output"] else {
      throw value.failure("needs input and output")
    }
    return ModelPrice(
      input: try dollars(input), cachedInput: try fields["cachedInput"].map(dollars),
      output: try dollars(output))
  }

  private static func dollars(_ value: YAMLValue) throws(StageFailure) -> Int64 {
    guard let price = ModelPrice.nanoDollars(try value.text()) else {
      throw value.failure(
        "must be dollars for a million tokens, 0…1000000, with up to 9 decimals (0.25)")
    }
    return price
  }

  private static func timeouts(_ value: YAMLValue) throws(StageFailure) -> Timeouts {
    let fields = try value.fields(["connect", "firstByte", "idle", "total"])
    let standard = Timeouts()
    return Timeouts(
      connect: try span(fields["connect"]) ?? standard.connect,
      firstByte: try span(fields["firstByte"]) ?? standard.firstByte,
      idle: try span(fields["idle"]) ?? standard.idle,
      total: try span(fields["total"]) ?? standard.total)
  }

  private static func span(_ value: YAMLValue?) throws(StageFailure) -> Int64? {
    guard let value else { return nil }
    guard let span = TimeSpan(argument: try value.text()), span.milliseconds > 0 else {
      throw value.failure("must be a time such as 500ms, 30s or 5m")
    }
    return span.milliseconds
  }
}
