/// Cheap cues about what a learner's turn is: no dictionary, no grammar, tables of phrases.
///
/// A turn can be several things at once; who uses the cues decides which counts.
public struct TurnCues: Sendable {
  /// Whether the turn asks how it went: "how did I do?", "any feedback?".
  public let isFeedbackRequest: Bool
  /// Whether the turn asks for an opinion, which in the middle of a task is about the task: "what do
  /// you think?".
  public let asksForOpinion: Bool
  /// The name of the task that the turn opens ("sales_pitch", "mock_interview"; "practice" or
  /// "roleplay" where the words name none), nil where it opens none.
  public let openedTask: String?
  /// How much speaks for a task that the coach's reply may open, and the task's name: a wish, the
  /// name of a task, a part.
  let hint: (weight: Int, name: String?)
  /// Whether the turn ends a task: "that's it", "end of pitch".
  public let closesTask: Bool
  /// Whether the turn turns to something else: "by the way, did you see the match?".
  public let changesSubject: Bool
  /// Whether there is nothing but greeting, thanks, assent or the weather.
  public let isSmallTalk: Bool
  /// Whether the turn asks the coach about language or about itself.
  public let isQuestionToCoach: Bool
  /// Whether the question is about words or about what was said last: "what does that mean?". It
  /// steps out of a part that is played, and does not end it.
  public let isAboutLanguage: Bool
  /// Whether the turn asks something, whatever it is, and says nothing else.
  public let onlyAsks: Bool
  /// Whether the turn is about the sessions themselves: settings, dates, leaving.
  public let isAdministrative: Bool
  /// The focuses that the turn exercises, strongest first; empty where nothing speaks for any.
  public let skillAttempts: [String]
  /// How strongly the turn looks like an attempt at a skill, 0…1.
  public let attemptStrength: Double
  /// Whether the turn speaks a part without having said so.
  public let beginsRoleplay: Bool
  /// How many words the turn has.
  public let wordCount: Int

  public init(userText: String) {
    let text = CueText(userText)
    let found = TurnFindings(in: text)
    let tally = found.tally
    wordCount = text.wordCount
    isFeedbackRequest = found.isFeedbackRequest
    asksForOpinion = tally.has(.opinionRequest) && text.wordCount <= 20
    openedTask = isFeedbackRequest ? nil : TaskOpening.name(in: text, found)
    hint = TaskOpening.hint(in: text, found)
    closesTask = tally.has(.close) && text.wordCount <= 40 || found.endsInClose
    isAboutLanguage = tally.has(.languageQuestion) && text.wordCount <= 25
    isQuestionToCoach =
      openedTask == nil && !isFeedbackRequest
      && (isAboutLanguage || tally.has(.coachQuestion) && text.wordCount <= 30)
    isAdministrative =
      tally.has(.administrative) && text.wordCount <= 20 && openedTask == nil
      && !tally.has(.pitch)
    isSmallTalk =
      openedTask == nil && !isFeedbackRequest && !closesTask
      && SmallTalkSigns.isSmallTalk(text, tally)
    beginsRoleplay =
      tally.has(.roleplay) && text.wordCount >= 8 && openedTask == nil && !isFeedbackRequest
    onlyAsks =
      openedTask == nil && !isFeedbackRequest
      && (text.isQuestion && !tally.has(.ask) && !tally.has(.pitch)
        || tally.has(.aside) && text.questionCount > 0)
    changesSubject =
      tally.has(.newSubject)
      || tally.has(.aside)
        && (isSmallTalk || isAdministrative || text.questionCount > 0 && text.wordCount <= 25)
    let isOther =
      isFeedbackRequest || openedTask != nil || isSmallTalk || isQuestionToCoach
      || isAdministrative || onlyAsks
    let attempt = isOther ? SkillAttempt() : SkillAttempt(tally, wordCount: text.wordCount)
    skillAttempts = attempt.focusIds
    attemptStrength = attempt.strength
  }

  /// The name of the task that the turn and the coach's reply open together, though neither says so
  /// plainly: "I have an interview on Monday." "Alright, I'll ask you a few questions."
  public func taskOpened(with reply: CoachCues) -> String? {
    guard !isFeedbackRequest, !reply.closesTask, hint.weight > 0,
      hint.weight + reply.hint >= CoachPhrases.leastHints
    else { return nil }
    return hint.name ?? "practice"
  }
}
