import CoachJSONL
import GRDB

/// Works levels out again, once a transaction for each learner and focus that it touched: from the
/// window of the record that came, the stored window and the stored assessments (contract §4).
final class LevelWriter {
  /// Whose level on what, by the keys of their rows.
  struct Owner: Hashable, Comparable {
    let user: Int64
    let focus: Int64

    static func < (left: Owner, right: Owner) -> Bool {
      (left.user, left.focus) < (right.user, right.focus)
    }
  }

  /// What a transaction brought for one level.
  private struct Touched {
    var record: (level: Level, raw: [UInt8])?
    /// The last of the scores that came, in level records and in assessments.
    private(set) var window = LevelWindow()
    /// How many of the last scores the window has for certain.
    private(set) var reach = Int.max
    /// Whether the stored window and this one do not say all: an older assessment was put anew.
    var needsReplay = false

    mutating func take(_ level: Level, raw: [UInt8]) {
      record = (level, raw)
      if level.n > window.capacity {
        var wider = LevelWindow(capacity: level.n)
        wider.merge(window)
        window = wider
      }
      for score in level.window { insert(score) }
    }

    mutating func insert(_ score: WindowScore) {
      if window.isFull { reach = min(reach, window.capacity) }
      window.insert(score)
    }
  }

  /// Scores that are held back until levels are settled.
  private static let mostScores = 49_152

  private let keys: Keys
  private let parser: RecordParser
  private let find: PreparedStatement
  private let names: PreparedStatement
  private let replay: PreparedStatement
  private let upsert: PreparedStatement
  private var touched: [Owner: Touched] = [:]
  private var scoreCount = 0

  /// - Throws: `DatabaseError`.
  init(keys: Keys, parser: RecordParser, on db: Database) throws {
    self.keys = keys
    self.parser = parser
    find = try PreparedStatement("SELECT raw FROM level WHERE user = ? AND focus = ?", on: db)
    names = try PreparedStatement(
      "SELECT user.id, focus.id FROM user, focus WHERE user.pk = ? AND focus.pk = ?", on: db)
    // The one turn of most is looked up, which is a third of the work of parsing the record.
    replay = try PreparedStatement(
      """
      SELECT created_at, id, kind, score, assessed_at,
        CASE WHEN turns = 1 THEN (
          SELECT interaction.id FROM assessment_interaction AS part
          JOIN interaction ON interaction.pk = part.interaction
          WHERE part.assessment = assessment.pk) END,
        CASE WHEN turns <> 1 THEN raw END
      FROM assessment INDEXED BY assessment_by_user
      WHERE user = ? AND focus = ? AND category = 'progress' AND kind <> 'session_summary'
        AND score IS NOT NULL
      ORDER BY created_at DESC
      """, on: db)
    upsert = try PreparedStatement(
      """
      INSERT INTO level (user, focus, ema, level, band, count, alpha, n, updated_at, raw)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (user, focus) DO UPDATE SET
        ema = excluded.ema, level = excluded.level, band = excluded.band, count = excluded.count,
        alpha = excluded.alpha, n = excluded.n, updated_at = excluded.updated_at,
        raw = excluded.raw
      """, on: db)
  }

  /// Takes a level record in; it is stored when the levels are settled.
  ///
  /// - Throws: `RecordError`, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    let level = try Level(record)
    let owner = Owner(
      user: try keys.users.key(of: level.userId), focus: try keys.focuses.key(of: level.focusId))
    let raw = record.copy()
    let known = try find.first(.integer(owner.user), .integer(owner.focus)) { Array($0.bytes(0)) }
    if isDue { try settle() }
    count(owner) { $0.take(level, raw: raw) }
    return known == nil ? .new : known == raw ? .unchanged : .changed
  }

  /// Whether so many scores are held back that levels should be settled before more come; it only
  /// takes longer to settle them more than once in a transaction.
  var isDue: Bool { scoreCount >= Self.mostScores }

  /// Takes note of the score of an assessment that is being stored.
  func touch(_ owner: Owner, score: WindowScore, isRevision: Bool) {
    count(owner) { news in
      news.insert(score)
      if isRevision { news.needsReplay = true }
    }
  }

  /// Changes what came for a level, and counts the scores that it holds more.
  private func count(_ owner: Owner, _ change: (inout Touched) -> Void) {
    scoreCount += Self.change(&touched[owner, default: Touched()], change)
  }

  /// Changes what came, where it lies; returns how many scores it holds more.
  private static func change(_ news: inout Touched, _ change: (inout Touched) -> Void) -> Int {
    let before = news.window.count
    change(&news)
    return news.window.count - before
  }

  /// Writes the levels that were touched; what assessments they stand on must be stored.
  ///
  /// - Throws: `DatabaseError`.
  func settle() throws {
    for owner in touched.keys.sorted() {
      if let news = touched[owner] { try settle(owner, news) }
    }
    touched.removeAll(keepingCapacity: true)
    scoreCount = 0
  }

  private func settle(_ owner: Owner, _ news: Touched) throws {
    let storedRaw = try find.first(.integer(owner.user), .integer(owner.focus)) {
      Array($0.bytes(0))
    }
    let stored = try storedRaw.map { try parser.read($0) { try Level($0) } }
    let wanted = news.record?.level ?? stored
    var window = LevelWindow(
      alpha: wanted?.alpha ?? LevelWindow.defaultAlpha,
      capacity: wanted?.n ?? LevelWindow.defaultCapacity)
    window.merge(stored?.window ?? [])
    window.merge(news.window)
    // Of a learner who is new all scores came in this transaction.
    let isFull = stored.map { $0.n >= window.capacity } ?? keys.users.isNew(owner.user)
    if !isFull || news.needsReplay || window.capacity > news.reach {
      try replayAssessments(of: owner, into: &window)
    }
    guard let level = try level(of: window, owner, wanted) else { return }
    let raw: [UInt8] =
      if let record = news.record {
        try line(of: level, over: record.raw, saying: record.level)
      } else if let stored, let storedRaw {
        try line(of: level, over: storedRaw, saying: stored)
      } else {
        level.line()
      }
    if raw != storedRaw { try write(level, raw, of: owner) }
  }

  /// The level of a window; where that is empty, what a record says of it.
  private func level(
    of window: LevelWindow, _ owner: Owner, _ record: Level?
  ) throws -> Level? {
    if let record {
      return window.level(userId: record.userId, focusId: record.focusId) ?? record
    }
    let ids = try names.first(.integer(owner.user), .integer(owner.focus)) {
      (user: $0.text(0) ?? "", focus: $0.text(1) ?? "")
    }
    return ids.flatMap { window.level(userId: $0.user, focusId: $0.focus) }
  }

  /// Newest first, until the window is full and what follows is older than all in it.
  private func replayAssessments(of owner: Owner, into window: inout LevelWindow) throws {
    try replay.each(.integer(owner.user), .integer(owner.focus)) { row in
      if window.isFull, let oldest = window.oldest, (row.integer(0) ?? 0) < oldest {
        return false
      }
      if let score = try score(row) { window.insert(score) }
      return true
    }
  }

  private func score(_ row: SQLRow) throws -> WindowScore? {
    guard let turn = row.text(5) else {
      return try parser.read(row.bytes(6)) { try ProgressScore($0)?.score }
    }
    return WindowScore(
      id: row.text(1) ?? "", kind: row.text(2).flatMap(Assessment.Kind.init) ?? .interaction,
      interactionIds: [turn], score: row.real(3) ?? 0, createdAt: row.integer(0) ?? 0,
      assessedAt: row.integer(4))
  }

  /// The level as a line: the record that it comes from where that says just this, else that with
  /// the members that differ put in, so that unknown ones survive.
  private func line(of level: Level, over base: [UInt8], saying old: Level) throws -> [UInt8] {
    if old == level { return base }
    if old.line() == base { return level.line() }
    var line = base
    for (name, value) in level.members {
      line = try parser.read(line) { $0.setting(name, to: value) }
    }
    return line
  }

  private func write(_ level: Level, _ raw: [UInt8], of owner: Owner) throws {
    try upsert.run(
      .integer(owner.user), .integer(owner.focus), .real(level.ema),
      .integer(Int64(level.level)), .text(level.band.rawValue), .integer(Int64(level.count)),
      .real(level.alpha), .integer(Int64(level.n)), .integer(level.updatedAt), .line(raw))
  }
}

extension Level {
  /// The members that follow from the window, encoded.
  fileprivate var members: [(StaticString, [UInt8])] {
    func encoded(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
      var writer = JSONWriter()
      write(&writer)
      return writer.bytes
    }
    return [
      ("ema", encoded { $0.value(ema) }),
      ("level", encoded { $0.value(Int64(level)) }),
      ("band", encoded { $0.value(band.rawValue) }),
      ("count", encoded { $0.value(Int64(count)) }),
      (
        "window",
        encoded { writer in
          writer.array { array in
            for score in window { array.object { score.encodeFields(into: &$0) } }
          }
        }
      ),
      ("alpha", encoded { $0.value(alpha) }),
      ("n", encoded { $0.value(Int64(n)) }),
      ("updatedAt", encoded { $0.value(updatedAt) }),
    ]
  }
}
