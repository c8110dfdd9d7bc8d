public import CoachJSONL

/// Any program that answers: `/bin/sh -c COMMAND`, once for each request.
///
/// It reads the request as one JSON object on its standard input, and writes the answer as JSON
/// Lines: `{"text":"…"}` for a further piece, `{"usage":{"inputTokens","outputTokens",
/// "cachedTokens"}}`, `{"finish":"stop|length|content_filter|refusal"}` and
/// `{"error":{"kind","message"}}`. Exit status 0 without a `finish` means `stop`.
public struct ExecProvider: ChatProvider {
  public let provider = "exec"
  public let modelId: String
  public var server: String { command }
  private let command: String
  private let environment: [String: String]

  /// - Parameters:
  ///   - target: `location` is the command.
  ///   - environment: what the command gets of it: all but the keys (`…_API_KEY`).
  /// - Throws: `StageFailure` (78) where there is no command.
  public init(_ target: ModelTarget, environment: [String: String]) throws(StageFailure) {
    guard !target.location.trimmingBlanks.isEmpty else {
      throw StageFailure(.configuration, "exec: needs a command")
    }
    guard target.recording == nil else {
      throw StageFailure(.configuration, "what exec answers does not come over a wire to record")
    }
    command = target.location
    modelId = target.modelId
    self.environment = environment.filter { !$0.key.hasSuffix("_API_KEY") }
  }

  public func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatEvent, any Error> {
    let answer = ExecAnswer {
      () throws(ProviderFailure) in
      try ExecRun.start(
        command, environment: environment,
        input: request.document(modelId: modelId) + [UInt8(ascii: "\n")],
        timeouts: request.timeouts)
    }
    return AsyncThrowingStream { try await answer.next() }
  }
}

/// One answer of a command, read as far as somebody asks for it.
private actor ExecAnswer {
  private let start: @Sendable () throws(ProviderFailure) -> ByteChannel<ExecStatus>
  private var channel: ByteChannel<ExecStatus>?
  private var reading = ExecReading()
  /// What was decoded and not yet asked for, the next one last.
  private var pending: [ChatEvent] = []
  private var isStarted = false
  private var failure: ProviderFailure?

  init(_ start: @escaping @Sendable () throws(ProviderFailure) -> ByteChannel<ExecStatus>) {
    self.start = start
  }

  deinit { channel?.abandon() }

  func next() async throws -> ChatEvent? {
    while pending.isEmpty {
      if let failure {
        self.failure = nil
        throw failure
      }
      if !isStarted {
        isStarted = true
        channel = try start()
      }
      guard let channel else { return nil }
      try await readOn(channel)
    }
    return pending.removeLast()
  }

  private func readOn(_ channel: ByteChannel<ExecStatus>) async throws {
    var events: [ChatEvent] = []
    do {
      if let bytes = try await channel.next() {
        try reading.read(bytes, into: &events)
      } else {
        try reading.finish(await channel.head(), into: &events)
        self.channel = nil
      }
    } catch {
      channel.abandon()
      self.channel = nil
      guard let failure = error as? ProviderFailure else { throw error }
      self.failure = failure
    }
    pending = events.reversed()
  }
}
