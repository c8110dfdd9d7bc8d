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

  /// A window, and the last level that the stream holds of it.
  private struct Tracked {
    let owner: LevelOwner
    var window: LevelWindow
    var told: Level?

    var level: Level? { window.level(userId: owner.userId, focusId: owner.focusId) }
  }

  private let emission: LevelEmission
  private let empty: LevelWindow
  private var levels: [Tracked] = []
  /// Where in `levels` an owner's is.
  private var indices: [LevelOwner: Int] = [:]
  /// Filled by one score after the other.
  private var progress = ProgressScore()

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
    guard let index = try take(record), emission == .each, record.type == .assessment else {
      return
    }
    tell(index, emit: &emit)
  }

  mutating func finish(emit: inout Emission) throws {
    guard emission == .final else { return }
    for index in ordered { tell(index, emit: &emit) }
  }

  /// The levels as they are now, by learner and focus.
  var current: [Level] { ordered.compactMap { levels[$0].level } }

  /// Where the levels are, by learner and focus.
  private var ordered: [Int] {
    levels.indices.sorted { levels[$0].owner < levels[$1].owner }
  }

  /// Takes a score or an earlier level in; returns where the level is that it belongs to.
  private mutating func take(_ record: borrowing Record) throws -> Int? {
    if record.type == .level {
      let level = try Level(record)
      let index = index(of: LevelOwner(userId: level.userId, focusId: level.focusId))
      levels[index].window.merge(level.window)
      levels[index].told = level
      return index
    }
    guard try progress.take(record) else { return nil }
    let index = index(of: progress.owner)
    levels[index].window.insert(&progress)
    return index
  }

  private mutating func index(of owner: LevelOwner) -> Int {
    if let known = indices[owner] { return known }
    indices[owner] = levels.count
    levels.append(Tracked(owner: owner, window: empty))
    return levels.count - 1
  }

  /// Writes the level of a window, unless the stream says just that already.
  private mutating func tell(_ index: Int, emit: inout Emission) {
    guard let level = levels[index].level, emission == .each || levels[index].told != level else {
      return
    }
    levels[index].told = level
    emit.emit(level)
  }
}
