public import Logging

#if canImport(Glibc)
  import Glibc
#endif

/// What a tool says on stderr: plain on a terminal, else one JSON object a line (contract §3).
///
/// A message names places, rules and numbers; no text of a user or of a model, and no key, is ever
/// passed to it.
public struct Diagnostics: Sendable {
  /// The logger behind it, for messages with the contract's fields as metadata.
  public let logger: Logger
  private let isSilent: Bool
  private let announces: Bool

  /// The diagnostics of a tool.
  ///
  /// - Parameters:
  ///   - environment: `COACH_LOG`, `COACH_LOG_LEVEL`, `COACH_LOG_SALT`, `COACH_LOG_IDS`.
  ///   - verbose: lowers the level to `info` where the environment does not set it.
  ///   - descriptor: where messages go.
  public init(
    tool: String, environment: Environment, clock: WallClock, verbose: Bool = false,
    descriptor: Int32 = 2
  ) {
    let level = environment["COACH_LOG_LEVEL"].flatMap(Logger.Level.init(rawValue:))
    let form = environment["COACH_LOG"]
    isSilent = form == "none"
    announces = !isSilent && (level ?? .warning) <= .warning
    let isPlain = form == "text" || (form != "json" && isatty(descriptor) == 1)
    let pseudonyms = Pseudonyms(environment)
    logger = Logger(label: tool) { label in
      var handler: any LogHandler =
        isPlain
        ? PlainLogHandler(tool: label, descriptor: descriptor)
        : JSONLogHandler(
          tool: label, clock: clock, pseudonyms: pseudonyms, descriptor: descriptor)
      handler.logLevel = level ?? (verbose ? .info : .warning)
      return handler
    }
  }

  /// Says that something failed.
  public func error(_ message: String, place: String? = nil) {
    log(.error, message, place)
  }

  /// Says something that the user should look at.
  public func warning(_ message: String, place: String? = nil) {
    log(.warning, message, place)
  }

  /// Says something that only somebody who asks wants to know.
  public func info(_ message: String, place: String? = nil) {
    log(.info, message, place)
  }

  /// Says what a tool has done or runs with: shown unless errors alone were asked for.
  public func announce(_ message: String) {
    guard announces else { return }
    var handler = logger.handler
    handler.logLevel = .notice
    handler.log(
      event: LogEvent(
        level: .notice, message: "\(message)", metadata: nil, source: "", file: #fileID,
        function: #function, line: #line))
  }

  /// Says something with the contract's fields (`requestId`, `latencyMs`, …).
  public func log(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) {
    guard !isSilent else { return }
    logger.log(level: level, "\(message)", metadata: metadata, source: "")
  }

  private func log(_ level: Logger.Level, _ message: String, _ place: String?) {
    guard !isSilent else { return }
    let metadata: Logger.Metadata? = place.map { ["place": .string($0)] }
    logger.log(level: level, "\(message)", metadata: metadata, source: "")
  }
}
