import CoachJSONL
import GRDB

/// Writes the last records, and then what is committed until somebody ends it.
struct TailRun {
  /// How often it is asked whether something was committed: nothing waits much longer.
  private static let pause = Duration.milliseconds(50)
  /// How often a follower says that it is still there.
  private static let renewal = Duration.seconds(20)

  let nouns: [Noun]
  let filter: QueryFilter

  private var query: QueryRun {
    QueryRun(nouns: nouns, filter: filter, hasContext: false, format: .jsonl)
  }

  /// The tables that are read.
  var tables: [Table] { query.tables }

  /// Writes the last records.
  ///
  /// - Throws: `StageFailure`.
  func write(from store: Store, to output: inout RecordOutput) throws {
    try store.useSnapshot { try query.write(from: $0, to: &output) }
  }

  /// Writes the last records and then each one that comes or changes, as it is committed.
  ///
  /// - Parameter signals: says when to end.
  /// - Returns: how the tool ends.
  /// - Throws: `StageFailure`.
  func follow(
    _ store: Store, to output: inout RecordOutput, until signals: EndingSignals
  ) throws -> ExitStatus {
    var filter = self.filter
    filter.last = nil
    let follower = try store.use { try Follower(tables, filter, on: $0) }
    defer { try? store.use { _ in try follower.leave() } }
    try store.useSnapshot { db in
      try query.write(from: db, to: &output)
      try follower.skip()
    }
    // Nothing that it has to say to the database is worth keeping a record waiting.
    try store.use { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
    var version = try store.use(Self.version)
    var renewed = ContinuousClock.now
    while true {
      if let status = signals.wait(for: Self.pause) { return status }
      try renew(follower, of: store, since: &renewed)
      let newest = try store.use(Self.version)
      guard newest != version else { continue }
      version = newest
      try store.useSnapshot { _ in try follower.each { try output.write(line: $0) } }
      try output.flush()
    }
  }

  private func renew(
    _ follower: Follower, of store: Store, since last: inout ContinuousClock.Instant
  ) throws {
    let waited = ContinuousClock.now - last
    guard waited >= Self.renewal else { return }
    do {
      try store.use { _ in try follower.renew() }
      last = .now
    } catch let failure as StageFailure {
      // While somebody else writes there is time to ask again.
      guard failure.status == .tryAgain, waited < Self.renewal * 2 else { throw failure }
    }
  }

  /// A number that changes whenever somebody else commits.
  private static func version(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0
  }
}
