@testable import coach_filter

/// Reads turns whose texts say in brackets what they are, so that a test of the filter does not
/// hang on what a rule makes of a sentence: `[error]`, `[attempt:FOCUS]`, `[strength:0.3]`, `[small]`, `[request]`,
/// `[opens:NAME]`, `[closes]`, `[leaves]`, `[word]`,
/// `[roleplay]`; in the reply `[opens:NAME]`, `[closes]`.
struct ScriptedReader: TurnReader {
  func read(userText: String, aiResponse: String) -> TurnReading {
    var reading = TurnReading()
    for (word, value) in Self.marks(in: userText) {
      switch word {
      case "error":
        reading.ruleIds.append("grammar.\(value ?? "past_tense")")
        reading.faultyFocusIds = ["focus_grammar"]
      case "attempt":
        reading.attempts.append(value ?? "focus_clarity")
        reading.attemptStrength = 1
      case "strength": reading.attemptStrength = value.flatMap(Double.init) ?? 0
      case "small": reading.nature = .smallTalk
      case "request": reading.asksForFeedback = true
      case "opens": reading.userOpens = value
      case "closes": reading.userCloses = true
      case "leaves": reading.changesSubject = true
      case "word": reading.asksAboutLanguage = true
      case "roleplay": reading.beginsRoleplay = true
      default: break
      }
    }
    for (word, value) in Self.marks(in: aiResponse) {
      switch word {
      case "opens": reading.coachOpens = value
      case "closes": reading.coachCloses = true
      default: break
      }
    }
    return reading
  }

  private static func marks(in text: String) -> [(String, String?)] {
    text.split(separator: "[", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      guard let end = part.firstIndex(of: "]") else { return nil }
      let mark = part[..<end].split(separator: ":", maxSplits: 1).map(String.init)
      return mark.first.map { ($0, mark.count > 1 ? mark[1] : nil) }
    }
  }
}
