import CoachJSONL
import CoachLanguage

/// Which turns end the task under way: those by which coach-filter completes it (contract §4), so
/// that no turn is coached in a scene that is assessed outside of it.
enum TaskEnd {
  /// A request for feedback is an end, like `/done`: what was said so far is what it is about.
  static func isMeant(by command: Command?) -> Bool {
    switch command {
    case .done, .feedback, .quit: true
    case .task, nil: false
    }
  }

  /// The same in plain words: "How did I do?", "That's it, end of pitch."
  static func isMeant(by text: String) -> Bool {
    let cues = TurnCues(userText: text)
    return cues.isFeedbackRequest || cues.closesTask
  }
}
