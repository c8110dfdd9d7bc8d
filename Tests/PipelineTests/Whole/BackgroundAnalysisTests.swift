import TestSupport
import Testing

/// A chat that only stores and two jobs every minute come to what the live pipeline comes to,
/// whatever happens to the jobs.
@Suite struct BackgroundAnalysisTests {
  let jobs: BackgroundAnalysis
  let now: Int

  init() throws {
    jobs = try BackgroundAnalysis()
    now = try BackgroundAnalysis.later()
  }

  @Test func afterwardsIsAsItHappens() throws {
    try jobs.chat(database: "coach.db", now: now)
    try jobs.minute(database: "coach.db", now: now)
    let rows = try jobs.rows(database: "coach.db")
    expectSame(rows, try BackgroundAnalysis.live.get(), "the jobs, once")
    try jobs.expectDone(database: "coach.db", now: now)
    try jobs.minute(database: "coach.db", now: now)
    expectSame(try jobs.rows(database: "coach.db"), rows, "the jobs, twice")
  }

  @Test func everyFewTurnsIsAsItHappens() throws {
    try jobs.chat(database: "chat.db", now: now)
    let stored = try RecordLines(
      jobs.dir.command("coach-store", "query", "all", "--db", "chat.db").run().expect(.success))
    let talk = ["session", "interaction"]
    try jobs.put(
      stored.lines.filter { !talk.contains($0.type) }.map(\.text), database: "coach.db")
    for session in stored.ofType("session") {
      let turns = stored.ofType("interaction").filter {
        $0.json["sessionId"]?.string == session.id
      }
      try jobs.put([session.json.removing(["endTime"]).compact], database: "coach.db")
      for start in stride(from: 0, to: turns.count, by: 4) {
        let few = turns[start...].prefix(4)
        try jobs.put(few.map(\.text), database: "coach.db")
        let time = Int(few.last?.json["timestamp"]?.double ?? 0) + 1_000
        try jobs.minute(database: "coach.db", now: time)
      }
      // Half of the sessions are ended by the chat, the others by the job.
      if session.json["startTime"]?.double.map({ Int($0) % 2 == 0 }) ?? true {
        try jobs.put([session.text], database: "coach.db")
      }
    }
    try jobs.minute(database: "coach.db", now: now)
    // A session that the second job ended has its last turns to be assessed.
    try jobs.minute(database: "coach.db", now: now)
    expectSame(
      try jobs.rows(database: "coach.db"), try BackgroundAnalysis.live.get(), "every few turns")
    try jobs.expectDone(database: "coach.db", now: now)
  }

  @Test func twoAtATimeAreOne() throws {
    try jobs.chat(database: "coach.db", now: now)
    for make in [jobs.analysis, jobs.review] {
      let both = try (0..<2).map { _ in try make("coach.db", now).start() }
      for running in both { running.finish().expectSuccess() }
    }
    expectSame(
      try jobs.rows(database: "coach.db"), try BackgroundAnalysis.live.get(), "two at a time")
    try jobs.expectDone(database: "coach.db", now: now)
  }

  @Test func aJobThatIsKilledIsMendedByTheNext() throws {
    try jobs.chat(database: "chat.db", now: now)
    let stored = try jobs.dir.command("coach-store", "query", "all", "--db", "chat.db").run()
      .expect(.success).lines
    var numbers = SeededNumbers(state: 20_260_107)
    for attempt in 0..<6 {
      let database = "killed\(attempt).db"
      try jobs.put(stored, database: database)
      let pipeline =
        attempt % 3 < 2
        ? jobs.analysis(database: database, now: now) : jobs.review(database: database, now: now)
      // Reviews are made of what is assessed.
      if attempt % 3 == 2 { try jobs.analysis(database: database, now: now).run().expectSuccess() }
      let stage = Int.random(in: pipeline.stages.indices, using: &numbers)
      let moment = Double.random(in: 0...1, using: &numbers)
      _ = try pipeline.run(kill: .init(stage: stage, after: moment))
      try jobs.minute(database: database, now: now)
      expectSame(
        try jobs.rows(database: database), try BackgroundAnalysis.live.get(),
        "\(pipeline.stages[stage].tool) killed after \(moment) s")
      try jobs.expectDone(database: database, now: now)
    }
  }
}
