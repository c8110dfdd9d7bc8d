import CoachLanguage

/// The one thing that a reply says about how something was said.
enum Remark {
  /// What is said where there is nothing to correct and nothing to advise: that it was read. Rules
  /// do not know what was meant, and do not say so; sometimes the question alone is answer enough.
  static let attention = ["I see.", "Noted.", ""]

  /// A strength as a sentence, with the words that show it.
  static func praise(_ strength: Strength, in reading: TurnReading, focus: ChatFocus?) -> String {
    let phrase = strength.phrase.prefix(1).uppercased() + strength.phrase.dropFirst()
    let quote = strength.span.flatMap(reading.quote).map { " (\u{201C}\($0)\u{201D})" } ?? ""
    guard let focus else { return "\(phrase)\(quote): keep that." }
    return "\(phrase)\(quote), and that helps your \(inSentence(focus.title))."
  }

  /// What the text itself shows: on an active focus something to try, else something done well;
  /// without focuses the gravest fault of style, else any strength. Nil where there is neither, or
  /// it was said a moment ago.
  static func observation(
    of reading: TurnReading, focuses: [ChatFocus], choice: Choice
  ) -> String? {
    let faults = reading.analysis.findings.filter { finding in
      finding.replacement == nil && advice(on: finding).map(choice.wasSaidLately) == false
    }
    for focus in focuses {
      let own = faults.filter { $0.focusId == focus.id }
      if let gravest = own.max(by: { $0.severity < $1.severity }), let advice = advice(on: gravest)
      {
        return isSpelling(gravest) ? advice : "On \(inSentence(focus.title)): \(advice)"
      }
      let strengths = reading.strengths(on: focus.id)
      if let strength = strengths.first(where: { !choice.wasSaidLately($0.phrase) }) {
        return praise(strength, in: reading, focus: focus)
      }
    }
    guard focuses.isEmpty else { return nil }
    let grave = faults.filter { $0.severity >= .medium }
    if let gravest = grave.max(by: { $0.severity < $1.severity }) {
      return advice(on: gravest)
    }
    return reading.strengths(on: nil).first { !choice.wasSaidLately($0.phrase) }
      .map { praise($0, in: reading, focus: nil) }
  }

  /// What a finding tells the learner; nil where it is no help: that a word is in no dictionary says
  /// nothing to somebody who does not know which word is.
  static func advice(on finding: Finding) -> String? {
    guard isSpelling(finding), finding.replacement == nil else { return finding.message }
    guard let word = finding.suggestion else { return nil }
    return "\(finding.message) Did you mean \u{201C}\(word)\u{201D}?"
  }

  private static func isSpelling(_ finding: Finding) -> Bool {
    finding.key.hasPrefix("spelling.")
  }

  /// A piece of advice on the first focus, for a text that gives no occasion.
  static func tip(on focus: ChatFocus?, choice: Choice) -> String? {
    guard let focus else { return nil }
    let tip = choice.unused(of: FocusTips.tips(for: focus.id))
    guard !tip.isEmpty else { return nil }
    let opening = (focus.level ?? 0) >= 8 ? "To stay sharp on" : "One thing to try for"
    return "\(opening) \(inSentence(focus.title)): \(tip)"
  }

  /// A title in the middle of a sentence: small, unless it is a name in capitals.
  static func inSentence(_ title: String) -> String {
    guard let second = title.dropFirst().first, second.isLowercase else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }
}
