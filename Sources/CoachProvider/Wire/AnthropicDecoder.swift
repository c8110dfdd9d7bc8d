import CoachJSONL

/// Reads an answer of Anthropic's messages: `message_start`, blocks of text, `message_delta` with
/// the reason and all usage so far, `message_stop`; `ping` and what is not known is passed over.
struct AnthropicDecoder: AnswerDecoder {
  private(set) var isComplete = false
  private let asksForm: Bool
  private var reason: FinishReason?
  private var usage = Usage()

  /// What is known of it so far.
  private struct Usage: Equatable {
    var input: Int64 = 0
    var cacheRead: Int64?
    var cacheCreation: Int64?
    var output: Int64 = 0

    /// Tokens that were read from a cache or put into one are not among `input_tokens`.
    var total: TokenUsage {
      TokenUsage(
        inputTokens: input + (cacheRead ?? 0) + (cacheCreation ?? 0), outputTokens: output,
        cachedTokens: cacheRead)
    }
  }

  init(asksForm: Bool) { self.asksForm = asksForm }

  mutating func decode(
    _ event: ServerEvent, into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    let document = try JSONTree(event: event)
    switch document["type"]?.string ?? event.name {
    case "message_start":
      if let message = document["message"] { read(usage: message["usage"], into: &events) }
    case "content_block_start": read(block: document["content_block"], into: &events)
    case "content_block_delta":
      let delta = document["delta"]
      if delta?["type"]?.string == "text_delta" { read(text: delta?["text"], into: &events) }
    case "message_delta":
      read(usage: document["usage"], into: &events)
      read(reason: document["delta"]?["stop_reason"])
    case "message_stop": try finish(into: &events)
    case "error": throw failure(document)
    default: break
    }
  }

  mutating func decode(
    document: JSONTree, into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    guard document["type"]?.string == "message", let blocks = document["content"]?.elements else {
      throw failure(document)
    }
    for block in blocks { read(block: block, into: &events) }
    read(usage: document["usage"], into: &events)
    read(reason: document["stop_reason"])
    try finish(into: &events)
  }

  mutating func finish(into events: inout [ChatEvent]) throws(ProviderFailure) {
    guard !isComplete else { return }
    guard let reason else {
      throw ProviderFailure(.cut, "the answer ended without a stop_reason")
    }
    isComplete = true
    events.append(.finished(reason))
  }

  private func read(block: JSONTree?, into events: inout [ChatEvent]) {
    if block?["type"]?.string == "text" { read(text: block?["text"], into: &events) }
  }

  private func read(text: JSONTree?, into events: inout [ChatEvent]) {
    if let text = text?.string, !text.isEmpty { events.append(.text(text)) }
  }

  private mutating func read(reason: JSONTree?) {
    guard let word = reason?.string else { return }
    self.reason =
      switch word {
      case "end_turn", "stop_sequence": .stop
      case "max_tokens", "model_context_window_exceeded": .length
      case "refusal": .refusal
      default: .other(ServerError.isIdentifier(word) ? word : "unknown")
      }
  }

  /// Counts are of everything so far; what an event does not name stands as it was.
  private mutating func read(usage document: JSONTree?, into events: inout [ChatEvent]) {
    guard let document else { return }
    let before = usage
    usage.input = document["input_tokens"]?.tokenCount ?? usage.input
    usage.cacheRead = document["cache_read_input_tokens"]?.tokenCount ?? usage.cacheRead
    usage.cacheCreation = document["cache_creation_input_tokens"]?.tokenCount ?? usage.cacheCreation
    usage.output = document["output_tokens"]?.tokenCount ?? usage.output
    if usage != before { events.append(.usage(usage.total)) }
  }

  private func failure(_ document: JSONTree) -> ProviderFailure {
    guard let error = ServerError(document) else {
      return ProviderFailure(.malformed, "the document is no answer")
    }
    return FailureReading.failure(inside: error, asksForm: asksForm)
  }
}
