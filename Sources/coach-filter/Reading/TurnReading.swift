/// What rules say of the two texts of a turn, before anything is decided.
struct TurnReading: Equatable {
  /// What the user's turn is, where that keeps it from being an attempt at a skill.
  enum Nature: Equatable {
    case smallTalk
    case questionToCoach
    case administrative
  }

  /// The keys of the findings that are severe enough, each once, in the order of the text.
  var ruleIds: [String] = []
  /// The focuses that those findings belong to, each once.
  var faultyFocusIds: [String] = []
  /// The focuses that the turn exercises, strongest first.
  var attempts: [String] = []
  /// How strongly the turn looks like an attempt at a skill, 0…1.
  var attemptStrength = 0.0
  /// Whether the turn is too short to say anything about.
  var isTooShort = false
  var nature: Nature?
  /// The user asks how it went.
  var asksForFeedback = false
  /// The user asks for an opinion, which in a task is one on how it went.
  var asksForOpinion = false
  /// The user asks about words or about what was said last, which in a task steps out of it for a
  /// moment.
  var asksAboutLanguage = false
  /// The user turns to something else.
  var changesSubject = false
  /// The task that the user's text opens.
  var userOpens: String?
  /// The user's text says that the task is over.
  var userCloses = false
  /// The user plays a part that nobody announced.
  var beginsRoleplay = false
  /// The task that the coach's text opens.
  var coachOpens: String?
  /// The coach's text says that the task is over.
  var coachCloses = false
}

/// Reads turns.
protocol TurnReader {
  mutating func read(userText: String, aiResponse: String) -> TurnReading
}
