import CoachJSONL

/// The sessions that are open, by id and by user.
struct OpenSessions {
  private var byID: [String: OpenSession] = [:]
  private var byUser: [String: [OpenSession]] = [:]
  private var count = 0
  /// The session that was opened last: the next line is often of the same.
  private var latest: OpenSession?

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
      byUser[userId, default: []].append(session)
    }
    return session
  }

  /// The sessions that a line of that user (of that session, where the user is unknown) shows to
  /// be idle, oldest first.
  func idle(userId: String?, sessionId: String, at time: Int64, after idle: TimeSpan)
    -> [OpenSession]
  {
    if let sessions = userId.flatMap({ byUser[$0] }) {
      // There is seldom one: no list is made to find that out.
      guard sessions.contains(where: { $0.isIdle(at: time, after: idle) }) else { return [] }
      return sessions.filter { $0.isIdle(at: time, after: idle) }
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

  private mutating func leaveUser(_ session: OpenSession) {
    guard let userId = session.userId else { return }
    byUser[userId]?.removeAll { $0 === session }
    if byUser[userId]?.isEmpty == true { byUser[userId] = nil }
  }
}
