import CoachJSONL

/// What a chat has done to the learner's levels.
struct LevelMoves {
  /// A line for each level that has a score of the chat's turns.
  let lines: [String]

  /// - Parameters:
  ///   - levels: as they came out of coach-level; of several of one focus the last stands.
  ///   - turnIds: the turns of the chat.
  ///   - titles: what focuses are called, by id.
  ///   - isUnicode: whether sparklines can be shown as bars.
  init(
    _ levels: [Level], since turnIds: Set<String>, titles: [String: String] = [:], isUnicode: Bool
  ) {
    var last: [String: Level] = [:]
    for level in levels { last["\(level.userId) \(level.focusId)"] = level }
    let touched = last.values.filter { level in
      level.window.contains { !turnIds.isDisjoint(with: $0.interactionIds) }
    }.sorted { ($0.userId, $0.focusId) < ($1.userId, $1.focusId) }
    let names = touched.map { titles[$0.focusId] ?? $0.focusId }
    let widest = names.map { DisplayWidth.of($0) }.max() ?? 0
    lines = zip(touched, names).map { level, name in
      let padding = String(repeating: " ", count: widest - DisplayWidth.of(name))
      let bars = Sparkline(level.window.map(\.score), isUnicode: isUnicode).text
      let move = Self.move(of: level, since: turnIds)
      return "\(name)\(padding)  \(move)  \(bars)"
    }
  }

  /// What the level was is worked out of the scores that it still stands on without the chat's.
  private static func move(of level: Level, since turnIds: Set<String>) -> String {
    var window = LevelWindow(alpha: level.alpha, capacity: level.n)
    window.merge(level.window.filter { turnIds.isDisjoint(with: $0.interactionIds) })
    guard let before = window.level(userId: level.userId, focusId: level.focusId) else {
      return "level \(level.level), the first"
    }
    return before.level == level.level
      ? "level \(level.level), as before" : "level \(level.level), was \(before.level)"
  }
}
