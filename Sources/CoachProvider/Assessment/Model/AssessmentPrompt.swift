import CoachJSONL

/// What a model is told to judge turns by a rubric.
struct AssessmentPrompt {
  /// Of the coach's replies, which are not judged, so much is enough to follow the talk.
  private static let mostReplyCharacters = 600
  /// For the frame of the answer, and for each focus.
  private static let answerTokens = (frame: 1_200, perFocus: 200)

  private let request: AssessmentRequest
  private let rubric: Rubric

  init(_ request: AssessmentRequest, rubric: Rubric) {
    self.request = request
    self.rubric = rubric
  }

  /// - Parameter contextTokens: how many tokens prompt and answer may have together; earlier turns
  ///   that do not fit are left out, the turns to judge never.
  func prompt(contextTokens: Int) -> Prompt {
    var context = request.context[...]
    while true {
      let prompt = prompt(context)
      let tokens = TokenEstimate.tokens(of: prompt) + prompt.maxOutputTokens
      if tokens <= contextTokens || context.isEmpty { return prompt }
      context = context.dropFirst()
    }
  }

  private func prompt(_ context: ArraySlice<Turn>) -> Prompt {
    let data = Fence(
      task + context.flatMap { Self.lines($0, as: "context, learner") }
        + request.turns.enumerated().flatMap { index, turn in
          Self.lines(turn, as: "learner, turn \(index + 1)")
        })
    return Prompt(
      system: rubric.prompts.assess.filled([
        .fence: data.word, .focuses: rubric.text(of: request.focuses),
        .vocabulary: rubric.vocabularyText(),
      ]),
      messages: [ChatMessage(.user, data.text)],
      maxOutputTokens: Self.mostAnswerTokens(request.focuses.count), temperature: 0,
      shape: AssessmentShape.shape(for: request.focuses.map(\.id)))
  }

  private var task: [String] { request.task.map { [Fence.line("task", $0)] } ?? [] }

  private static func lines(_ turn: Turn, as speaker: String) -> [String] {
    let reply = String(turn.aiResponse.prefix(mostReplyCharacters))
    return [Fence.line(speaker, turn.userText)]
      + (reply.isEmpty ? [] : [Fence.line("coach", reply)])
  }

  private static func mostAnswerTokens(_ focuses: Int) -> Int {
    answerTokens.frame + answerTokens.perFocus * focuses
  }

  /// What an answer takes as a rule: a sentence for each focus, a few errors.
  static func usualAnswerTokens(_ focuses: Int) -> Int { 200 + 60 * focuses }
}
