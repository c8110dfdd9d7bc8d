import CoachLanguage

/// Reads turns by the rules and cues of CoachLanguage; no model is called.
struct RuleReader: TurnReader {
  private let analyzer: TextAnalyzer
  private let minSeverity: Severity

  /// - Parameter minSeverity: findings below it are not looked at.
  init(
    minSeverity: Severity,
    analyzer: TextAnalyzer = TextAnalyzer(suggestions: false)
  ) {
    self.analyzer = analyzer
    self.minSeverity = minSeverity
  }

  /// Of fewer words no focus can be judged.
  private static let leastWords = 4

  /// Whether there is no dictionary, so that spelling is not checked.
  var isDictionaryMissing: Bool { analyzer.isDictionaryMissing }

  func read(userText: String, aiResponse: String) -> TurnReading {
    let cues = TurnCues(userText: userText)
    let coach = CoachCues(aiResponse: aiResponse)
    var reading = TurnReading()
    reading.nature =
      if cues.isSmallTalk { .smallTalk } else if cues.isQuestionToCoach || cues.onlyAsks {
        .questionToCoach
      } else if cues.isAdministrative { .administrative } else { nil }
    reading.attempts = cues.skillAttempts
    reading.attemptStrength = cues.attemptStrength
    reading.isTooShort = cues.wordCount < Self.leastWords
    reading.asksForFeedback = cues.isFeedbackRequest
    reading.asksForOpinion = cues.asksForOpinion
    reading.asksAboutLanguage = cues.isAboutLanguage
    // A coach who goes on speaking in its part has taken the turn as one of the scene.
    reading.changesSubject = cues.changesSubject && !coach.staysInPart
    reading.userOpens = cues.openedTask
    reading.userCloses = cues.closesTask
    reading.beginsRoleplay = cues.beginsRoleplay
    reading.coachOpens = coach.openedTask ?? cues.taskOpened(with: coach)
    reading.coachCloses = coach.closesTask
    let faults = analyzer.faults(in: userText)
    if !faults.isEmpty {
      reading.ruleIds.reserveCapacity(faults.count)
      reading.faultyFocusIds.reserveCapacity(faults.count)
    }
    for fault in faults
    where fault.severity >= minSeverity && fault.counts(in: reading.nature) {
      if !reading.ruleIds.contains(fault.key) { reading.ruleIds.append(fault.key) }
      if !reading.faultyFocusIds.contains(fault.focusId) {
        reading.faultyFocusIds.append(fault.focusId)
      }
    }
    return reading
  }
}

extension Fault {
  /// Whether it makes a turn of that nature worth an assessment.
  ///
  /// In small talk, questions and arrangements that is grammar alone: their style is nobody's
  /// exercise, and how chat is typed is no error of the learner's.
  fileprivate func counts(in nature: TurnReading.Nature?) -> Bool {
    switch nature {
    case nil: true
    case .smallTalk: key.hasPrefix("grammar.") && !Self.typing.contains(key)
    case .questionToCoach, .administrative:
      (key.hasPrefix("grammar.") || key.hasPrefix("spelling.")) && !Self.typing.contains(key)
    }
  }

  /// What people leave out or double when they type in a hurry.
  private static let typing: Set = [
    "grammar.small_i", "grammar.repeated_word", "grammar.sentence_capital",
    "grammar.missing_apostrophe", "grammar.day_capital", "grammar.run_together",
    "grammar.split_word", "grammar.comma_after_opening",
  ]
}
