import CoachJSONL

/// The newest scores that a transaction brings for one level, in a third of the room that they have
/// as values of a window.
struct ScoreNotes {
  /// A score, its ids in one text.
  private struct Note {
    let createdAt: Int64
    /// `Int64.min` where nobody said.
    let assessedAt: Int64
    let score: Double
    /// The assessment's id and those of its turns, with line feeds between: no id has one in it.
    let ids: [UInt8]
    /// Equal for the same turns.
    let turns: Int
    let kind: Assessment.Kind
  }

  /// Notes of so many different turns are kept: the usual window.
  private static let mostTurns = LevelWindow.defaultCapacity
  /// Notes beyond these that are let gather before the oldest are dropped.
  private static let slack = 4

  private var notes: [Note] = []
  private var hasDropped = false

  /// Takes a score in.
  ///
  /// - Returns: how many more are kept than before.
  mutating func insert(_ score: WindowScore) -> Int {
    let before = notes.count
    var ids = Array(score.id.utf8)
    ids.reserveCapacity(ids.count + score.interactionIds.reduce(0) { $0 + 1 + $1.utf8.count })
    for id in score.interactionIds {
      ids.append(0x0A)
      ids.append(contentsOf: id.utf8)
    }
    // An array would double its room.
    if notes.count == Self.mostTurns / 2 { notes.reserveCapacity(Self.mostTurns + Self.slack) }
    notes.append(
      Note(
        createdAt: score.createdAt, assessedAt: score.assessedAt ?? .min, score: score.score,
        ids: ids, turns: score.interactionIds.hashValue, kind: score.kind))
    if notes.count >= Self.mostTurns + Self.slack { dropOldest() }
    return notes.count - before
  }

  /// The scores, as windows take them.
  var scores: [WindowScore] {
    notes.map { note in
      let ids = note.ids.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      return WindowScore(
        id: ids.first ?? "", kind: note.kind, interactionIds: Array(ids.dropFirst()),
        score: note.score, createdAt: note.createdAt,
        assessedAt: note.assessedAt == .min ? nil : note.assessedAt)
    }
  }

  /// Whether scores were dropped that a window of this capacity may need.
  func lacks(_ capacity: Int) -> Bool { hasDropped && capacity > Self.mostTurns }

  /// Drops what is older than the window's worth of different turns.
  private mutating func dropOldest() {
    notes.sort { $0.createdAt > $1.createdAt }
    var turns: Set<Int> = []
    let last = notes.firstIndex { note in
      turns.insert(note.turns)
      return turns.count >= Self.mostTurns
    }
    guard let last else { return }
    // Of those at the same time as the last, the ids decide: all of them stay.
    let oldest = notes[last].createdAt
    let kept = notes[last...].firstIndex { $0.createdAt < oldest } ?? notes.endIndex
    hasDropped = hasDropped || kept < notes.endIndex
    notes.removeSubrange(kept...)
  }
}
