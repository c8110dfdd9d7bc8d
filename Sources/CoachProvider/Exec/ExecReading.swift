import CoachJSONL

/// Reads what a command writes: JSON Lines, cut anywhere.
struct ExecReading {
  /// The most bytes of one line.
  private static let mostLineBytes = 16 << 20

  private var line: [UInt8] = []
  private var reason: FinishReason?

  /// Reads further bytes.
  ///
  /// - Throws: `ProviderFailure`: what the command says, or `malformed` where a line is none of an
  ///   answer.
  mutating func read(
    _ bytes: [UInt8], into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      line.append(contentsOf: rest[..<end])
      rest = rest[(end + 1)...]
      try takeLine(&events)
    }
    line.append(contentsOf: rest)
    guard line.count <= Self.mostLineBytes else {
      throw ProviderFailure(.malformed, "a line is longer than \(Self.mostLineBytes >> 20) MiB")
    }
  }

  /// Ends the answer: the command has.
  mutating func finish(
    _ status: ExecStatus, into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    switch status {
    case .exited(0):
      try takeLine(&events)
      events.append(.finished(reason ?? .stop))
    case .exited(126), .exited(127):
      throw ProviderFailure(.configuration, "the command cannot be run")
    case .exited(let status):
      throw ProviderFailure(.server, "the command ended with status \(status)")
    case .killed(let signal):
      throw ProviderFailure(.server, "the command was ended by signal \(signal)")
    }
  }

  private mutating func takeLine(_ events: inout [ChatEvent]) throws(ProviderFailure) {
    defer { line.removeAll(keepingCapacity: line.count <= 64 << 10) }
    guard line.contains(where: { !" \t\r".utf8.contains($0) }) else { return }
    guard let document = try? JSONTree(line), case .object = document else {
      throw ProviderFailure(.malformed, "a line of the command is no JSON object")
    }
    if let error = document["error"], !error.isNull {
      let kind = error["kind"]?.string.flatMap(ProviderFailure.Kind.init) ?? .server
      throw ProviderFailure(kind, "the command says so")
    }
    if let text = document["text"]?.string, !text.isEmpty { events.append(.text(text)) }
    if let text = document["refusal"]?.string, !text.isEmpty { events.append(.refusal(text)) }
    if let usage = document["usage"], let input = usage["inputTokens"]?.tokenCount {
      events.append(
        .usage(
          TokenUsage(
            inputTokens: input, outputTokens: usage["outputTokens"]?.tokenCount ?? 0,
            cachedTokens: usage["cachedTokens"]?.tokenCount)))
    }
    if let word = document["finish"]?.string {
      reason =
        switch word {
        case "stop": .stop
        case "length": .length
        case "content_filter": .contentFilter
        case "refusal": .refusal
        default: .other(ServerError.isIdentifier(word) ? word : "unknown")
        }
    }
  }
}
