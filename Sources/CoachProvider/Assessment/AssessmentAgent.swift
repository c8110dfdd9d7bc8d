public import CoachJSONL

/// The plan's Assessment Agent (§3): judges a turn, or several turns together.
///
/// An agent knows rubrics and focuses; how its answer becomes records is coach-assess's work.
public protocol AssessmentAgent: Sendable {
  /// What is scored when nobody chose anything.
  var catalog: [Focus] { get }

  /// Judges the turns of a request.
  func judge(_ request: AssessmentRequest) async -> AgentAnswer<AssessmentVerdict>

  /// What a call for the request would cost; nil where no model is asked.
  func estimate(_ request: AssessmentRequest) -> CallEstimate?
}

extension AssessmentAgent {
  public func estimate(_ request: AssessmentRequest) -> CallEstimate? { nil }
}

/// What is to be judged.
public struct AssessmentRequest: Sendable {
  /// The turns to score, in order; at least one.
  public var turns: [Turn]
  /// Earlier turns, for context.
  public var context: [Turn]
  /// The focuses to score.
  public var focuses: [Focus]
  /// The task that the turns belong to.
  public var task: String?
  /// Whose turns they are, and where they belong, for what is kept of the call.
  public var userId: String
  public var sessionId: String
  public var groupId: String?
  /// The name of the request, where the turn has one.
  public var requestId: String?

  public init(
    turns: [Turn], context: [Turn] = [], focuses: [Focus], task: String? = nil,
    userId: String = "", sessionId: String = "", groupId: String? = nil, requestId: String? = nil
  ) {
    self.turns = turns
    self.context = context
    self.focuses = focuses
    self.task = task
    self.userId = userId
    self.sessionId = sessionId
    self.groupId = groupId
    self.requestId = requestId
  }
}

/// What an agent found.
public struct AssessmentVerdict: Sendable, Equatable {
  /// One focus, judged.
  public struct FocusVerdict: Sendable, Equatable {
    public var focusId: String
    /// 1–10; nil where the text is too short to judge.
    public var score: Double?
    /// Names the evidence and one next step.
    public var explanationText: String
    public var tags: [String]

    public init(focusId: String, score: Double?, explanationText: String, tags: [String] = []) {
      self.focusId = focusId
      self.score = score
      self.explanationText = explanationText
      self.tags = tags
    }
  }

  /// The errors that belong to one focus, whether or not it is scored.
  public struct FocusErrors: Sendable, Equatable {
    public var focusId: String
    public var explanationText: String
    /// Each with its turn and, where the text shows it, its place.
    public var errors: [LanguageError]
    public var tags: [String]

    public init(
      focusId: String, explanationText: String, errors: [LanguageError], tags: [String] = []
    ) {
      self.focusId = focusId
      self.explanationText = explanationText
      self.errors = errors
      self.tags = tags
    }
  }

  /// One for each focus of the request, in its order.
  public var progress: [FocusVerdict]
  public var errors: [FocusErrors]

  public init(progress: [FocusVerdict], errors: [FocusErrors]) {
    self.progress = progress
    self.errors = errors
  }
}
