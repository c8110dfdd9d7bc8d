/// A focus that every learner can choose without defining one.
public struct DefaultFocus: Sendable, Equatable {
  /// What a text is like in each band of levels.
  public struct Criteria: Sendable, Equatable {
    /// Levels 1 to 3.
    public let novice: String
    /// Levels 4 to 7.
    public let developing: String
    /// Levels 8 to 10.
    public let mastery: String
  }

  public let id: String
  public let title: String
  public let description: String
  /// What is looked for, band by band: one or two sentences each.
  public let criteria: Criteria

  private init(
    _ id: String, _ title: String, description: String, novice: String, developing: String,
    mastery: String
  ) {
    self.id = id
    self.title = title
    self.description = description
    criteria = Criteria(novice: novice, developing: developing, mastery: mastery)
  }

  /// The default focuses, in the order in which they are offered.
  public static let catalog: [DefaultFocus] = [
    DefaultFocus(
      "focus_grammar", "Grammar",
      description: "Sentences that hold together: tense, agreement, articles, prepositions.",
      novice:
        "Errors in most sentences: tense, agreement or word order make the reader stop and "
        + "guess.",
      developing:
        "Simple sentences are right. Errors come with longer ones, or with articles, "
        + "prepositions and spelling, and seldom hide the meaning.",
      mastery:
        "Sentences of every kind hold together. What slips in is rare, small and does not "
        + "repeat."),
    DefaultFocus(
      "focus_word_choice", "Word choice",
      description: "Words that are exact, natural and right for the reader.",
      novice:
        "General or wrong words carry the message; set phrases and translated ones stand in "
        + "for what is meant.",
      developing: "Words are mostly right but often vague, worn or too grand for the occasion.",
      mastery:
        "Words are exact and natural, verbs are strong, and nothing sounds translated or "
        + "worn."),
    DefaultFocus(
      "focus_clarity", "Clarity",
      description: "One idea a sentence, concrete words, who does what.",
      novice:
        "The reader has to work out who does what: long sentences, hidden verbs, vague "
        + "things.",
      developing:
        "The main point can be found, but has to be looked for among long sentences or "
        + "without an example.",
      mastery:
        "The point comes first, one idea a sentence, in order, with an example where one "
        + "helps."),
    DefaultFocus(
      "focus_conciseness", "Conciseness",
      description: "As few words as the thought needs.",
      novice: "Padding and repetition hide the thought; whole phrases could go.",
      developing: "Some phrases could be half as long, or say what was said already.",
      mastery: "Every word works; nothing can be cut without a loss."),
    DefaultFocus(
      "focus_assertiveness", "Assertiveness",
      description: "Saying what you think and want, plainly and with respect.",
      novice:
        "Wishes hide behind hedges, apologies and permission asked; nobody could act on them.",
      developing: "What is wanted can be made out, but is softened, or lacks who, what or by when.",
      mastery:
        "View and wish are said plainly, with the reason, who and by when, and with respect."),
    DefaultFocus(
      "focus_fluency", "Fluency",
      description: "Sentences that flow: no fillers, no false starts, ideas linked.",
      novice: "Fillers and false starts break the sentences; ideas stand side by side unlinked.",
      developing:
        "Most sentences flow, with a filler here and there; ideas are linked by “and” and "
        + "“so”.",
      mastery: "Sentences flow without fillers, and the links show how the ideas belong together."),
    DefaultFocus(
      "focus_tone", "Tone",
      description: "Words that respect the reader and suit the occasion.",
      novice: "Words blame, talk down or shout; the reader feels attacked or small.",
      developing:
        "Polite on the whole, with absolutes, a sharp word or a style that does not suit the "
        + "occasion.",
      mastery:
        "Respectful and warm, also in disagreement; the other side is seen and the style "
        + "fits."),
    DefaultFocus(
      "focus_persuasion", "Persuasion",
      description: "Benefits, evidence and a clear ask.",
      novice: "Features and claims without what the other gains, without proof and without an ask.",
      developing:
        "A benefit or a piece of evidence is there, but not both, or the ask stays vague.",
      mastery:
        "What the other gains comes first, with a number or proof, and it ends in a clear "
        + "next step."),
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
