import Foundation
import Glibc
import TestSupport
import Testing

/// Several stores that write one database at once, and one that is killed while it writes: nothing
/// is lost, and nothing is there twice.
@Suite struct StoreWritersTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// Turns and what was said of them; the writers have their own turns, and one learner together.
  static func records(_ count: Int, writer: Int) -> [String] {
    (0..<count / 2).flatMap { number in
      let id = "\(writer)_\(number)"
      let time = 1_767_340_000_000 + number * 10 + writer
      return [
        #"{"type":"interaction","id":"int_\#(id)","userId":"u_1","sessionId":"sess_\#(writer)","#
          + #""userText":"We have met on Monday.","aiResponse":"Good.","timestamp":\#(time)}"#,
        Sample.assessment([
          "id": #""ass_\#(id)""#, "interactionIds": #"["int_\#(id)"]"#,
          "focusId": #""focus_\#(number % 3)""#, "score": String(1 + (number * 7 + writer) % 10),
          "createdAt": String(time),
        ]),
      ]
    }
  }

  private func put(_ file: String, database: String) -> TestCommand {
    dir.command("coach-store", "put", "--db", database, "--batch", "50", file)
  }

  private func rows(_ database: String) throws -> [String] {
    try dir.command("coach-store", "query", "all", "--all-versions", "--db", database).run()
      .expect(.success).lines.sorted()
  }

  private func expectSound(_ database: String) throws {
    let result = try dir.command("coach-store", "check", "--db", database).run().expect(.success)
    #expect(result.lines.allSatisfy { $0.contains(#""code":"stub""#) })
  }

  @Test func fourWritersAtOnceLoseNothing() throws {
    let all = (0..<4).map { Self.records(500, writer: $0) }
    for (writer, lines) in all.enumerated() {
      try dir.write("\(writer).jsonl", lines.map { $0 + "\n" }.joined())
    }
    let writers = try (0..<4).map { try put("\($0).jsonl", database: "shared.db").start() }
    for writer in writers {
      let result = writer.finish().last.expect(.success)
      #expect(result.diagnostics.contains("500 records stored (500 new, 0 changed, 0 as before)"))
    }
    for writer in 0..<4 { try put("\(writer).jsonl", database: "alone.db").run().expect(.success) }
    let shared = try rows("shared.db")
    #expect(shared.filter { !$0.contains(#""type":"level""#) } == all.joined().sorted())
    expectSame(shared, try rows("alone.db"), "four writers at once, and one after the other")
    try expectSound("shared.db")
  }

  @Test func aPutThatIsKilledIsMendedByRunningItAgain() throws {
    let lines = Self.records(3_000, writer: 1)
    try dir.write("all.jsonl", lines.map { $0 + "\n" }.joined())
    let start = Date()
    try put("all.jsonl", database: "undisturbed.db").run().expect(.success)
    let seconds = Date().timeIntervalSince(start)
    let expected = try rows("undisturbed.db")
    var numbers = SeededNumbers(state: 20_260_105)
    for attempt in 0..<5 {
      let moment = Double.random(in: 0...seconds, using: &numbers)
      let database = "killed\(attempt).db"
      _ = try Pipeline([put("all.jsonl", database: database)])
        .run(kill: .init(stage: 0, after: moment))
      // Before it has made its file there is nothing to look over.
      if FileManager.default.fileExists(atPath: dir.file(database)) {
        try expectSound(database)
        let stored = try Set(rows(database).filter { !$0.contains(#""type":"level""#) })
        #expect(stored.isSubset(of: lines), "killed after \(moment) s: half a record")
      }
      try put("all.jsonl", database: database).run().expect(.success)
      expectSame(
        try rows(database), expected, "put killed after \(moment) s of \(seconds) s")
      try expectSound(database)
    }
  }
}
