/// Cheap cues about what a learner's turn is: no dictionary, no grammar, tables of phrases.
///
/// A turn can be several things at once; who uses the cues decides which counts.
public struct TurnCues: Sendable {
  /// Whether the turn asks how it went: "how did I do?", "any feedback?".
  public let isFeedbackRequest: Bool
  /// The name of the task that the turn opens ("sales_pitch", "mock_interview"), nil where it opens
  /// none.
  public let openedTask: String?
  /// Whether the turn ends a task: "that's it", "end of pitch".
  public let closesTask: Bool
  /// Whether there is nothing but greeting, thanks, assent or the weather.
  public let isSmallTalk: Bool
  /// Whether the turn asks the coach about language or about itself.
  public let isQuestionToCoach: Bool
  /// Whether the turn is about the sessions themselves: settings, dates, leaving.
  public let isAdministrative: Bool
  /// The focuses at which the turn is an attempt, strongest first; empty where it is none.
  public let skillAttempts: [String]
  /// Whether the turn speaks a part without having said so.
  public let beginsRoleplay: Bool

  public init(userText: String) {
    let text = CueText(userText)
    var counts: [TurnCue: Int] = [:]
    var opener: Range<Int>?
    var pretends: Range<Int>?
    var endsInClose = false
    TurnPhrases.table.forEach(in: text) { cue, place in
      counts[cue, default: 0] += 1
      if cue == .opener, opener == nil, !Self.isDenied(place.lowerBound, in: text) {
        opener = place
      }
      if cue == .pretend, pretends == nil { pretends = place }
      // A long turn may be the task's last words, and close it.
      if cue == .close, text.words.count - place.upperBound <= 3 { endsInClose = true }
    }
    isFeedbackRequest = counts[.feedback] != nil && text.wordCount <= 30
    openedTask = Self.task(in: text, opener: opener, pretends: pretends)
    closesTask = counts[.close] != nil && text.wordCount <= 40 || endsInClose
    isSmallTalk = Self.isSmallTalk(text) && openedTask == nil && !isFeedbackRequest && !closesTask
    isQuestionToCoach =
      counts[.coachQuestion] != nil && text.wordCount <= 30 && openedTask == nil
      && !isFeedbackRequest
    isAdministrative =
      counts[.administrative] != nil && text.wordCount <= 20 && openedTask == nil
      && counts[.pitch] == nil
    beginsRoleplay =
      counts[.roleplay] != nil && text.wordCount >= 8 && openedTask == nil && !isFeedbackRequest
    let isOther =
      isFeedbackRequest || openedTask != nil || isSmallTalk || isQuestionToCoach
      || isAdministrative
    skillAttempts = isOther ? [] : SkillAttempt.focuses(counts, text: text)
  }

  /// Whether the words before an opener deny it: "I don't want to practise".
  private static func isDenied(_ place: Int, in text: CueText) -> Bool {
    place > 0 && denials.contains(text.words[place - 1])
  }

  private static let denials = Set(
    ["dont", "not", "never", "cant", "wont"].map { CueText.hash($0) })

  private static func task(
    in text: CueText, opener: Range<Int>?, pretends: Range<Int>?
  ) -> String? {
    // A turn of many words is the task itself, not its announcement.
    guard text.wordCount <= 45 else { return nil }
    if let opener {
      let end = text.words[opener.lowerBound...].firstIndex(of: 0) ?? text.words.count
      if let name = TaskNames.first(in: text, range: opener.lowerBound..<end) { return name }
    }
    if let pretends {
      let range = pretends.lowerBound..<text.words.count
      if let role = TaskNames.first(in: text, range: range, table: TaskNames.roles) { return role }
      if let name = TaskNames.first(in: text, range: range) { return name }
    }
    return nil
  }

  private static func isSmallTalk(_ text: CueText) -> Bool {
    if text.isCommand { return false }
    let words = text.words.filter { $0 != 0 }
    if words.allSatisfy(TurnPhrases.smallTalk.contains) { return words.count <= 20 }
    guard words.count <= 14 else { return false }
    var found = false
    TurnPhrases.smallTalkPhrases.forEach(in: text) { _, _ in found = true }
    return found
  }
}
