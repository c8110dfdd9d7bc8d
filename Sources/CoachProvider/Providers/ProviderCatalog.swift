public import CoachJSONL

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Makes the provider that a configuration names.
public struct ProviderCatalog: Sendable {
  private let transport: any HTTPTransport
  private let clock: WallClock
  private let environment: [String: String]

  /// - Parameters:
  ///   - transport: shared by all providers that it makes.
  ///   - clock: what dates in headers are counted from.
  ///   - environment: what commands get; nil: that of this process.
  public init(
    transport: any HTTPTransport, clock: WallClock, environment: [String: String]? = nil
  ) {
    self.transport = transport
    self.clock = clock
    self.environment = environment ?? ProcessInfo.processInfo.environment
  }

  /// The provider of a target.
  ///
  /// - Throws: `StageFailure`: 78 where there is no such provider or the target cannot be used, 66
  ///   where a recording cannot be read, 73 where none can be written.
  public func provider(for target: ModelTarget) throws(StageFailure) -> any ChatProvider {
    let recorder = try recorder(of: target)
    switch target.provider {
    case OpenAIWire.provider:
      return try OpenAIProvider(target, transport: transport, clock: clock, recorder: recorder)
    case AnthropicWire.provider:
      return try AnthropicProvider(target, transport: transport, clock: clock, recorder: recorder)
    case "exec": return try ExecProvider(target, environment: environment)
    case "replay": return try ReplayProvider(target, clock: clock)
    default:
      throw StageFailure(
        .configuration,
        "unknown provider: openai, anthropic, exec:COMMAND, replay:FILE and builtin are known")
    }
  }

  private func recorder(of target: ModelTarget) throws(StageFailure) -> ExchangeRecorder? {
    guard let file = target.recording, !["exec", "replay"].contains(target.provider) else {
      return nil
    }
    return try ExchangeRecorder(file: file)
  }
}
