/// The turns and evaluations that were worked on, session by session, so that one that comes again
/// while its session is open is not judged twice.
struct WorkedSubjects {
  /// Streams without session records never say that a session ended: beyond so many ids the
  /// session heard of first is forgotten.
  let capacity: Int

  private var idsOfSession: [String: Set<String>] = [:]
  private var order: [String] = []
  private var count = 0

  init(capacity: Int = 100_000) { self.capacity = capacity }

  func contains(_ id: String, of sessionId: String) -> Bool {
    idsOfSession[sessionId]?.contains(id) ?? false
  }

  /// Whether the id is new to its session.
  mutating func insert(_ id: String, of sessionId: String) -> Bool {
    if idsOfSession[sessionId] == nil { order.append(sessionId) }
    guard idsOfSession[sessionId, default: []].insert(id).inserted else { return false }
    count += 1
    if count > capacity { forgetOldest() }
    return true
  }

  mutating func end(session sessionId: String) {
    count -= idsOfSession.removeValue(forKey: sessionId)?.count ?? 0
    compactOrder()
  }

  /// Sessions that have ended leave their places in the order: they go when they outnumber the rest.
  private mutating func compactOrder() {
    guard order.count > 2 * idsOfSession.count + 64 else { return }
    order.removeAll { idsOfSession[$0] == nil }
  }

  private mutating func forgetOldest() {
    let half = order.prefix(order.count / 2 + 1)
    for sessionId in half { count -= idsOfSession.removeValue(forKey: sessionId)?.count ?? 0 }
    order.removeFirst(half.count)
  }
}
