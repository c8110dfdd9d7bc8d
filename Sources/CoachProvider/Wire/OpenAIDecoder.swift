import CoachJSONL

/// Reads an answer of chat completions: chunks, a usage chunk with or without `choices`, `[DONE]`.
struct OpenAIDecoder: AnswerDecoder {
  private(set) var isComplete = false
  private let asksForm: Bool
  /// Why the model stopped, until the stream ends: usage comes behind it.
  private var reason: FinishReason?
  private var isRefusal = false

  init(asksForm: Bool) { self.asksForm = asksForm }

  mutating func decode(
    _ event: ServerEvent, into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    if event.data.elementsEqual("[DONE]".utf8) { return try finish(into: &events) }
    try read(JSONTree(event: event), contentIn: "delta", into: &events)
  }

  mutating func decode(
    document: JSONTree, into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    try read(document, contentIn: "message", into: &events)
    try finish(into: &events)
  }

  mutating func finish(into events: inout [ChatEvent]) throws(ProviderFailure) {
    guard !isComplete else { return }
    guard let reason else {
      throw ProviderFailure(.cut, "the answer ended without a finish_reason")
    }
    isComplete = true
    events.append(.finished(isRefusal && reason == .stop ? .refusal : reason))
  }

  private mutating func read(
    _ document: JSONTree, contentIn member: String, into events: inout [ChatEvent]
  ) throws(ProviderFailure) {
    let choices = document["choices"]?.elements
    // Only a document that answers nothing is an error: some answers have an `error` that is null.
    if choices == nil || !(document["error"]?.isNull ?? true),
      let error = ServerError(document)
    {
      throw FailureReading.failure(inside: error, asksForm: asksForm)
    }
    guard case .object = document, choices != nil || document["usage"] != nil else {
      throw ProviderFailure(.malformed, "an event is no part of an answer")
    }
    for choice in choices ?? [] where (choice["index"]?.integer ?? 0) == 0 {
      let content = choice[member]
      if let text = content?["content"]?.contentText, !text.isEmpty { events.append(.text(text)) }
      if let text = content?["refusal"]?.string, !text.isEmpty {
        isRefusal = true
        events.append(.refusal(text))
      }
      if let word = choice["finish_reason"]?.string { reason = Self.reason(word) }
    }
    if let usage = document["usage"].flatMap(Self.usage) { events.append(.usage(usage)) }
  }

  private static func reason(_ word: String) -> FinishReason {
    switch word {
    case "stop", "eos", "eos_token", "stop_sequence": .stop
    case "length": .length
    case "content_filter": .contentFilter
    case "refusal": .refusal
    default: .other(ServerError.isIdentifier(word) ? word : "unknown")
    }
  }

  private static func usage(_ usage: JSONTree) -> TokenUsage? {
    guard let input = usage["prompt_tokens"]?.tokenCount else { return nil }
    return TokenUsage(
      inputTokens: input, outputTokens: usage["completion_tokens"]?.tokenCount ?? 0,
      cachedTokens: usage["prompt_tokens_details"]?["cached_tokens"]?.tokenCount)
  }
}
