import CoachJSONL

/// Commits what it reads to the database, in transactions that end when the input pauses.
struct PutStage: Stage {
  static let name = "coach-store"
  static let reportsBrokenPipe = true

  /// How records are put.
  struct Settings {
    /// How many records a transaction has at most: each ends with a wait for the disk, and with
    /// the levels of all learners in it.
    var batch = 100_000
    /// Whether what is committed is passed on.
    var isTee = false
    /// Whether rejects alone are written.
    var isQuiet = false
  }

  /// Lines held back until they are committed; beyond, the transaction ends early. They are there
  /// twice when they are let go.
  private static let mostHeldBytes = 2 << 20

  private let settings: Settings
  private let diagnostics: Diagnostics
  private let parser: RecordParser
  private let lane: WriteLane
  private var tally = Tally()
  private var uncommitted = 0
  /// Lines to be written once they are committed, each with a line feed.
  private var held: [UInt8] = []

  /// - Throws: `StageFailure` where the database cannot be used.
  init(store: Store, settings: Settings = Settings(), diagnostics: Diagnostics) throws {
    self.settings = settings
    self.diagnostics = diagnostics
    parser = try RecordParser(name: "reject")
    lane = try WriteLane(store: store)
  }

  var writesRecords: Bool { settings.isTee && !settings.isQuiet }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    emit.consume()
    try put(record)
    if settings.isTee, !settings.isQuiet {
      record.withBytes { held.append(contentsOf: $0) }
      held.append(0x0A)
    }
    try commitIfDue(&emit)
  }

  mutating func rejected(_ reject: Reject, emit: inout Emission) throws {
    let line = reject.line()
    try parser.read(line) { try put($0) }
    held.append(contentsOf: line)
    held.append(0x0A)
    try commitIfDue(&emit)
  }

  mutating func inputPaused(emit: inout Emission) throws {
    try commit(&emit)
  }

  mutating func finish(emit: inout Emission) throws {
    try commit(&emit)
    diagnostics.announce(tally.words)
  }

  private mutating func put(_ record: borrowing Record) throws {
    try saying { try lane.put(record) }
    uncommitted += 1
  }

  private mutating func commitIfDue(_ emit: inout Emission) throws {
    guard uncommitted >= settings.batch || held.count >= Self.mostHeldBytes else { return }
    try commit(&emit)
  }

  private mutating func commit(_ emit: inout Emission) throws {
    tally.add(try saying { try lane.commit() })
    uncommitted = 0
    if !held.isEmpty { emit.emit(line: held.dropLast()) }
    held.removeAll(keepingCapacity: true)
  }

  /// Does work on the database; a failure says what is stored and what is not.
  private func saying<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let failure as StageFailure {
      throw StageFailure(
        failure.status,
        "\(failure.message) (\(tally.total) records are stored, what follows them is not)")
    }
  }
}
