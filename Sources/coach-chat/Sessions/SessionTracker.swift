import CoachJSONL

/// Says which session a message belongs to, and when sessions begin and end (plan §5).
///
/// A session starts with a user's first message and with the first after `idle`. A message that
/// names its session belongs there, whenever it comes; such a session is ended by a command or the
/// end of the input alone.
struct SessionTracker {
  /// Where a message belongs.
  struct Placement {
    /// Its session, the message taken in.
    var session: OpenSession
    /// Whether the message begins it.
    var isNew: Bool
    /// The user's session before, which the message shows to be over.
    var ended: OpenSession?
    /// The task of the message: the one under way, or the one that its command opens or closes.
    var task: String?
  }

  private let idle: Int64
  private let mint: IDMint
  private var open: [String: OpenSession] = [:]
  /// The session of each user's messages that name none.
  private var current: [String: String] = [:]
  /// Sessions of earlier runs that may go on.
  private var earlier: EarlierSessions
  /// The order in which sessions began.
  private var beginnings: [String: Int] = [:]
  private var begun = 0

  /// - Parameter idle: the longest silence within a session, milliseconds.
  init(idle: Int64, mint: IDMint, earlier: EarlierSessions = EarlierSessions()) {
    self.idle = idle
    self.mint = mint
    self.earlier = earlier
  }

  /// Takes a record of an earlier run in: a session that may go on, or one of its turns.
  mutating func learn(from record: borrowing Record) throws(RecordError) {
    try earlier.learn(from: record)
  }

  /// The user of an open session.
  func userId(of sessionId: String) -> String? {
    open[sessionId]?.userId ?? earlier.userId(of: sessionId)
  }

  /// Puts a message into its session, and begins that where need be.
  ///
  /// - Parameters:
  ///   - userId: whose message it is.
  ///   - sessionId: the session that the message names.
  ///   - requestId: what the id of a session is derived from that the message begins.
  ///   - text: the learner's words, which may end a task where there is no command.
  ///   - time: the message's time, milliseconds since 1970-01-01 UTC.
  mutating func place(
    userId: String, sessionId: String?, requestId: String?, command: LineCommand?,
    text: String = "", time: Int64
  ) -> Placement {
    var ended: OpenSession?
    let id: String
    let isNew: Bool
    if let sessionId {
      id = sessionId
      isNew = join(sessionId, userId: userId, time: time)
    } else if let going = going(userId, at: time) {
      id = going
      isNew = false
    } else {
      ended = endIdle(userId)
      (id, isNew) = begin(userId: userId, requestId: requestId, time: time)
    }
    var session =
      open[id] ?? OpenSession(id: id, userId: userId, start: time, isExplicit: sessionId != nil)
    let endsTask = session.task != nil && command == nil && TaskEnd.isMeant(by: text)
    let task = session.take(command, endsTask: endsTask, at: time)
    open[id] = session
    return Placement(session: session, isNew: isNew, ended: ended, task: task)
  }

  /// Ends a session.
  mutating func end(_ id: String) {
    guard let session = open.removeValue(forKey: id) else { return }
    beginnings[id] = nil
    if current[session.userId] == id { current[session.userId] = nil }
  }

  /// Ends all sessions; returns them in the order in which they began.
  mutating func endAll() -> [OpenSession] {
    defer {
      open = [:]
      current = [:]
      beginnings = [:]
    }
    return open.values.sorted { beginnings[$0.id, default: 0] < beginnings[$1.id, default: 0] }
  }

  // MARK: Beginning and going on

  /// Goes on with a session that a message names; returns whether that begins it.
  private mutating func join(_ id: String, userId: String, time: Int64) -> Bool {
    defer { adoptAsCurrent(id, of: userId) }
    if open[id] != nil {
      open[id]?.isExplicit = true
      return false
    }
    let session = earlier.take(id, of: userId)
    add(session ?? OpenSession(id: id, userId: userId, start: time, isExplicit: true))
    return session == nil
  }

  /// A named session takes the user's other messages too, where the user has no session of its own.
  private mutating func adoptAsCurrent(_ id: String, of userId: String) {
    let isFree = current[userId].flatMap { open[$0] }?.isExplicit ?? true
    if isFree { current[userId] = id }
  }

  /// The user's session, where it is not over at that time.
  private func going(_ userId: String, at time: Int64) -> String? {
    guard let id = current[userId], let session = open[id], time - session.last <= idle else {
      return nil
    }
    return id
  }

  /// Ends the user's session because of idleness, unless a message named it.
  private mutating func endIdle(_ userId: String) -> OpenSession? {
    guard let id = current[userId], let session = open[id], !session.isExplicit else { return nil }
    end(id)
    return session
  }

  /// Goes on with a session of an earlier run, or begins one.
  private mutating func begin(
    userId: String, requestId: String?, time: Int64
  ) -> (id: String, isNew: Bool) {
    if let session = earlier.take(of: userId, at: time, idle: idle) {
      add(session)
      current[userId] = session.id
      return (session.id, false)
    }
    let id = requestId.map { DerivedID.session.from(userId, $0) } ?? mint.mint(.session)
    let isNew = open[id] == nil
    if isNew {
      add(OpenSession(id: id, userId: userId, start: time, isExplicit: false))
    }
    current[userId] = id
    return (id, isNew)
  }

  private mutating func add(_ session: OpenSession) {
    open[session.id] = session
    begun += 1
    beginnings[session.id] = begun
  }
}
