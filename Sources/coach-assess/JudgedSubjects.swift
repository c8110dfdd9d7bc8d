import CoachJSONL

/// What the input says of turns and evaluations before they come: that they are judged, or that
/// they were tried and are not to be tried now. So a store that prints turns again for the stages
/// before this one prints with them what became of them.
struct JudgedSubjects {
  /// Judgements of which records are missing: beyond so many records those seen first are forgotten.
  static let mostParts = 10_000
  /// Rejects whose turns have not come: beyond so many, all are forgotten.
  static let mostRefused = 10_000

  private struct Key: Hashable {
    let subject: String
    let whole: JudgementPart.Whole
  }

  private var parts: [String: [Key: Set<String>]] = [:]
  private var order: [String] = []
  private var count = 0
  private var judged = WorkedSubjects(capacity: 20_000)
  private var refused: Set<String> = []

  /// Takes a part of a judgement of something that has not come yet in.
  mutating func take(_ part: JudgementPart, of subject: String) {
    guard isComplete(part, of: subject) else { return }
    _ = judged.insert(subject, of: part.sessionId)
  }

  /// Takes note that a turn or an evaluation could not be judged, and is not to be tried now.
  mutating func refuse(_ id: String) {
    if refused.count >= Self.mostRefused { refused.removeAll(keepingCapacity: true) }
    refused.insert(id)
  }

  /// Whether a turn or an evaluation that comes now is judged, or not to be tried.
  mutating func contains(_ id: String, of sessionId: String) -> Bool {
    judged.contains(id, of: sessionId) || (!refused.isEmpty && refused.remove(id) != nil)
  }

  mutating func end(session sessionId: String) {
    judged.end(session: sessionId)
    guard let ended = parts.removeValue(forKey: sessionId) else { return }
    count -= ended.values.reduce(0) { $0 + $1.count }
    if order.count > 2 * parts.count + 64 { order.removeAll { parts[$0] == nil } }
  }

  /// Whether the judgement that the part belongs to is there, now that the part is.
  private mutating func isComplete(_ part: JudgementPart, of subject: String) -> Bool {
    guard let whole = part.whole, whole.records > 1 else { return true }
    let key = Key(subject: subject, whole: whole)
    if parts[part.sessionId] == nil { order.append(part.sessionId) }
    var ids = parts[part.sessionId, default: [:]].removeValue(forKey: key) ?? []
    count -= ids.count
    ids.insert(part.id)
    guard ids.count < whole.records else { return true }
    parts[part.sessionId]?[key] = ids
    count += ids.count
    if count > Self.mostParts { forgetOldest() }
    return false
  }

  private mutating func forgetOldest() {
    let half = order.prefix(order.count / 2 + 1)
    for sessionId in half {
      count -= parts.removeValue(forKey: sessionId)?.values.reduce(0) { $0 + $1.count } ?? 0
    }
    order.removeFirst(half.count)
  }
}
