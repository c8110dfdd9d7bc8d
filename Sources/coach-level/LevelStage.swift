import CoachJSONL

/// When level records are written.
enum LevelEmission: String, CaseIterable {
  /// At the end of the input.
  case final
  /// After every progress assessment.
  case each
}

/// Moves levels by progress assessments (plan §2, contract §4).
struct LevelStage: Stage {
  static let name = "coach-level"

  /// Whose level on what.
  private struct Key: Hashable, Comparable {
    let userId: String
    let focusId: String

    static func < (left: Key, right: Key) -> Bool {
      (left.userId, left.focusId) < (right.userId, right.focusId)
    }
  }

  /// A window, and the last level that the stream holds of it.
  private struct Tracked {
    var window: LevelWindow
    var told: Level?
  }

  private let emission: LevelEmission
  private let empty: LevelWindow
  private var levels: [Key: Tracked] = [:]

  /// - Parameters:
  ///   - alpha: the weight of the newer score, over 0 and at most 1.
  ///   - capacity: how many scores a window holds.
  init(
    alpha: Double = LevelWindow.defaultAlpha, capacity: Int = LevelWindow.defaultCapacity,
    emission: LevelEmission = .final
  ) {
    empty = LevelWindow(alpha: alpha, capacity: capacity)
    self.emission = emission
  }

  mutating func learn(from record: borrowing Record) throws {
    _ = try take(record)
  }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    guard let key = try take(record), emission == .each, record.type == .assessment else { return }
    tell(key, emit: &emit)
  }

  mutating func finish(emit: inout Emission) throws {
    guard emission == .final else { return }
    for key in levels.keys.sorted() { tell(key, emit: &emit) }
  }

  /// The levels as they are now, by learner and focus.
  var current: [Level] {
    levels.keys.sorted().compactMap { key in
      levels[key]?.window.level(userId: key.userId, focusId: key.focusId)
    }
  }

  /// Takes a score or an earlier level in; returns whose it is.
  private mutating func take(_ record: borrowing Record) throws -> Key? {
    if record.type == .level {
      let level = try Level(record)
      let key = Key(userId: level.userId, focusId: level.focusId)
      levels[key, default: Tracked(window: empty)].window.merge(level.window)
      levels[key]?.told = level
      return key
    }
    guard let progress = try ProgressScore(record) else { return nil }
    let key = Key(userId: progress.userId, focusId: progress.focusId)
    levels[key, default: Tracked(window: empty)].window.insert(progress.score)
    return key
  }

  /// Writes the level of a window, unless the stream says just that already.
  private mutating func tell(_ key: Key, emit: inout Emission) {
    guard let tracked = levels[key],
      let level = tracked.window.level(userId: key.userId, focusId: key.focusId)
    else { return }
    guard emission == .each || tracked.told != level else { return }
    levels[key]?.told = level
    emit.emit(level)
  }
}
