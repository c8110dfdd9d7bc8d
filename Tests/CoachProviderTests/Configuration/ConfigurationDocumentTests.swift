import CoachJSONL
import Testing

@testable import CoachProvider

/// What `config.yaml` may say, and what is said of one that is wrong.
@Suite struct ConfigurationDocumentTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration(text: text, file: "/etc/coach/config.yaml")
  }

  private func failure(of text: String) -> StageFailure? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return error as? StageFailure
    }
  }

  @Test func everythingThatCanBeSaid() throws {
    let configuration = try read(
      """
      routes:
        chat:      {model: fast, fallback: [local]}
        assess:    {model: careful, fallback: [fast]}
        summarize: careful
        filter:    builtin
      models:
        fast:
          provider: openai
          model: gpt-small
          price: {input: 0.25, cachedInput: 0.025, output: 2.00}
          contextTokens: 128000
          maxOutputTokens: 1024
        local:   {provider: openai, model: llama3.2, baseUrl: "http://127.0.0.1:11434/v1/"}
        careful: {provider: anthropic, model: large-1, key: {file: keys/large}}
        script:  {provider: "exec:./answer --fast", price: {input: 0, output: 0}}
        taped:   {provider: "replay:tape.jsonl", model: gpt-small}
      providers:
        openai: {baseUrl: https://proxy.example/v1, key: {env: WORK_KEY}}
        anthropic: {key: {file: ~/.secrets/anthropic}}
      timeouts: {connect: 2s, firstByte: 1m, idle: 1500ms, total: 1h}
      retries: 5
      """)
    #expect(configuration.routes[.chat]?.models == ["fast", "local"])
    #expect(configuration.routes[.assess]?.models == ["careful", "fast"])
    #expect(configuration.routes[.summarize]?.models == ["careful"])
    #expect(configuration.routes[.filter]?.models == ["builtin"])
    #expect(
      configuration.models == [
        "fast": .init(
          provider: .service(.openai), modelId: "gpt-small",
          price: ModelPrice(
            input: 250_000_000, cachedInput: 25_000_000, output: 2_000_000_000),
          contextTokens: 128_000, maxOutputTokens: 1_024),
        "local": .init(
          provider: .service(.openai), modelId: "llama3.2", baseURL: "http://127.0.0.1:11434/v1"),
        "careful": .init(
          provider: .service(.anthropic), modelId: "large-1", key: .file("/etc/coach/keys/large")),
        "script": .init(
          provider: .exec(command: "./answer --fast"), price: ModelPrice(input: 0, output: 0)),
        "taped": .init(provider: .replay(file: "tape.jsonl"), modelId: "gpt-small"),
      ])
    #expect(
      configuration.services == [
        .openai: .init(baseURL: "https://proxy.example/v1", key: .variable("WORK_KEY")),
        .anthropic: .init(key: .file("~/.secrets/anthropic")),
      ])
    #expect(
      configuration.timeouts
        == Timeouts(connect: 2_000, firstByte: 60_000, idle: 1_500, total: 3_600_000))
    #expect(configuration.retries == 5)
  }

  @Test(arguments: ["", "\n", "# nothing\n", "routes:\nmodels: ~\n", "{}"])
  func whatIsEmptySaysNothing(text: String) throws {
    #expect(try read(text) == Configuration(file: "/etc/coach/config.yaml"))
  }

  /// Each stands behind a model `fast` in line 1, so that line 2 is where the faulty part begins.
  private static let wrong: [(String, Int, String)] = [
    ("route: {chat: fast}", 2, "route: unknown name; known are routes, models, providers"),
    ("routes: {talk: fast}", 2, "routes.talk: unknown route; known are chat, assess"),
    ("routes:\n  chat: {model: fsat}", 3, "routes.chat.model: no model “fsat”; known are fast, b"),
    ("routes:\n  chat:\n    fallback: [fast]", 3, "routes.chat: names no model"),
    ("routes: {chat: {model: fast, fallback: fast}}", 2, "routes.chat.fallback: must be a list"),
    ("routes: {chat: {model: fast, fallback: [fast]}}", 2, "routes.chat.fallback.1: stands in"),
    ("routes: {chat: {model: fast, fallback: [builtin]}}", 2, "routes.chat.fallback.1: the built-"),
    ("routes: [fast]", 2, "routes: must be a mapping"),
    ("retries: many", 2, "retries: must be a whole number, 0…20"),
    ("retries: 21", 2, "retries: must be a whole number, 0…20"),
    ("retries: [2]", 2, "retries: must be a text"),
    ("timeouts: {total: 5}", 2, "timeouts.total: must be a time such as"),
    ("timeouts: {idle: 0s}", 2, "timeouts.idle: must be a time such as"),
    ("timeouts: {wait: 5s}", 2, "timeouts.wait: unknown name"),
    ("providers: {opnai: {}}", 2, "providers.opnai: unknown name; known are openai, anthropic"),
    ("providers: {openai: {baseUrl: api.example}}", 2, "providers.openai.baseUrl: must begin with"),
    (
      "providers: {openai: {baseUrl: 'https://mara:pw@api.example'}}", 2,
      "providers.openai.baseUrl: must not have a name or password in it"
    ),
    ("providers: {openai: {key: {env: A, file: b}}}", 2, "providers.openai.key: must be {env"),
    ("providers: {openai: {key: {name: A}}}", 2, "providers.openai.key.name: unknown name"),
    ("retries: 2\nretries: 3", 2, "a name stands twice"),
    ("routs:\n  chat:\n    model: fast", 2, "routs: unknown name"),
    ("retries: {", 2, "not YAML"),
  ]

  @Test(arguments: wrong)
  func whatIsWrongIsNamed(text: String, line: Int, message: String) throws {
    let failure = failure(of: "models: {fast: {provider: openai, model: x}}\n\(text)\n")
    #expect(failure?.status == .configuration)
    let expected = "/etc/coach/config.yaml:\(line): \(message)"
    #expect(failure?.message.hasPrefix(expected) == true, "\(failure?.message ?? "nothing")")
  }

  /// A text of a few bytes reaches the parser with more lines than it has.
  @Test(arguments: [
    ("retries: [", 1), ("retries: [\n", 1), ("routes:\n  chat: {", 2), ("a: b: c", 1),
  ])
  func whatIsNoYAMLIsNamedByALineOfTheFile(text: String, line: Int) {
    let message = failure(of: text)?.message ?? "nothing"
    #expect(message.hasPrefix("/etc/coach/config.yaml:\(line): not YAML: "), "\(message)")
  }

  @Test func whatIsNotClosedIsNamedByWhereItBegins() {
    let message = failure(of: "routes: {\n  chat: {model: fast},\nmodels: {}\n")?.message
    #expect(message?.hasPrefix("/etc/coach/config.yaml:3: not YAML: ") == true, "\(message ?? "")")
    #expect(message?.hasSuffix(" for what begins in line 1") == true, "\(message ?? "")")
  }

  private static let wrongModels: [(String, String)] = [
    ("{}", "models.m: names no provider"),
    ("{provider: openai}", "models.m: names no model"),
    ("{provider: opnai, model: x}", "models.m.provider: must be openai, anthropic, exec:COMMAND"),
    ("{provider: builtin}", "models.m.provider: must be openai"),
    ("{provider: 'exec:'}", "models.m.provider: must be openai"),
    ("{provider: 'exec:cat', baseUrl: 'http://x'}", "models.m.baseUrl: only openai and anthropic"),
    ("{provider: openai, model: x, price: 3}", "models.m.price: must be a mapping"),
    ("{provider: openai, model: x, price: {input: 1}}", "models.m.price: needs input and output"),
    (
      "{provider: openai, model: x, price: {input: 1, output: 1e3}}",
      "models.m.price.output: must be dollars"
    ),
    ("{provider: openai, model: x, contextTokens: 12}", "models.m.contextTokens: must be a whole"),
    ("{provider: openai, model: x, maxOutputTokens: -1}", "models.m.maxOutputTokens: must be"),
    ("{provider: openai, model: x, temperature: 1}", "models.m.temperature: unknown name"),
  ]

  @Test(arguments: wrongModels)
  func whatIsWrongWithAModelIsNamed(text: String, message: String) throws {
    let failure = failure(of: "models:\n  m: \(text)\n")
    #expect(
      failure?.message.hasPrefix("/etc/coach/config.yaml:2: \(message)") == true,
      "\(failure?.message ?? "nothing")")
  }

  /// A key that stands in the file, wherever somebody put it, is refused and never repeated.
  @Test(arguments: [
    "providers: {openai: {key: sk-canary-4f0c2a7b9d1e4f0c2a7b9d1e4f0c2a7b}}",
    "providers: {openai: {key: {env: sk-canary-4f0c2a7b9d1e4f0c2a7b9d1e4f0c2a7b}}}",
    "providers: {openai: {key: {sk-canary-4f0c2a7b9d1e4f0c2a7b9d1e4f0c2a7b: env}}}",
    "providers: {openai: {key: [sk-canary-4f0c2a7b9d1e4f0c2a7b9d1e4f0c2a7b]}}",
    "models: {m: {provider: sk-canary-4f0c2a7b9d1e4f0c2a7b9d1e4f0c2a7b}}",
    "routes: {chat: sk-canary-4f0c2a7b9d1e4f0c2a7b9d1e4f0c2a7b}",
    "sk-canary-4f0c2a7b9d1e4f0c2a7b9d1e4f0c2a7b: {",
  ])
  func aKeyInTheFileIsRefusedUnseen(text: String) throws {
    let failure = failure(of: text)
    #expect(failure?.status == .configuration)
    #expect(failure?.message.contains("canary") == false)
  }

  @Test func anAliasStandsForWhatItNames() throws {
    let configuration = try read(
      """
      models:
        a: {provider: openai, model: x, price: &price {input: 1, output: 2}}
        b: {provider: openai, model: y, price: *price}
      """)
    #expect(configuration.models["b"]?.price == configuration.models["a"]?.price)
  }
}

/// Dollars as they are written become nano-dollars without floating point.
@Suite struct ModelPriceTests {
  private static let amounts: [(String, Int64)] = [
    ("0", 0), ("3", 3_000_000_000), ("0.25", 250_000_000), ("0.075", 75_000_000),
    ("2.00", 2_000_000_000), ("0.000000001", 1), ("0.1", 100_000_000),
    ("1000000", 1_000_000_000_000_000), ("007.5", 7_500_000_000),
  ]

  @Test(arguments: amounts)
  func amountsAreExact(text: String, nanoDollars: Int64) {
    #expect(ModelPrice.nanoDollars(text) == nanoDollars)
  }

  @Test(arguments: [
    "", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", "0.0000000001", "1000000.01", "1 ", "١",
    "$1", "0x1", "99999999999999999999", "1.2.3",
  ])
  func whatIsNoAmountIsRefused(text: String) {
    #expect(ModelPrice.nanoDollars(text) == nil)
  }

  @Test func costIsRoundedToTheNearest() {
    let price = ModelPrice(input: 250_000_000, cachedInput: 25_000_000, output: 2_000_000_000)
    let usage = TokenUsage(inputTokens: 1_200, outputTokens: 350, cachedTokens: 200)
    // 1,000 × 250 + 200 × 25 + 350 × 2,000 nano-dollars a token.
    #expect(price.cost(of: usage) == 250_000 + 5_000 + 700_000)
    #expect(
      ModelPrice(input: 1, output: 0).cost(of: TokenUsage(inputTokens: 499_999, outputTokens: 0))
        == 0)
    #expect(
      ModelPrice(input: 1, output: 0).cost(of: TokenUsage(inputTokens: 500_000, outputTokens: 0))
        == 1)
  }
}
