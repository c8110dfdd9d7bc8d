import CoachJSONL

/// What a model is told to review a session.
struct ReviewPrompt: Sendable {
  private static let mostAnswerTokens = 1_000
  /// However much a model can read, a part of a session is no longer than this.
  private static let mostPartTokens = 24_000

  private let session: SessionReview
  private let rubric: Rubric

  init(_ session: SessionReview, rubric: Rubric) {
    self.session = session
    self.rubric = rubric
  }

  /// The session in parts that a model can read, each with its share of the turns; one where the
  /// session is short.
  ///
  /// - Parameter contextTokens: how many tokens prompt and answer may have together.
  func parts(contextTokens: Int) -> [[SessionMoment]] {
    let frame = TokenEstimate.tokens(of: whole([])) + Self.mostAnswerTokens
    let room = max(200, min(contextTokens - frame, Self.mostPartTokens))
    var parts: [[SessionMoment]] = [[]]
    var left = room
    for moment in SessionMoment.moments(of: session) {
      if moment.tokens > left, !parts[parts.count - 1].isEmpty {
        parts.append([])
        left = room
      }
      parts[parts.count - 1].append(moment)
      left -= moment.tokens
    }
    return parts
  }

  /// The review of a session that is told whole.
  func whole(_ moments: [SessionMoment]) -> Prompt {
    prompt(rubric.prompts.summarize, overview + moments.map(\.encoded), ReviewAnswer.shape)
  }

  /// The review of a session of whose parts there are notes.
  func whole(notes: [String]) -> Prompt {
    let lines = notes.enumerated().map { Fence.line("notes on part \($0 + 1)", $1) }
    return prompt(rubric.prompts.summarize, overview + lines, ReviewAnswer.shape)
  }

  /// Notes on one part of a session.
  func notes(on moments: [SessionMoment], number: Int, of count: Int) -> Prompt {
    prompt(
      rubric.prompts.fold, ["part \(number) of \(count)"] + moments.map(\.encoded),
      ReviewAnswer.notesShape)
  }

  private func prompt(
    _ template: PromptTemplate, _ lines: [String], _ shape: AnswerShape
  ) -> Prompt {
    let data = Fence(lines)
    return Prompt(
      system: template.filled([.fence: data.word]), messages: [ChatMessage(.user, data.text)],
      maxOutputTokens: Self.mostAnswerTokens, temperature: 0, shape: shape)
  }

  /// What counting says of the session, so that no model need count.
  private var overview: [String] {
    let courses = FocusCourse.courses(of: session.assessments, titles: session.titles)
    let errors = ErrorTally.tallies(of: session.assessments)
    return ["turns: \(session.turns.count)"]
      + courses.map { course in
        "\(course.focusId): \(course.mean.brief) on average over \(course.scores.count) scores, "
          + "from \(course.early.brief) to \(course.late.brief)"
      }
      + errors.prefix(5).map { "\($0.key): \($0.count) times\($0.trend.words)" }
  }
}
