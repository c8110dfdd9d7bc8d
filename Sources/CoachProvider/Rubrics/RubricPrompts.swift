/// The prompts of a rubric, so that a version of it pins the words by which was judged.
public struct RubricPrompts: Sendable, Equatable {
  /// Judges turns.
  public var assess: PromptTemplate
  /// Asks again where an answer could not be used.
  public var repair: PromptTemplate
  /// Reviews a session.
  public var summarize: PromptTemplate
  /// Takes notes on a part of a session that is too long for one review.
  public var fold: PromptTemplate
  /// Talks with the learner.
  public var chat: PromptTemplate
  /// Decides whether a turn is worth an assessment.
  public var classify: PromptTemplate

  /// The names of the prompts in a rubric's file, and the places of each: all of them must be in it,
  /// or the model would not see what it works on, or what is data and what is not.
  static let places: [(name: String, places: Set<PromptTemplate.Place>)] = [
    ("assess", [.fence, .focuses, .vocabulary]),
    ("repair", [.problem]),
    ("summarize", [.fence]),
    ("fold", [.fence]),
    ("chat", [.learner, .task]),
    ("classify", [.fence, .focuses]),
  ]
}
