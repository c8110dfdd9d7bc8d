import CoachJSONL
import Logging

/// One attempt at a call: what came of it, and its prompt run.
struct CallAttempt {
  let model: ModelChain.Model
  let request: ChatRequest
  let subject: CallSubject
  let surroundings: CallSurroundings

  private(set) var text = ""
  private(set) var finish: FinishReason?
  private(set) var failure: ProviderFailure?
  private(set) var isCancelled = false
  /// Milliseconds of the steady clock.
  private(set) var firstTextAt: Int64?
  private var usage: TokenUsage?
  private var startedAt: Int64 = 0
  private var endedAt: Int64 = 0
  private var createdAt: Int64 = 0

  init(
    model: ModelChain.Model, request: ChatRequest, subject: CallSubject,
    surroundings: CallSurroundings
  ) {
    self.model = model
    self.request = request
    self.subject = subject
    self.surroundings = surroundings
  }

  /// Asks, and takes in what comes until it ends.
  mutating func run(onText: @Sendable (String) -> Void) async {
    createdAt = surroundings.clock.now()
    startedAt = surroundings.steady()
    do {
      for try await event in model.provider.stream(request) {
        switch event {
        case .text(let piece):
          guard !piece.isEmpty else { continue }
          firstTextAt = firstTextAt ?? surroundings.steady()
          text += piece
          onText(piece)
        case .refusal: finish = .refusal
        case .usage(let usage): self.usage = usage
        case .finished(let reason): finish = finish == .refusal ? .refusal : reason
        }
      }
      try Task.checkCancellation()
      if finish == nil { failure = ProviderFailure(.cut) }
    } catch let error as ProviderFailure {
      failure = error
      isCancelled = Task.isCancelled
    } catch {
      failure = ProviderFailure(.cut, "the call was cancelled")
      isCancelled = true
    }
    if failure != nil { finish = nil }
    endedAt = surroundings.steady()
  }

  private var latencyMs: Int64 { endedAt - startedAt }

  /// What was used: counted by the service, else estimated; nothing where the request was refused.
  private var tokens: (usage: TokenUsage, isEstimated: Bool) {
    if let usage { return (usage, false) }
    guard failure == nil || !text.isEmpty else {
      return (TokenUsage(inputTokens: 0, outputTokens: 0), false)
    }
    let prompt = Prompt(
      system: request.system, messages: request.messages,
      maxOutputTokens: request.maxOutputTokens)
    return (
      TokenUsage(
        inputTokens: Int64(TokenEstimate.tokens(of: prompt)),
        outputTokens: Int64(TokenEstimate.tokens(of: text))), true
    )
  }

  private var status: PromptRun.Status {
    if isCancelled { return .cancelled }
    switch finish {
    case .stop, .other: return .ok
    case .length: return .truncated
    case .contentFilter: return .filtered
    case .refusal: return .refused
    case nil: return text.isEmpty ? .error : .partial
    }
  }

  private var costCents: Double? {
    // Nano-dollars to cents.
    model.price.map { Double($0.cost(of: tokens.usage)) / 1e7 }
  }

  /// - Parameter number: which attempt of the call it was, counted from 1.
  func promptRun(number: Int) -> PromptRun {
    let tokens = tokens
    return PromptRun(
      id: surroundings.mint.mint(.promptRun), requestId: subject.requestId, userId: subject.userId,
      sessionId: subject.sessionId, interactionIds: subject.interactionIds,
      groupId: subject.groupId, provider: model.provider.provider,
      modelId: model.provider.modelId, rubricVersion: subject.rubricVersion,
      inputTokens: tokens.usage.inputTokens, outputTokens: tokens.usage.outputTokens,
      latencyMs: latencyMs, costCents: costCents, status: status.rawValue, createdAt: createdAt,
      stage: subject.stage, attempt: Int64(number),
      ttftMs: firstTextAt.map { $0 - startedAt }, cachedTokens: tokens.usage.cachedTokens,
      estimated: tokens.isEstimated ? true : nil, errorCode: failure?.kind.rawValue)
  }

  /// Tells of the attempt, without a word of what was said.
  func log(number: Int) {
    let tokens = tokens
    var metadata: Logger.Metadata = [
      "requestId": "\(subject.requestId)", "latencyMs": "\(latencyMs)",
      "provider": "\(model.provider.provider)", "modelId": "\(model.provider.modelId)",
      "tokensIn": "\(tokens.usage.inputTokens)", "tokensOut": "\(tokens.usage.outputTokens)",
      "status": "\(status.rawValue)",
    ]
    metadata["userId"] = subject.userId.map { "\($0)" }
    metadata["sessionId"] = subject.sessionId.map { "\($0)" }
    metadata["groupId"] = subject.groupId.map { "\($0)" }
    metadata["costCents"] = costCents.map { "\($0)" }
    let message = failure.map { "attempt \(number): \($0)" } ?? "attempt \(number): \(status)"
    // What failed is worth a look, also where the next attempt succeeds.
    let level: Logger.Level = failure == nil || isCancelled ? .info : .warning
    surroundings.diagnostics.log(level, message, metadata)
  }
}
