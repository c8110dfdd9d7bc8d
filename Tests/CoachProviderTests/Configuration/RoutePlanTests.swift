import CoachJSONL
import Testing

@testable import CoachProvider

/// Options over environment over configuration over the rules.
@Suite struct RoutePlanTests {
  /// A case of the table: what is asked for, and who answers.
  struct Precedence: Sendable, CustomTestStringConvertible {
    var name: String
    var provider: String? = nil
    var model: String? = nil
    var environment: [String: String] = [:]
    var configuration = ""
    var route = Route.chat
    /// `provider model address` of each target; empty: the rules.
    var targets: [String]
    var testDescription: String { name }
  }

  private static let file = """
    routes:
      chat: {model: fast, fallback: [local]}
      assess: {model: careful, fallback: [fast]}
      filter: fast
    models:
      fast: {provider: openai, model: gpt-fast, key: {env: FAST_KEY}}
      local: {provider: openai, model: llama, baseUrl: http://127.0.0.1:1/v1}
      careful: {provider: anthropic, model: large-1}
    """
  private static let keys = ["FAST_KEY": "f", "ANTHROPIC_API_KEY": "a"]
  private static let openAI = "https://api.openai.com/v1"
  private static let anthropic = "https://api.anthropic.com"
  private static let fast = "openai gpt-fast \(openAI)"
  private static let local = "openai llama http://127.0.0.1:1/v1"
  private static let careful = "anthropic large-1 \(anthropic)"

  static let table: [Precedence] = [
    Precedence(name: "nothing: the rules", targets: []),
    Precedence(
      name: "a key speaks for openai", environment: ["OPENAI_API_KEY": "k"],
      targets: ["openai gpt-4o-mini \(openAI)"]),
    Precedence(
      name: "an address speaks for openai",
      environment: ["OPENAI_BASE_URL": "http://127.0.0.1:9/v1/"],
      targets: ["openai default http://127.0.0.1:9/v1"]),
    Precedence(
      name: "a key speaks for anthropic", environment: ["ANTHROPIC_API_KEY": "k"],
      targets: ["anthropic claude-haiku-4-5 \(anthropic)"]),
    Precedence(
      name: "of two keys, openai's",
      environment: ["ANTHROPIC_API_KEY": "k", "OPENAI_API_KEY": "k"],
      targets: ["openai gpt-4o-mini \(openAI)"]),
    Precedence(
      name: "a filter asks nobody by itself", environment: ["OPENAI_API_KEY": "k"], route: .filter,
      targets: []),
    Precedence(
      name: "a filter asks nobody for a variable", environment: ["COACH_PROVIDER": "openai"],
      configuration: file, route: .filter, targets: []),
    Precedence(
      name: "a filter asks whom an option names", provider: "openai", environment: keys,
      configuration: file, route: .filter, targets: [fast]),
    Precedence(
      name: "COACH_PROVIDER over a key",
      environment: ["OPENAI_API_KEY": "k", "COACH_PROVIDER": "builtin"], targets: []),
    Precedence(
      name: "COACH_MODEL goes with the key's service",
      environment: ["OPENAI_API_KEY": "k", "COACH_MODEL": "gpt-x"],
      targets: ["openai gpt-x \(openAI)"]),
    Precedence(
      name: "--model over COACH_MODEL", model: "gpt-y",
      environment: ["OPENAI_API_KEY": "k", "COACH_MODEL": "gpt-x"],
      targets: ["openai gpt-y \(openAI)"]),
    Precedence(
      name: "the configuration's route, with its fallback", environment: keys, configuration: file,
      targets: [fast, local]),
    Precedence(
      name: "the configuration over a key in the environment",
      environment: keys.merging(["OPENAI_API_KEY": "k"]) { $1 }, configuration: file,
      route: .assess, targets: [careful, fast]),
    Precedence(
      name: "a route that the configuration leaves out: the rules",
      environment: keys.merging(["OPENAI_API_KEY": "k"]) { $1 }, configuration: file,
      route: .summarize, targets: []),
    Precedence(
      name: "COACH_PROVIDER over the configuration",
      environment: keys.merging(["COACH_PROVIDER": "builtin"]) { $1 }, configuration: file,
      targets: []),
    Precedence(
      name: "--provider over COACH_PROVIDER", provider: "builtin",
      environment: keys.merging(["COACH_PROVIDER": "openai", "COACH_MODEL": "gpt-x"]) { $1 },
      configuration: file, targets: []),
    Precedence(
      name: "the head of the route keeps its fallback", provider: "openai", environment: keys,
      configuration: file, targets: [fast, local]),
    Precedence(
      name: "another provider of the route has none", provider: "openai", environment: keys,
      configuration: file, route: .assess, targets: [fast]),
    Precedence(
      name: "COACH_PROVIDER takes the configured model, too",
      environment: keys.merging(["COACH_PROVIDER": "anthropic"]) { $1 }, configuration: file,
      route: .assess, targets: [careful, fast]),
    Precedence(
      name: "a provider that the route lacks: its usual model", provider: "anthropic",
      environment: keys, configuration: file,
      targets: ["anthropic claude-haiku-4-5 \(anthropic)"]),
    Precedence(
      name: "--model by its name in the configuration", model: "careful", environment: keys,
      configuration: file, targets: [careful]),
    Precedence(
      name: "--model by the name of the head", model: "fast", environment: keys,
      configuration: file, targets: [fast, local]),
    Precedence(
      name: "--model's name over COACH_PROVIDER", model: "careful",
      environment: keys.merging(["COACH_PROVIDER": "openai"]) { $1 }, configuration: file,
      targets: [careful]),
    Precedence(
      name: "COACH_MODEL by its name in the configuration",
      environment: keys.merging(["COACH_MODEL": "local"]) { $1 }, configuration: file,
      targets: [local]),
    Precedence(
      name: "COACH_MODEL of another provider does not go with --provider", provider: "anthropic",
      environment: keys.merging(["COACH_PROVIDER": "openai", "COACH_MODEL": "gpt-x"]) { $1 },
      targets: ["anthropic claude-haiku-4-5 \(anthropic)"]),
    Precedence(
      name: "COACH_MODEL goes with the same --provider", provider: "anthropic",
      environment: keys.merging(["COACH_PROVIDER": "anthropic", "COACH_MODEL": "x"]) { $1 },
      targets: ["anthropic x \(anthropic)"]),
    Precedence(
      name: "any other --model is of the route's service", model: "gpt-z", environment: keys,
      configuration: file.replacing("key: {env: FAST_KEY}", with: "price: {input: 1, output: 1}"),
      route: .assess, targets: ["anthropic gpt-z \(anthropic)"]),
    Precedence(
      name: "a program", provider: "exec:./answer", targets: ["exec default ./answer"]),
    Precedence(
      name: "a recording, with a model", provider: "replay:tape", model: "m",
      targets: ["replay m tape"]),
  ]

  private func plan(_ row: Precedence) throws -> RoutePlan {
    try Configuration(text: row.configuration, file: "config.yaml").plan(
      for: row.route, RouteRequest(provider: row.provider, model: row.model),
      environment: Environment(row.environment))
  }

  @Test(arguments: table)
  func whoAnswers(row: Precedence) throws {
    let plan = try plan(row)
    #expect(plan.targets.map { "\($0.provider) \($0.modelId) \($0.location)" } == row.targets)
    #expect(plan.isBuiltin == row.targets.isEmpty)
  }

  private static let refused: [(Precedence, String)] = [
    (Precedence(name: "provider", provider: "opnai", targets: []), "--provider: unknown provider"),
    (
      Precedence(name: "variable", environment: ["COACH_PROVIDER": "opnai"], targets: []),
      "COACH_PROVIDER: unknown provider"
    ),
    (
      Precedence(name: "key", provider: "openai", targets: []), "openai needs a key: set OPENAI_API"
    ),
    (
      Precedence(
        name: "key of the file", environment: ["ANTHROPIC_API_KEY": "a"], configuration: file,
        targets: []),
      "models.fast.key: FAST_KEY is not set"
    ),
    (
      Precedence(name: "model of nobody", model: "gpt-x", targets: []),
      "the builtin provider has no model but rules-1"
    ),
    (
      Precedence(
        name: "model of another", provider: "openai", model: "careful", environment: keys,
        configuration: file, targets: []),
      "the model “careful” is of anthropic, not of openai"
    ),
    (
      Precedence(
        name: "model of another, variables",
        environment: ["COACH_PROVIDER": "openai", "COACH_MODEL": "careful"], configuration: file,
        targets: []),
      "the model “careful” is of anthropic, not of openai"
    ),
    (
      Precedence(name: "address", environment: ["OPENAI_BASE_URL": "localhost:1"], targets: []),
      "OPENAI_BASE_URL: must begin with http:// or https://"
    ),
    (
      Precedence(name: "key of two words", environment: ["OPENAI_API_KEY": "a b"], targets: []),
      "OPENAI_API_KEY: what OPENAI_API_KEY holds is no key"
    ),
  ]

  @Test(arguments: refused)
  func nobodyIsAnsweredByAnother(row: Precedence, message: String) {
    #expect {
      try plan(row)
    } throws: { error in
      let failure = error as? StageFailure
      return failure?.status == .configuration && failure?.message.hasPrefix(message) == true
    }
  }

  @Test func whoNamesNobodyIsToldWhoAnswers() throws {
    let builtin = try plan(Precedence(name: "", targets: []))
    #expect(builtin.notices.first?.contains("builtin does the work") == true)
    let openAI = try plan(
      Precedence(name: "", environment: ["OPENAI_BASE_URL": "http://127.0.0.1:9"], targets: []))
    #expect(
      openAI.notices.first?.hasPrefix("openai does the work, as OPENAI_BASE_URL is set") == true)
    let named = try plan(Precedence(name: "", provider: "builtin", targets: []))
    #expect(named.notices.isEmpty)
  }

  @Test func timesAndTries() throws {
    let configuration = try Configuration(
      text: "{timeouts: {idle: 7s, total: 9s}, retries: 4}", file: "c")
    let plan = try configuration.plan(for: .chat, RouteRequest(), environment: Environment([:]))
    #expect(
      plan.timeouts == Timeouts(connect: 10_000, firstByte: 60_000, idle: 7_000, total: 9_000))
    #expect(plan.retries == 4)
    let hurried = try configuration.plan(
      for: .chat, RouteRequest(timeout: 2_000, retries: 0), environment: Environment([:]))
    #expect(
      hurried.timeouts == Timeouts(connect: 2_000, firstByte: 2_000, idle: 2_000, total: 2_000))
    #expect(hurried.retries == 0)
    let patient = try configuration.plan(
      for: .chat, RouteRequest(timeout: 600_000), environment: Environment([:]))
    #expect(patient.timeouts.total == 600_000)
  }

  @Test func whatTheConfigurationSaysOfAModelGoesWithIt() throws {
    let configuration = try Configuration(
      text: """
        models:
          m: {provider: "exec:cat", price: {input: 1, output: 2}, contextTokens: 999, maxOutputTokens: 7}
        """, file: "c")
    let target = try #require(
      try configuration.plan(
        for: .assess, RouteRequest(model: "m", recording: "tape"), environment: Environment([:])
      ).targets.first)
    #expect(target.price == ModelPrice(input: 1_000_000_000, output: 2_000_000_000))
    #expect(target.contextTokens == 999)
    #expect(target.maxOutputTokens == 7)
    #expect(target.recording == "tape")
    #expect(target.key == nil)
  }
}
