import Foundation

/// The HTTP server of llama.cpp, running a model that has learned nothing (`Tests/ModelServer`): it
/// speaks the languages of OpenAI and of Anthropic, streams, counts tokens, asks for its key and holds
/// answers to a JSON schema. What it says is babble.
///
/// It is started once for a process of tests, on a free port, and ends with that process, however that
/// ends: it waits for the end of its stdin.
public final class ModelServer: Sendable {
  /// The key that it asks for. A canary, too: it must be in no output and in no log.
  public static let key = "sk-canary-8c41d7e90b"
  /// The name of its model; it answers to any.
  public static let model = "coach-tiny"
  /// How many tokens a request may have, with its answer.
  public static let contextTokens = 32_768

  private static let started = Result { try ModelServer() }

  /// The one server of this process, started where it was not yet.
  ///
  /// - Throws: `Unavailable` where it cannot be started.
  public static func shared() throws -> ModelServer { try started.get() }

  /// Why there is no server.
  public struct Unavailable: Error, CustomStringConvertible {
    public let description: String
  }

  /// `http://127.0.0.1:PORT`.
  public let address: String
  /// The base address of the OpenAI-compatible side.
  public var openAIBaseURL: String { "\(address)/v1" }
  /// The base address of the Anthropic-compatible side.
  public var anthropicBaseURL: String { address }

  private let process: InteractiveCommand

  private init() throws {
    let python = "\(Package.root)/.build/peers/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw Unavailable(description: "no \(python): Tests/run.sh makes it")
    }
    let directory = try Dir()
    let model = directory.file("tiny.gguf")
    let made = try directory.command(
      python, "\(Package.root)/Tests/ModelServer/make-model.py", model,
      "\(Package.root)/Sources/CoachProvider/Rubrics/default.yaml"
    ).run()
    guard made.exit == .status(0) else { throw Unavailable(description: "no model: \(made)") }
    // Two requests side by side share the context.
    process = try directory.command(
      python, "\(Package.root)/Tests/ModelServer/serve.py", model, "\(2 * Self.contextTokens)"
    ).environment("MODEL_SERVER_KEY", Self.key).start()
    guard let line = process.nextLine(within: 60), line.hasPrefix("http://") else {
      throw Unavailable(description: "the model server does not listen")
    }
    address = line
  }
}
