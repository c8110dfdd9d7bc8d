import CoachLanguage

/// Reads turns by the rules and cues of CoachLanguage; no model is called.
struct RuleReader: TurnReader {
  private let analyzer: TextAnalyzer
  private let minSeverity: Severity

  /// - Parameter minSeverity: findings below it are not looked at.
  init(minSeverity: Severity, analyzer: TextAnalyzer = TextAnalyzer(suggestions: false)) {
    self.analyzer = analyzer
    self.minSeverity = minSeverity
  }

  /// Whether there is no dictionary, so that spelling is not checked.
  var isDictionaryMissing: Bool { analyzer.isDictionaryMissing }

  func read(userText: String, aiResponse: String) -> TurnReading {
    let cues = TurnCues(userText: userText)
    let coach = CoachCues(aiResponse: aiResponse)
    var reading = TurnReading()
    reading.nature =
      if cues.isSmallTalk { .smallTalk } else if cues.isQuestionToCoach {
        .questionToCoach
      } else if cues.isAdministrative { .administrative } else { nil }
    reading.attempts = cues.skillAttempts
    reading.asksForFeedback = cues.isFeedbackRequest
    reading.userOpens = cues.openedTask
    reading.userCloses = cues.closesTask
    reading.beginsRoleplay = cues.beginsRoleplay
    reading.coachOpens = coach.openedTask
    reading.coachCloses = coach.closesTask
    for finding in analyzer.analyze(userText).findings
    where finding.severity >= minSeverity && (reading.nature == nil || finding.isOfLanguage) {
      if !reading.ruleIds.contains(finding.key) { reading.ruleIds.append(finding.key) }
      if !reading.faultyFocusIds.contains(finding.focusId) {
        reading.faultyFocusIds.append(finding.focusId)
      }
    }
    return reading
  }
}

extension Finding {
  /// Whether it is an error of language, which counts in small talk and questions too; the style of
  /// these is nobody's exercise.
  fileprivate var isOfLanguage: Bool {
    key.hasPrefix("grammar.") || key.hasPrefix("spelling.")
  }
}
