public import CoachJSONL

/// The plan's End-of-Session Review Agent (§3): makes one review of a session's assessments.
public protocol ReviewAgent: Sendable {
  /// Reviews a session.
  func review(_ session: SessionReview) async -> AgentAnswer<ReviewVerdict>
}

/// All that is known of a session when it ends.
public struct SessionReview: Sendable {
  public var session: Session
  /// The turns of practice, in order.
  public var turns: [Turn]
  /// The assessments that stand, in the order of practice.
  public var assessments: [Assessment]
  /// Titles of focuses by id, as far as they are known.
  public var titles: [String: String]
  /// How much it stands on: every interaction of the session, commands included, and the
  /// assessments that stand.
  public var basis: Basis

  public init(
    session: Session, turns: [Turn], assessments: [Assessment], titles: [String: String],
    basis: Basis
  ) {
    self.session = session
    self.turns = turns
    self.assessments = assessments
    self.titles = titles
    self.basis = basis
  }
}

/// What a review says.
public struct ReviewVerdict: Sendable, Equatable {
  /// 1–10 overall; nil where nothing was scored.
  public var score: Double?
  public var explanationText: String
  public var tags: [String]

  public init(score: Double?, explanationText: String, tags: [String] = []) {
    self.score = score
    self.explanationText = explanationText
    self.tags = tags
  }
}
