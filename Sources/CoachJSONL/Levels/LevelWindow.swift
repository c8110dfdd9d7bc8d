/// The last scores of one learner on one focus, and the level that follows from them.
///
/// A window is a value of its scores alone: whatever order they arrive in, however often, from
/// records or from another window, the same scores give the same level (contract §4, coach-level), as
/// long as an id always stands for the same turns, as derived ids do.
public struct LevelWindow: Sendable {
  /// The plan's α (§2).
  public static let defaultAlpha = 0.3
  /// The plan's N (§2).
  public static let defaultCapacity = 20

  /// The weight of the newer score, over 0 and at most 1.
  public let alpha: Double
  /// How many scores the window holds.
  public let capacity: Int
  /// One for the same turns, each where the one was whose place it took.
  private var entries: [WindowEntry] = []
  /// The entries' prints, close together: of most scores that come nothing else is looked at.
  private var prints: [WindowEntry.Print] = []
  /// The indices of the entries by `createdAt`, then `id`: oldest first.
  private var order: [Int32] = []

  /// An empty window.
  public init(alpha: Double = defaultAlpha, capacity: Int = defaultCapacity) {
    self.alpha = alpha
    self.capacity = capacity
  }

  /// How many scores there are.
  public var count: Int { entries.count }

  /// Whether a further score makes the oldest fall out.
  public var isFull: Bool { entries.count >= capacity }

  /// The time of practice of the oldest score, milliseconds since 1970-01-01 UTC; nil where there
  /// is none.
  public var oldest: Int64? { order.first.map { entries[Int($0)].createdAt } }

  /// By `createdAt`, then `id`: oldest first. One for the same turns. They are made anew each time
  /// that they are asked for.
  public var scores: [WindowScore] { order.map { entries[Int($0)].windowScore } }

  /// Takes a score in; returns whether the window changed.
  ///
  /// Of several scores for the same turns the newest judgement's stands; beyond the capacity the
  /// oldest falls out.
  @discardableResult
  public mutating func insert(_ score: WindowScore) -> Bool {
    var entry = WindowEntry(score)
    return exchange(&entry)
  }

  /// Takes a score in, as above, and leaves `progress` the memory of one that falls out, to be
  /// filled anew; returns whether the window changed.
  @discardableResult
  public mutating func insert(_ progress: inout ProgressScore) -> Bool {
    exchange(&progress.entry)
  }

  /// Takes the scores of a stored or earlier level in; returns whether the window changed.
  @discardableResult
  public mutating func merge(_ others: [WindowScore]) -> Bool {
    var changed = false
    for score in others where insert(score) { changed = true }
    return changed
  }

  /// Takes the scores of another window in; returns whether the window changed.
  @discardableResult
  public mutating func merge(_ other: LevelWindow) -> Bool {
    var changed = false
    for var entry in other.entries where exchange(&entry) { changed = true }
    return changed
  }

  /// The moving average over the scores, oldest first; nil where there is none.
  public var ema: Double? {
    var average = MovingAverage(alpha: alpha)
    for index in order { average.take(entries[Int(index)].score) }
    return average.value
  }

  /// The level record of the window; nil where there is no score.
  public func level(userId: String, focusId: String) -> Level? {
    guard let ema, let newest = order.last else { return nil }
    return Level(
      userId: userId, focusId: focusId, ema: ema, level: LevelScale.level(ema: ema),
      band: LevelScale.band(ema: ema), window: scores, alpha: alpha, n: capacity,
      updatedAt: entries[Int(newest)].createdAt)
  }

  /// Takes an entry in and leaves what falls out for it; returns whether the window changed.
  private mutating func exchange(_ entry: inout WindowEntry) -> Bool {
    if let known = index(ofSameTurnsAs: entry) {
      guard entry.supersedes(entries[known]) else { return false }
      order.removeAll { Int($0) == known }
      put(&entry, at: known)
    } else if !isFull {
      entries.append(WindowEntry())
      prints.append(WindowEntry.Print())
      put(&entry, at: entries.count - 1)
    } else {
      guard let oldest = order.first.map(Int.init), isPracticed(oldest, before: entry) else {
        return false
      }
      order.removeFirst()
      put(&entry, at: oldest)
    }
    return true
  }

  private func index(ofSameTurnsAs entry: WindowEntry) -> Int? {
    let print = entry.print
    return prints.indices.first { index in
      prints[index].hasMatch(in: print) && entries[index].isOfSameTurns(as: entry)
    }
  }

  private mutating func put(_ entry: inout WindowEntry, at index: Int) {
    let place = order.lastIndex { isPracticed(Int($0), before: entry) }.map { $0 + 1 } ?? 0
    order.insert(Int32(index), at: place)
    prints[index] = entry.print
    swap(&entries[index], &entry)
  }

  private func isPracticed(_ index: Int, before entry: WindowEntry) -> Bool {
    // Where the times differ, the ids are left alone: they lie elsewhere in memory.
    let createdAt = entries[index].createdAt
    return createdAt < entry.createdAt
      || createdAt == entry.createdAt && entries[index].precedes(entry)
  }
}

extension LevelWindow: Equatable {
  public static func == (left: LevelWindow, right: LevelWindow) -> Bool {
    left.alpha == right.alpha && left.capacity == right.capacity && left.scores == right.scores
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
