public import CoachJSONL

/// A learner's turn, with all that an agent may know to answer it.
public struct ChatTurn: Sendable, Equatable {
  /// The session, by which an agent may vary its words.
  public var sessionId: String
  /// The turn's own id, for what is kept of the call.
  public var interactionId: String
  public var userId: String
  /// The name of the request, where the learner's front end gave one.
  public var requestId: String?
  /// The place of the turn in its session, counted from 1.
  public var number: Int
  /// The learner's words.
  public var userText: String
  /// What the turn asks for beside its text.
  public var command: Command?
  /// The task under way, its opening and its closing turn included.
  public var task: String?
  /// The last turns of the session, oldest first.
  public var history: [ChatExchange]
  /// What is known of the learner.
  public var learner: ChatLearner

  public init(
    sessionId: String, interactionId: String = "", userId: String = "", requestId: String? = nil,
    number: Int, userText: String, command: Command? = nil, task: String? = nil,
    history: [ChatExchange] = [], learner: ChatLearner = ChatLearner()
  ) {
    self.sessionId = sessionId
    self.interactionId = interactionId
    self.userId = userId
    self.requestId = requestId
    self.number = number
    self.userText = userText
    self.command = command
    self.task = task
    self.history = history
    self.learner = learner
  }
}

/// An earlier turn and its reply.
public struct ChatExchange: Sendable, Equatable {
  public var userText: String
  public var aiResponse: String
  public var command: Command?
  /// The name of the task that the command opened or closed.
  public var task: String?

  public init(
    userText: String, aiResponse: String, command: Command? = nil, task: String? = nil
  ) {
    self.userText = userText
    self.aiResponse = aiResponse
    self.command = command
    self.task = task
  }
}

/// What an agent knows of a learner.
public struct ChatLearner: Sendable, Equatable {
  /// The active focuses, in the learner's order; at most three.
  public var focuses: [ChatFocus]
  /// The errors that the newest assessments found, newest first.
  public var recentErrors: [LanguageError]

  public init(focuses: [ChatFocus] = [], recentErrors: [LanguageError] = []) {
    self.focuses = focuses
    self.recentErrors = recentErrors
  }
}

/// An active focus and where the learner stands on it.
public struct ChatFocus: Sendable, Equatable {
  public var id: String
  public var title: String
  public var description: String?
  /// 1–10; nil where nothing was assessed yet.
  public var level: Int?

  public init(id: String, title: String, description: String? = nil, level: Int? = nil) {
    self.id = id
    self.title = title
    self.description = description
    self.level = level
  }
}
