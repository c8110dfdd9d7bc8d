import CoachJSONL

/// Asks a model, with a short answer that is checked.
struct ModelTurnClassifier: TurnClassifier {
  private static let mostAnswerTokens = 200
  /// A turn is classified by its beginning.
  private static let mostCharacters = 2_000

  private let chain: ModelChain
  private let rubric: Rubric

  init(_ chain: ModelChain, rubric: Rubric) {
    self.chain = chain
    self.rubric = rubric
  }

  func classify(_ question: ClassificationRequest) async -> AgentAnswer<TurnClass> {
    let subject = CallSubject(
      stage: "filter", requestId: question.requestId ?? chain.surroundings.mint.mint(.request),
      userId: question.userId, sessionId: question.sessionId,
      interactionIds: [question.turn.id], rubricVersion: rubric.version)
    return await CheckedCall(chain: chain, subject: subject, repair: rubric.prompts.repair).answer {
      _ in
      prompt(question)
    } check: { text throws(AnswerFaults) in
      try Self.verdict(in: text, of: question)
    }
  }

  private func prompt(_ question: ClassificationRequest) -> Prompt {
    let data = Fence([
      Fence.line("learner", String(question.turn.userText.prefix(Self.mostCharacters))),
      Fence.line("coach", String(question.turn.aiResponse.prefix(Self.mostCharacters))),
    ])
    return Prompt(
      system: rubric.prompts.classify.filled([
        .fence: data.word, .focuses: rubric.names(of: question.focuses),
      ]),
      messages: [ChatMessage(.user, data.text)], maxOutputTokens: Self.mostAnswerTokens,
      temperature: 0, shape: Self.shape(for: question.focuses.map(\.id)))
  }

  /// What a model may call the reasons.
  private static let triggers: [Trigger] = [.errorDetection, .skillAttempt]

  private static func shape(for focusIds: [String]) -> AnswerShape {
    let choices = { (words: [String]) -> JSONTree in
      AssessmentShape.array(
        of: ["type": "string", "enum": .array(words.map(JSONTree.string))])
    }
    return AnswerShape(
      name: "turn",
      schema: AssessmentShape.object([
        ("triggers", choices(triggers.map(\.rawValue))), ("focusIds", choices(focusIds)),
      ]))
  }

  static func verdict(
    in text: String, of question: ClassificationRequest
  ) throws(AnswerFaults) -> TurnClass {
    guard let document = AnswerDocument.object(in: text) else {
      throw AnswerFaults(["the answer must be one JSON object"])
    }
    let reasons = try words("triggers", of: document)
    let named = try words("focusIds", of: document)
    guard reasons.isSubset(of: triggers.map(\.rawValue)) else {
      throw AnswerFaults(["triggers must be error_detection and skill_attempt alone"])
    }
    return TurnClass(
      triggers: triggers.filter { reasons.contains($0.rawValue) },
      focusIds: reasons.isEmpty ? [] : question.focuses.map(\.id).filter(named.contains))
  }

  private static func words(
    _ name: String, of document: JSONTree
  ) throws(AnswerFaults) -> Set<String> {
    guard let elements = document[name]?.elements, elements.allSatisfy({ $0.string != nil }) else {
      throw AnswerFaults(["\(name) must be an array of strings"])
    }
    return Set(elements.compactMap(\.string))
  }
}
