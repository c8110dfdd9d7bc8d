/// The last scores of one learner on one focus, and the level that follows from them.
///
/// A window is a value of its scores alone: whatever order they arrive in, however often, from
/// records or from another window, the same scores give the same level (contract §4, coach-level).
public struct LevelWindow: Sendable, Equatable {
  /// The plan's α (§2).
  public static let defaultAlpha = 0.3
  /// The plan's N (§2).
  public static let defaultCapacity = 20

  /// The weight of the newer score, over 0 and at most 1.
  public let alpha: Double
  /// How many scores the window holds.
  public let capacity: Int
  /// By `createdAt`, then `id`: oldest first. One for the same turns.
  public private(set) var scores: [WindowScore] = []

  /// An empty window.
  public init(alpha: Double = defaultAlpha, capacity: Int = defaultCapacity) {
    self.alpha = alpha
    self.capacity = capacity
  }

  /// Takes a score in; returns whether the window changed.
  ///
  /// Of several scores for the same turns the newest judgement's stands; beyond the capacity the
  /// oldest falls out.
  @discardableResult
  public mutating func insert(_ score: WindowScore) -> Bool {
    if let known = scores.firstIndex(where: { $0.isOfSameTurns(as: score) }) {
      guard score.supersedes(scores[known]) else { return false }
      scores.remove(at: known)
      place(score)
      return true
    }
    if scores.count >= capacity {
      guard let oldest = scores.first, oldest.precedes(score) else { return false }
      scores.removeFirst()
    }
    place(score)
    return true
  }

  /// Takes the scores of a stored or earlier level in; returns whether the window changed.
  @discardableResult
  public mutating func merge(_ others: [WindowScore]) -> Bool {
    var changed = false
    for score in others where insert(score) { changed = true }
    return changed
  }

  /// From the oldest score to the newest: `ema ← ema + α·(score − ema)` (plan §2); nil where there
  /// is none.
  public var ema: Double? {
    guard let first = scores.first else { return nil }
    return scores.dropFirst().reduce(first.score) { ema, next in
      ema + alpha * (next.score - ema)
    }
  }

  /// The level record of the window; nil where there is no score.
  public func level(userId: String, focusId: String) -> Level? {
    guard let ema, let newest = scores.last else { return nil }
    return Level(
      userId: userId, focusId: focusId, ema: ema, level: LevelScale.level(ema: ema),
      band: LevelScale.band(ema: ema), window: scores, alpha: alpha, n: capacity,
      updatedAt: newest.createdAt)
  }

  private mutating func place(_ score: WindowScore) {
    let at = scores.lastIndex { $0.precedes(score) }.map { $0 + 1 } ?? 0
    scores.insert(score, at: at)
  }
}

/// From an EMA to the plan's scale of 1–10 (plan §2; contract §4 splits each band evenly).
public enum LevelScale {
  /// EMA < 4 → ⌊EMA⌋ (1–3); < 8 → ⌊EMA⌋ (4–7); else 8 + min(2, ⌊1.5·(EMA − 8)⌋).
  public static func level(ema: Double) -> Int {
    let level = ema < 8 ? ema.rounded(.down) : 8 + min(2, (1.5 * (ema - 8)).rounded(.down))
    return Int(min(max(level, 1), 10))
  }

  /// The band that the level belongs to.
  public static func band(ema: Double) -> Level.Band {
    ema < 4 ? .novice : ema < 8 ? .developing : .mastery
  }
}

extension WindowScore {
  /// The order of practice.
  func precedes(_ other: WindowScore) -> Bool {
    (createdAt, id) < (other.createdAt, other.id)
  }

  func isOfSameTurns(as other: WindowScore) -> Bool {
    kind == other.kind && interactionIds == other.interactionIds || id == other.id
  }

  /// Whether it is the newer judgement of the same turns; ids and scores only break ties, so that
  /// the order of arrival never matters.
  func supersedes(_ other: WindowScore) -> Bool {
    (assessedAt ?? createdAt, id, score)
      > (other.assessedAt ?? other.createdAt, other.id, other.score)
  }
}
