import CoachJSONL

/// Reviews a session by asking a model; of a long session first part by part, then from the notes.
struct ModelReviewAgent: ReviewAgent {
  private let chain: ModelChain
  private let rubric: Rubric

  init(_ chain: ModelChain, rubric: Rubric) {
    self.chain = chain
    self.rubric = rubric
  }

  func review(_ session: SessionReview) async -> AgentAnswer<ReviewVerdict> {
    let subject = CallSubject(
      stage: "summarize", requestId: chain.surroundings.mint.mint(.request),
      userId: session.session.userId, sessionId: session.session.id,
      rubricVersion: rubric.version)
    let call = CheckedCall(chain: chain, subject: subject, repair: rubric.prompts.repair)
    // The parts must fit whichever model of the chain is asked.
    let contextTokens = chain.models.map(\.contextTokens).min() ?? 0
    let prompt = ReviewPrompt(session, rubric: rubric)
    let parts = prompt.parts(contextTokens: contextTokens)
    guard parts.count > 1 else {
      return await call.answer { _ in
        prompt.whole(parts.first ?? [])
      } check: { text throws(AnswerFaults) in
        try ReviewAnswer.verdict(in: text)
      }
    }
    return await fold(parts, prompt, call)
  }

  /// Notes on each part, one after the other, and the review from the notes.
  private func fold(
    _ parts: [[SessionMoment]], _ prompt: ReviewPrompt, _ call: CheckedCall
  ) async -> AgentAnswer<ReviewVerdict> {
    var notes: [String] = []
    var runs: [PromptRun] = []
    for (index, part) in parts.enumerated() {
      let answer = await call.answer { _ in
        prompt.notes(on: part, number: index + 1, of: parts.count)
      } check: { text throws(AnswerFaults) in
        try ReviewAnswer.notes(in: text)
      }
      runs += answer.runs
      switch answer.value {
      case .success(let note): notes.append(note)
      case .failure(let error):
        return AgentAnswer(
          .failure(error), provider: answer.provider, modelId: answer.modelId,
          rubricVersion: answer.rubricVersion, requestId: answer.requestId, runs: runs)
      }
    }
    let all = notes
    var answer = await call.answer { _ in
      prompt.whole(notes: all)
    } check: { text throws(AnswerFaults) in
      try ReviewAnswer.verdict(in: text)
    }
    answer.runs = runs + answer.runs
    return answer
  }
}
