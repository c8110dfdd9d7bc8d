import Foundation
import Glibc
import TestSupport
import Testing

/// Running the pipeline again over the same input doubles nothing, whatever happened to the first
/// run.
@Suite struct RerunTests {
  /// A day later, so that the wall clock is another.
  private static let later = Sample.now + 86_400_000

  /// The rows of an undisturbed run, and the seconds it took; run once for all.
  private static let undisturbed = Result {
    let messages = try WholePipeline.messages()
    let pipeline = try WholePipeline()
    let start = Date()
    try pipeline.run(messages, database: "coach.db").expectSuccess()
    let seconds = Date().timeIntervalSince(start)
    let rows = try pipeline.query("all", database: "coach.db").comparableRows
    try #require(rows.count > messages.count)
    return (rows: rows, seconds: seconds)
  }

  @Test func twiceIsOnce() throws {
    let messages = try WholePipeline.messages()
    let pipeline = try WholePipeline()
    var rows: [[String]] = []
    for now in [Sample.now, Self.later] {
      try pipeline.run(messages, database: "coach.db", now: now).expectSuccess()
      rows.append(try pipeline.query("all", database: "coach.db").comparableRows)
    }
    expectSame(rows[1], rows[0], "the second run")
  }

  @Test(arguments: WholePipeline.names.indices)
  func aStageThatIsKilledLeavesNothingThatARerunDoesNotMend(_ stage: Int) throws {
    let messages = try WholePipeline.messages()
    let (rows, seconds) = try Self.undisturbed.get()
    var numbers = SeededNumbers(state: UInt64(stage) + 20_260_102)
    for _ in 0..<3 {
      let moment = Double.random(in: 0...seconds, using: &numbers)
      let pipeline = try WholePipeline()
      let killed = try pipeline.run(
        messages, database: "coach.db", kill: .init(stage: stage, after: moment))
      for other in killed.stages where other.exit == .status(70) || other.exit == .timedOut {
        Issue.record("a stage beside the killed one broke: \(other)")
      }
      try pipeline.run(messages, database: "coach.db", now: Self.later).expectSuccess()
      expectSame(
        try pipeline.query("all", database: "coach.db").comparableRows, rows,
        "\(WholePipeline.names[stage]) killed after \(moment) s of \(seconds) s")
    }
  }

  @Test func aStoreKilledAtItsBirthOpensAgain() throws {
    for moment in 0..<32 {
      let dir = try Dir()
      let store = try dir.command("coach-store", "--db", "coach.db").start()
      let deadline = Date() + 10
      while !FileManager.default.fileExists(atPath: dir.file("coach.db")), Date() < deadline {}
      Thread.sleep(forTimeInterval: Double(moment) * 0.000_3)
      store.signal(SIGKILL)
      #expect(store.finish().last.exit == .signal(SIGKILL))
      try dir.command("coach-store", "--db", "coach.db").run(.lines([Sample.note(1)]))
        .expect(.success)
    }
  }
}

/// Expects the same rows, and shows the ones that differ.
func expectSame(
  _ found: [String], _ expected: [String], _ comment: Comment,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let missing = Set(expected).subtracting(found).sorted().prefix(3).joined(separator: "\n")
  let added = Set(found).subtracting(expected).sorted().prefix(3).joined(separator: "\n")
  #expect(missing.isEmpty, comment, sourceLocation: sourceLocation)
  #expect(added.isEmpty, comment, sourceLocation: sourceLocation)
  #expect(found.count == expected.count, comment, sourceLocation: sourceLocation)
}
