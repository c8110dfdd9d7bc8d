import CoachJSONL
import Glibc
import TestSupport
import Testing

@testable import CoachProvider

/// A key goes where it was meant to go, and nowhere else.
@Suite struct KeyTests {
  private func target(
    _ configuration: String, _ environment: [String: String], model: String? = nil
  ) throws -> (key: String?, warnings: [String]) {
    let plan = try Configuration(text: configuration, file: "config.yaml").plan(
      for: .chat, RouteRequest(provider: model == nil ? "openai" : nil, model: model),
      environment: Environment(environment))
    return (plan.targets.first?.key?.secret, plan.warnings)
  }

  /// What is said, and the key that the first target gets.
  struct Meant: Sendable, CustomTestStringConvertible {
    var text: String
    var environment: [String: String]
    var key: String?
    var testDescription: String { "\(text) \(environment.keys.sorted())" }

    init(_ text: String, _ environment: [String: String], _ key: String?) {
      self.text = text
      self.environment = environment
      self.key = key
    }
  }

  static let ofProviders: [Meant] = [
    Meant("", ["OPENAI_API_KEY": "own"], "own"),
    Meant("", ["OPENAI_BASE_URL": "https://x.example", "OPENAI_API_KEY": "own"], "own"),
    Meant("", ["OPENAI_BASE_URL": "https://x.example"], nil),
    // Of the two, the file says more exactly which is meant.
    Meant("key: {env: WORK}", ["WORK": "work", "OPENAI_API_KEY": "own"], "work"),
    Meant("baseUrl: 'https://y.example'", ["OPENAI_API_KEY": "own"], "own"),
    Meant("baseUrl: 'https://y.example'", [:], nil),
    // Another address than the configuration's does not get the configuration's key.
    Meant("key: {env: WORK}", ["WORK": "work", "OPENAI_BASE_URL": "https://x.example"], nil),
    Meant(
      "key: {env: WORK}",
      ["WORK": "work", "OPENAI_API_KEY": "own", "OPENAI_BASE_URL": "https://x.example"], "own"),
    // The same address does.
    Meant(
      "key: {env: WORK}", ["WORK": "work", "OPENAI_BASE_URL": "https://api.openai.com/v1/"],
      "work"),
  ]

  @Test(arguments: ofProviders)
  func ofAProvider(meant: Meant) throws {
    let configuration = "providers: {openai: {\(meant.text)}}"
    #expect(try target(configuration, meant.environment).key == meant.key)
  }

  static let ofModels: [Meant] = [
    Meant("baseUrl: 'http://127.0.0.1:1'", ["OPENAI_API_KEY": "own"], nil),
    Meant("baseUrl: 'http://127.0.0.1:1', key: {env: MINE}", ["MINE": "mine"], "mine"),
    Meant("key: {env: MINE}", ["MINE": "mine", "OPENAI_API_KEY": "own"], "mine"),
    Meant(
      "key: {env: MINE}",
      ["MINE": "mine", "OPENAI_API_KEY": "own", "OPENAI_BASE_URL": "https://x.example"], "own"),
    Meant(
      "baseUrl: 'https://m.example', key: {env: MINE}",
      ["MINE": "mine", "OPENAI_API_KEY": "own", "OPENAI_BASE_URL": "https://x.example"], "mine"),
  ]

  @Test(arguments: ofModels)
  func ofAModel(meant: Meant) throws {
    let configuration = "models: {m: {provider: openai, model: x, \(meant.text)}}"
    #expect(try target(configuration, meant.environment, model: "m").key == meant.key)
  }

  @Test func aFileHoldsAKeyAndNothingElse() throws {
    let directory = try Dir()
    let path = try directory.write("key", "\n  sk-1  \n")
    chmod(path, 0o600)
    let configuration = "providers: {openai: {key: {file: '\(path)'}}}"
    #expect(try target(configuration, [:]) == (key: "sk-1", warnings: []))
    // The same below the home directory.
    let home = "providers: {openai: {key: {file: ~/key}}}"
    #expect(try target(home, ["HOME": directory.path]).key == "sk-1")

    chmod(path, 0o644)
    let open = try target(configuration, [:])
    #expect(open.key == "sk-1")
    #expect(open.warnings == ["\(path): others may read this key (mode 644)"])

    for text in ["", "\n", "sk-1 sk-2", "sk-1\nX-Other: header", "schlüssel"] {
      try directory.write("key", text)
      #expect {
        try target(configuration, [:])
      } throws: {
        ($0 as? StageFailure)?.message
          == "providers.openai.key: what is in \(path) is no key: it must be one word of ASCII"
      }
    }
    #expect(throws: StageFailure.self) {
      try target("providers: {openai: {key: {file: '\(directory.path)/none'}}}", [:])
    }
  }

  @Test func aKeyOnAnOpenNetworkIsWarnedOf() throws {
    for (address, isOpen) in [
      ("http://10.0.0.1/v1", true), ("http://127.0.0.1:8080", false), ("http://localhost/x", false),
      ("http://[::1]:80", false), ("https://10.0.0.1", false), ("http://localhost.example", true),
    ] {
      let environment = ["OPENAI_BASE_URL": address, "OPENAI_API_KEY": "own"]
      #expect(try target("", environment).warnings.isEmpty == !isOpen, "\(address)")
    }
  }

  @Test func aKeyDoesNotShow() {
    let key = APIKey("sk-canary")
    for text in ["\(key)", String(reflecting: key), "\([key])", "\(Optional(key) as Any)"] {
      #expect(!text.contains("canary"))
    }
  }
}
