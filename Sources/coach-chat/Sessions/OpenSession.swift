import CoachJSONL

/// A session that has begun and not ended.
struct OpenSession: Sendable {
  let id: String
  let userId: String
  /// The first turn's time, milliseconds since 1970-01-01 UTC.
  private(set) var start: Int64
  /// The last turn's time, milliseconds since 1970-01-01 UTC.
  private(set) var last: Int64
  /// How many turns it has.
  private(set) var turns: Int
  /// Whether a message named it: then it never ends by idleness.
  var isExplicit: Bool
  /// The task that a command opened and none has closed.
  private(set) var task: String?
  /// What keeps the order of its output. Sessions that end where the next one of their user begins
  /// share their user's.
  let lane: String
  let conversation: Conversation

  init(
    id: String, userId: String, start: Int64, last: Int64? = nil, turns: Int = 0,
    isExplicit: Bool, task: String? = nil, conversation: Conversation = Conversation()
  ) {
    self.id = id
    self.userId = userId
    self.start = start
    self.last = last ?? start
    self.turns = turns
    self.isExplicit = isExplicit
    self.task = task
    lane = isExplicit ? "session \(id)" : "user \(userId)"
    self.conversation = conversation
  }

  /// Takes a turn in; returns the task that it belongs to.
  ///
  /// - Parameter endsTask: whether the turn's words end the task, as a command would.
  mutating func take(
    _ command: LineCommand?, endsTask: Bool = false, at time: Int64
  ) -> String? {
    start = min(start, time)
    last = max(last, time)
    turns += 1
    if case .task(let name) = command { task = name }
    defer { if TaskEnd.isMeant(by: command?.command) || endsTask { task = nil } }
    return task
  }

  /// The record of its beginning.
  var beginning: Session { Session(id: id, userId: userId, startTime: start) }

  /// The record of its end, the last line of the session.
  var end: Session { Session(id: id, userId: userId, startTime: start, endTime: last) }
}
