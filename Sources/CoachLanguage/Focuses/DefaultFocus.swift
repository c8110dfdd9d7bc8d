/// A focus that every learner can choose without defining one.
public struct DefaultFocus: Sendable, Equatable {
  public let id: String
  public let title: String
  public let description: String

  /// The default focuses, in the order in which they are offered.
  public static let catalog: [DefaultFocus] = [
    DefaultFocus(
      id: "focus_grammar", title: "Grammar",
      description: "Sentences that hold together: tense, agreement, articles, prepositions."),
    DefaultFocus(
      id: "focus_word_choice", title: "Word choice",
      description: "Words that are exact, natural and right for the reader."),
    DefaultFocus(
      id: "focus_clarity", title: "Clarity",
      description: "One idea a sentence, concrete words, who does what."),
    DefaultFocus(
      id: "focus_conciseness", title: "Conciseness",
      description: "As few words as the thought needs."),
    DefaultFocus(
      id: "focus_assertiveness", title: "Assertiveness",
      description: "Saying what you think and want, plainly and with respect."),
    DefaultFocus(
      id: "focus_fluency", title: "Fluency",
      description: "Sentences that flow: no fillers, no false starts, ideas linked."),
    DefaultFocus(
      id: "focus_tone", title: "Tone",
      description: "Words that respect the reader and suit the occasion."),
    DefaultFocus(
      id: "focus_persuasion", title: "Persuasion",
      description: "Benefits, evidence and a clear ask."),
  ]
}

/// The focus of a rule, as the rule table names it.
enum FocusKind: String, Sendable, CaseIterable {
  case grammar, wordChoice, clarity, conciseness, assertiveness, fluency, tone, persuasion

  var id: String {
    self == .wordChoice ? "focus_word_choice" : "focus_\(rawValue)"
  }

  /// The family prefix of the keys of its rules.
  var family: String { self == .wordChoice ? "word_choice" : rawValue }

  static func of(id: String) -> FocusKind? { allCases.first { $0.id == id } }
}
