public import CoachJSONL

/// The plan's three agents (§3), as one provider gives them.
public struct Agents: Sendable {
  /// The provider that needs no key and no network.
  public static let builtinProvider = "builtin"
  /// Its set of rules, in the place of a model.
  public static let builtinModel = "rules-1"
  /// The version of its criteria.
  public static let builtinRubric = "builtin-1"

  /// Answers.
  public let chat: any ChatAgent
  /// Judges turns.
  public let assessment: any AssessmentAgent
  /// Reviews sessions.
  public let review: any ReviewAgent

  /// The agents of the built-in rules.
  public static let builtin = Agents(
    chat: RulesChatAgent(), assessment: RulesAssessmentAgent(), review: RulesReviewAgent())

  /// The agents of a provider.
  ///
  /// - Parameters:
  ///   - provider: its name; nil: the builtin one.
  ///   - model: which of its models; nil: its usual one.
  /// - Throws: `StageFailure` (78) where there is no such provider or model: nobody is answered by
  ///   another than the one asked for.
  public static func of(provider: String?, model: String?) throws(StageFailure) -> Agents {
    guard provider ?? builtinProvider == builtinProvider else {
      throw StageFailure(.configuration, "unknown provider: only \(builtinProvider) is known")
    }
    guard model ?? builtinModel == builtinModel else {
      throw StageFailure(
        .configuration, "the builtin provider has no model but \(builtinModel)")
    }
    return builtin
  }
}
