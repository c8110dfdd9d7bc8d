import CoachJSONL

/// The sessions that are open, by id and by user.
struct OpenSessions {
  /// The open sessions of one user, oldest first.
  private final class Talk {
    let userId: String
    var sessions: [OpenSession] = []

    init(userId: String) { self.userId = userId }
  }

  private var byID: [String: OpenSession] = [:]
  private var byUser: [String: Talk] = [:]
  private var count = 0
  /// The session that was opened last and the user who was asked for last: the next line is often
  /// theirs, too.
  private var latest: OpenSession?
  private var latestTalk: Talk?
  /// How many users have no open session left.
  private var idleUsers = 0

  /// More users without sessions are not kept: they are forgotten together, which is cheaper than
  /// one by one where a user comes back.
  private static let mostIdleUsers = 1_024

  /// The open session of that id.
  subscript(id: String) -> OpenSession? {
    if let latest, latest.id == id { return latest }
    return byID[id]
  }

  /// All of them, in the order in which the stream brought them.
  var all: [OpenSession] { byID.values.sorted { $0.order < $1.order } }

  /// The session of that id, opened if it was not open, with what is known of its user.
  mutating func open(_ id: String, userId: String?) -> OpenSession {
    let session: OpenSession
    if let known = self[id] {
      session = known
    } else {
      session = OpenSession(id: id, order: count, userId: nil)
      count += 1
      byID[id] = session
    }
    latest = session
    if let userId, session.userId != userId {
      leaveUser(session)
      session.userId = userId
      join(userId, session)
    }
    return session
  }

  /// The sessions that a line of that user (of that session, where the user is unknown) shows to
  /// be idle, oldest first.
  mutating func idle(userId: String?, sessionId: String, at time: Int64, after idle: TimeSpan)
    -> [OpenSession]
  {
    if let talk = userId.flatMap({ talk(of: $0) }), !talk.sessions.isEmpty {
      // There is seldom one: no list is made to find that out.
      guard talk.sessions.contains(where: { $0.isIdle(at: time, after: idle) }) else { return [] }
      return talk.sessions.filter { $0.isIdle(at: time, after: idle) }
    }
    guard let session = self[sessionId], session.isIdle(at: time, after: idle) else { return [] }
    return [session]
  }

  /// Forgets a session.
  mutating func remove(_ session: OpenSession) {
    byID[session.id] = nil
    if latest === session { latest = nil }
    leaveUser(session)
  }

  // MARK: Users

  private mutating func talk(of userId: String) -> Talk? {
    if let latestTalk, latestTalk.userId == userId { return latestTalk }
    guard let talk = byUser[userId] else { return nil }
    latestTalk = talk
    return talk
  }

  private mutating func join(_ userId: String, _ session: OpenSession) {
    if let known = talk(of: userId) {
      if known.sessions.isEmpty { idleUsers -= 1 }
      known.sessions.append(session)
      return
    }
    let talk = Talk(userId: userId)
    talk.sessions.append(session)
    byUser[userId] = talk
    latestTalk = talk
  }

  private mutating func leaveUser(_ session: OpenSession) {
    guard let userId = session.userId, let talk = byUser[userId] else { return }
    talk.sessions.removeAll { $0 === session }
    guard talk.sessions.isEmpty else { return }
    idleUsers += 1
    guard idleUsers > Self.mostIdleUsers else { return }
    byUser = byUser.filter { !$0.value.sessions.isEmpty }
    idleUsers = 0
    latestTalk = nil
  }
}
