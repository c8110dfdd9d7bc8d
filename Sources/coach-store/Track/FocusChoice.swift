import CoachJSONL
import GRDB

/// Changes which focuses a learner works on: at most three, each in a place of its own.
struct FocusChoice {
  private static let places: ClosedRange<Int64> = 1...3

  let userId: String
  /// The wall clock, milliseconds since 1970-01-01 UTC.
  let now: Int64

  /// Makes a focus active, in the place that is asked for or else in the first that is free. A
  /// focus that held the place becomes inactive.
  ///
  /// - Throws: `StageFailure` where no place is free, `DatabaseError`.
  func track(_ focusId: String, order: Int?, in db: Database) throws {
    try changing(db) { writer, parser in
      let known = try row(of: focusId, in: db)
      let place = try order.map(Int64.init) ?? known?.activePlace ?? freePlace(in: db)
      guard known?.activePlace != place else { return }
      var changes: [Change] = [("order", "\(place)"), ("active", "true")]
      if known?.activePlace == nil { changes.append(("startedAt", "\(now)")) }
      try put(changes, over: known?.raw ?? fresh(focusId), writer, parser)
    }
  }

  /// Makes a focus inactive.
  ///
  /// - Throws: `StageFailure` where it is not active, `DatabaseError`.
  func untrack(_ focusId: String, in db: Database) throws {
    try changing(db) { writer, parser in
      guard let known = try row(of: focusId, in: db), known.activePlace != nil else {
        throw StageFailure(.dataError, "\(userId) does not work on \(focusId)")
      }
      try put([("active", "false")], over: known.raw, writer, parser)
    }
  }

  /// Calls `body` with the line of each active focus, in the order of the places.
  ///
  /// - Throws: `DatabaseError`, and what `body` throws.
  func each(in db: Database, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let active = try PreparedStatement(
      """
      SELECT raw FROM user_focus WHERE user = (SELECT pk FROM user WHERE id = ?) AND active = 1
      ORDER BY "order"
      """, on: db)
    try active.each(.text(userId)) { row in
      try body(row.bytes(0))
      return true
    }
  }

  /// A member and its encoded value.
  private typealias Change = (name: StaticString, value: String)

  private struct Row {
    let raw: [UInt8]
    /// Nil where it is not active.
    let activePlace: Int64?
  }

  private func changing(
    _ db: Database, _ work: (RecordWriter, RecordParser) throws -> Void
  ) throws {
    let writer = try RecordWriter(on: db)
    let parser = try RecordParser(name: "database")
    try db.beginTransaction(.immediate)
    do {
      try work(writer, parser)
      try writer.commit()
    } catch {
      if db.isInsideTransaction { try db.rollback() }
      throw error
    }
  }

  private func row(of focusId: String, in db: Database) throws -> Row? {
    let find = try PreparedStatement(
      """
      SELECT raw, "order", active FROM user_focus
      WHERE user = (SELECT pk FROM user WHERE id = ?) AND focus = (SELECT pk FROM focus WHERE id = ?)
      """, on: db)
    return try find.first(.text(userId), .text(focusId)) { row in
      Row(raw: Array(row.bytes(0)), activePlace: row.integer(2) == 1 ? row.integer(1) : nil)
    }
  }

  private func freePlace(in db: Database) throws -> Int64 {
    let taken = try PreparedStatement(
      """
      SELECT "order" FROM user_focus WHERE user = (SELECT pk FROM user WHERE id = ?) AND active = 1
      """, on: db)
    var places = Set(Self.places)
    try taken.each(.text(userId)) { row in
      places.remove(row.integer(0) ?? 0)
      return true
    }
    guard let first = places.min() else {
      throw StageFailure(
        .dataError, "\(userId) works on three focuses: say with --order whose place it takes")
    }
    return first
  }

  private func fresh(_ focusId: String) -> [UInt8] {
    UserFocus(userId: userId, focusId: focusId, order: 1, active: true, startedAt: now).line()
  }

  /// Puts a choice: the record that is known with what has changed, every other member as it was.
  private func put(
    _ changes: [Change], over raw: [UInt8], _ writer: RecordWriter, _ parser: RecordParser
  ) throws {
    var line = raw
    for (name, value) in changes + [("updatedAt", "\(now)")] {
      line = try parser.read(line) { $0.setting(name, to: Array(value.utf8)) }
    }
    try parser.read(line) { try writer.put($0) }
  }
}
