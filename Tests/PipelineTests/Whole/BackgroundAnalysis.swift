import TestSupport
import Testing

/// A chat that only stores, and the two jobs that cron runs every minute: the background analysis
/// and the review of sessions that have ended.
struct BackgroundAnalysis {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// A day after the last message of the example.
  static func later() throws -> Int { try lastTime() + 86_400_000 }

  private static func lastTime() throws -> Int {
    let times = try WholePipeline.messages().compactMap {
      try JSON(parsing: $0)["timestamp"]?.double
    }
    return Int(try #require(times.max()))
  }

  /// What the live pipeline makes of the example; run once for all.
  static let live = Result {
    let pipeline = try WholePipeline()
    try pipeline.run(try WholePipeline.messages(), database: "coach.db", now: later())
      .expectSuccess()
    return try pipeline.query("all", database: "coach.db").comparableRows
  }

  /// Talks, and keeps what was said.
  func chat(database: String, now: Int) throws {
    let context = "\(Package.root)/examples/context.jsonl"
    try Pipeline([
      dir.command("coach-chat", "--context", context).environment("COACH_NOW", String(now)),
      dir.command("coach-store", "--db", database),
    ]).run(.lines(try WholePipeline.messages())).expectSuccess()
  }

  func put(_ lines: [String], database: String) throws {
    try dir.command("coach-store", "--db", database).run(.lines(lines)).expect(.success)
  }

  /// The stages of the background analysis, as one would type them.
  func analysis(database: String, now: Int) -> Pipeline {
    Pipeline(
      [
        dir.command("coach-store", "query", "unassessed", "--with-context", "--db", database),
        dir.command("coach-filter", "--keep-open"), dir.command("coach-assess"),
        dir.command("coach-level"), dir.command("coach-store", "--db", database),
      ].map { $0.environment("COACH_NOW", String(now)) })
  }

  /// The stages of the review of sessions that have ended.
  func review(database: String, now: Int) -> Pipeline {
    Pipeline(
      [
        dir.command("coach-store", "close-idle", "--idle", "20m", "--db", database),
        dir.command("coach-summarize"), dir.command("coach-store", "--db", database),
      ].map { $0.environment("COACH_NOW", String(now)) })
  }

  /// Both jobs, once.
  func minute(database: String, now: Int) throws {
    try analysis(database: database, now: now).run().expectSuccess()
    try review(database: database, now: now).run().expectSuccess()
  }

  /// All that is stored, to be compared.
  func rows(database: String) throws -> [String] {
    try RecordLines(
      dir.command("coach-store", "query", "all", "--all-versions", "--db", database).run()
        .expect(.success)
    ).comparableRows
  }

  /// Expects that there is nothing left to do.
  func expectDone(database: String, now: Int) throws {
    for arguments in [["query", "unassessed"], ["close-idle"]] {
      let result = try dir.command("coach-store", arguments + ["--db", database])
        .environment("COACH_NOW", String(now)).run().expect(.success)
      #expect(result.lines.isEmpty, "\(arguments)")
    }
    let check = try dir.command("coach-store", "check", "--db", database).run().expect(.success)
    #expect(check.lines.allSatisfy { $0.contains(#""code":"stub""#) })
  }
}
