import TestSupport
import Testing

/// Learners who talk at the same time do not get into each other's way: their rows are those that
/// each would have alone.
@Suite struct LearnersSideBySideTests {
  /// The first turns of the example, and the task of its second day, as another learner's own.
  private static func messages(of user: String) throws -> [String] {
    let days = try WholePipeline.days()
    return (days[0].prefix(6) + days[1]).map {
      $0.replacing("u_mara", with: user).replacing("req_", with: "req_\(user)_")
    }
  }

  @Test func interleavedIsEachAlone() throws {
    let users = ["u_ana", "u_ben", "u_cho", "u_dee"]
    let each = try users.map(Self.messages)
    let together = try WholePipeline()
    let interleaved = each[0].indices.flatMap { turn in each.map { $0[turn] } }
    try together.run(interleaved, database: "coach.db").expectSuccess()
    let found = try together.query("all", database: "coach.db")

    for (user, messages) in zip(users, each) {
      let alone = try WholePipeline()
      try alone.run(messages, database: "coach.db").expectSuccess()
      let expected = try alone.query("all", database: "coach.db").comparableRows
      let own = try RecordLines(
        found.lines.filter { ($0.json["userId"]?.string ?? user) == user }
          .filter { $0.type != "user" || $0.id == user || $0.id == "u_mara" }.map(\.text))
      expectSame(own.comparableRows, expected, "\(user)")
    }
  }

  @Test func theTurnsOfASessionStayInOrder() throws {
    let users = (1...12).map { "u_\($0)" }
    let each = try users.map(Self.messages)
    let interleaved = each[0].indices.flatMap { turn in each.map { $0[turn] } }
    let dir = try Dir()
    let chat = try dir.command("coach-chat", "--jobs", "8").run(.lines(interleaved))
      .expect(.success)
    let turns = try RecordLines(chat).records(MirrorInteraction.self)
    #expect(turns.count == interleaved.count)
    for user in users {
      let times = turns.filter { $0.userId == user }.map(\.timestamp)
      #expect(times == times.sorted() && times.count == each[0].count)
    }
  }
}
