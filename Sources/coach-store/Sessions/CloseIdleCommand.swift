import ArgumentParser
import CoachJSONL

/// `coach-store close-idle`: the end of sessions, and their review.
struct CloseIdleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close-idle",
    abstract: "End sessions in which nobody talks any more, and write those to be reviewed.",
    discussion: """
      EXAMPLES
        coach-store close-idle | coach-summarize | coach-store
        coach-store close-idle --idle 1h | coach-summarize --only | coach-store

      Writes each session that is over and has no summary, or one of other turns or assessments \
      than the store holds now: its learner, turns and assessments, and its end last. A session \
      with turns that are not assessed waits for them, an hour at most.
      """)

  @OptionGroup var place: StorePlace

  @Option(help: "A session is over when nobody has said anything for so long (90s, 20m, 1h).")
  var idle = TimeSpan.defaultIdle

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  func run() throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    try context.reporting {
      let store = try place.open(context.environment)
      var output = RecordOutput(context)
      let run = CloseIdleRun(
        idle: idle.milliseconds, now: context.clock.now(),
        defaultUserId: try context.environment.defaultUserId())
      let ended = try run.run(on: store, to: &output)
      context.diagnostics.info("\(ended) sessions ended")
    }
  }
}

/// One run of `close-idle`.
struct CloseIdleRun {
  /// How long a session is silent before it is over, in milliseconds.
  var idle: Int64 = TimeSpan.defaultIdle.milliseconds
  /// The wall clock, milliseconds since 1970-01-01 UTC.
  let now: Int64
  /// Whose sessions are those that do not say.
  var defaultUserId: String?

  /// Ends sessions, writes those to be reviewed, and takes off the list those that are done with.
  ///
  /// - Returns: how many sessions were ended.
  /// - Throws: `StageFailure`.
  func run(on store: Store, to output: inout RecordOutput) throws -> Int {
    let ender = SessionEnder(idle: idle, now: now, defaultUserId: defaultUserId)
    let queue = ReviewQueue(now: now)
    try store.use(UnsettledSessions.takeIn)
    let ended = try store.use { try ender.endSessions(in: $0) }
    var settled: [Int64] = []
    // Not under a lock: whoever reads this may be waiting to write the same database.
    try store.useSnapshot { db in
      settled = try queue.each(in: db) { try output.write(line: $0) }
    }
    try output.flush()
    try store.use { try queue.settle(settled, in: $0) }
    return ended
  }
}
