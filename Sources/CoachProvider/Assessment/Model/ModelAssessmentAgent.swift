import CoachJSONL

/// Judges by asking a model, whose answer is checked and, once, asked to be mended.
struct ModelAssessmentAgent: AssessmentAgent {
  private let chain: ModelChain
  private let rubric: Rubric

  init(_ chain: ModelChain, rubric: Rubric) {
    self.chain = chain
    self.rubric = rubric
  }

  var catalog: [Focus] { rubric.catalog }

  func judge(_ request: AssessmentRequest) async -> AgentAnswer<AssessmentVerdict> {
    let subject = CallSubject(
      stage: "assess", requestId: request.requestId ?? chain.surroundings.mint.mint(.request),
      userId: request.userId, sessionId: request.sessionId,
      interactionIds: request.turns.map(\.id), groupId: request.groupId,
      rubricVersion: rubric.version)
    return await CheckedCall(chain: chain, subject: subject, repair: rubric.prompts.repair).answer {
      model in
      AssessmentPrompt(request, rubric: rubric).prompt(contextTokens: model.contextTokens)
    } check: { text throws(AnswerFaults) in
      var (verdict, dropped) = try AssessmentAnswer.verdict(
        in: text, for: request, rubric: rubric)
      if dropped > 0, !verdict.progress.isEmpty {
        verdict.progress[0].tags.append("errors_dropped:\(dropped)")
      }
      return verdict
    }
  }

  func estimate(_ request: AssessmentRequest) -> CallEstimate? {
    let model = chain.models[0]
    let prompt = AssessmentPrompt(request, rubric: rubric)
      .prompt(contextTokens: model.contextTokens)
    let usage = TokenUsage(
      inputTokens: Int64(TokenEstimate.tokens(of: prompt)),
      outputTokens: Int64(AssessmentPrompt.usualAnswerTokens(request.focuses.count)))
    return CallEstimate(
      provider: model.provider.provider, modelId: model.provider.modelId,
      inputTokens: usage.inputTokens, outputTokens: usage.outputTokens,
      nanoDollars: model.price?.cost(of: usage))
  }
}
