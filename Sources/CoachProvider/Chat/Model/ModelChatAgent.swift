import CoachJSONL

/// The chat agent that asks a model.
struct ModelChatAgent: ChatAgent {
  private let chain: ModelChain
  private let rubric: Rubric

  init(_ chain: ModelChain, rubric: Rubric) {
    self.chain = chain
    self.rubric = rubric
  }

  var provider: String { chain.models[0].provider.provider }
  var modelId: String { chain.models[0].provider.modelId }

  func reply(
    to turn: ChatTurn, onText: @escaping @Sendable (String) -> Void
  ) async -> ChatReply {
    let requestId = turn.requestId ?? chain.surroundings.mint.mint(.request)
    let subject = CallSubject(
      stage: "chat", requestId: requestId, userId: turn.userId, sessionId: turn.sessionId,
      interactionIds: [turn.interactionId], rubricVersion: rubric.version)
    let reply = await chain.ask(for: subject, onText: onText) { model in
      ChatPrompt(turn, rubric: rubric).prompt(contextTokens: model.contextTokens)
    }
    return ChatReply(
      text: reply.text, error: reply.error, provider: reply.provider, modelId: reply.modelId,
      requestId: requestId, ttftMs: reply.ttftMs, latencyMs: reply.latencyMs, runs: reply.runs)
  }
}
