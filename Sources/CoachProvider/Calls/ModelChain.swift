import CoachJSONL
import Synchronization

/// The models of one route, asked in their order until one answers (plan §11), each as often as the
/// policy says; every attempt leaves a prompt run.
struct ModelChain: Sendable {
  /// One model of the chain.
  struct Model: Sendable {
    let provider: any ChatProvider
    /// nil where nobody said: its calls cost nobody knows what.
    var price: ModelPrice?
    /// How many tokens prompt and answer may have together.
    var contextTokens: Int
    /// The most tokens of an answer; nil for what the prompt asks.
    var maxOutputTokens: Int?
  }

  /// Never empty.
  let models: [Model]
  let policy: RetryPolicy
  let timeouts: Timeouts
  let surroundings: CallSurroundings
  private let ladder = FormatLadder()
  private let access = ModelAccess()

  init(
    _ first: Model, fallback: [Model] = [], policy: RetryPolicy, timeouts: Timeouts,
    surroundings: CallSurroundings
  ) {
    models = [first] + fallback
    self.policy = policy
    self.timeouts = timeouts
    self.surroundings = surroundings
  }

  /// Asks.
  ///
  /// - Parameters:
  ///   - onText: shown each piece of the answer as it comes. What was shown cannot be taken back,
  ///     so a failure behind it is final. nil: nothing is shown, and a broken answer is asked for again.
  ///   - prompt: what to say to a model, by how much it can read.
  func ask(
    for subject: CallSubject, onText: (@Sendable (String) -> Void)? = nil,
    prompt: @Sendable (Model) -> Prompt
  ) async -> ModelReply {
    let started = surroundings.steady()
    var reply = ModelReply(
      provider: models[0].provider.provider, modelId: models[0].provider.modelId)
    for model in models {
      reply.isCancelled = Task.isCancelled
      if reply.isCancelled { break }
      reply.provider = model.provider.provider
      reply.modelId = model.provider.modelId
      if let refusal = access.refusal(of: model, now: surroundings.steady()) {
        reply.failure = refusal
        continue
      }
      await ask(model, prompt(model), for: subject, onText: onText, started: started, &reply)
      let isShown = onText != nil && !reply.text.isEmpty
      if reply.failure == nil || reply.isCancelled || isShown { break }
    }
    reply.latencyMs = surroundings.steady() - started
    return reply
  }

  /// Asks one model until it answers, or is not to be asked again.
  private func ask(
    _ model: Model, _ prompt: Prompt, for subject: CallSubject,
    onText: (@Sendable (String) -> Void)?, started: Int64, _ reply: inout ModelReply
  ) async {
    var retries = 0
    var rung = ladder.rung(for: model.provider.server)
    while true {
      let request = request(prompt, for: subject, model, rung)
      var attempt = CallAttempt(
        model: model, request: request, subject: subject, surroundings: surroundings)
      await attempt.run { piece in onText?(piece) }
      reply.runs.append(attempt.promptRun(number: reply.runs.count + 1))
      reply.text = attempt.text
      reply.finish = attempt.finish
      reply.failure = attempt.failure
      reply.isCancelled = attempt.isCancelled
      reply.ttftMs = attempt.firstTextAt.map { $0 - started }
      attempt.log(number: reply.runs.count)
      guard let failure = attempt.failure, !attempt.isCancelled else { return }
      if onText != nil, !attempt.text.isEmpty { return }
      if failure.kind == .formatRefused, prompt.shape != nil,
        let lower = ladder.refuse(rung, by: model.provider.server)
      {
        rung = lower
        continue
      }
      retries += 1
      guard case .retry(let wait) = policy.decision(after: failure, attempt: retries) else {
        return access.note(failure, of: model, now: surroundings.steady())
      }
      do {
        try await surroundings.sleep(wait)
      } catch {
        reply.isCancelled = true
        return
      }
    }
  }

  private func request(
    _ prompt: Prompt, for subject: CallSubject, _ model: Model, _ rung: FormatRung
  ) -> ChatRequest {
    ChatRequest(
      requestId: subject.requestId, system: prompt.system, messages: prompt.messages,
      maxOutputTokens: model.maxOutputTokens ?? prompt.maxOutputTokens,
      temperature: prompt.temperature, format: prompt.shape.map(rung.format) ?? .text,
      timeouts: timeouts)
  }
}
