import Foundation
import Glibc
import TestSupport
import Testing

/// `coach-store tail --follow` gives what is committed, soon, once and in order.
@Suite struct FollowTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  private func put(_ lines: [String], batch: Int = 50) -> TestCommand {
    dir.command("coach-store", "put", "--db", "coach.db", "--batch", "\(batch)")
  }

  /// A tail that is there: it has written the line that was stored before.
  private func follow(_ arguments: String...) throws -> InteractiveCommand {
    try put([]).run(.lines([Sample.note(0)])).expect(.success)
    let tail = try dir.command(
      "coach-store", ["tail", "--follow", "--db", "coach.db"] + arguments
    ).start()
    #expect(tail.nextLine() == Sample.note(0))
    return tail
  }

  @Test func whatIsCommittedComesSoon() throws {
    let tail = try follow()
    let writer = try dir.command("coach-store", "--tee", "--db", "coach.db").start()
    var waits: [Double] = []
    for number in 1...20 {
      writer.send(Sample.note(number))
      #expect(writer.nextLine() == Sample.note(number))
      let start = Date()
      #expect(tail.nextLine() == Sample.note(number))
      waits.append(Date().timeIntervalSince(start))
    }
    writer.closeInput()
    writer.finish().expectSuccess()
    // Within 200 ms; a machine that is busy with other tests may miss one or two.
    #expect(waits.sorted()[waits.count / 2] < 0.2, "\(waits)")
    tail.signal(SIGINT)
    #expect(tail.finish().last.exit == .status(130))
  }

  @Test func nothingIsMissedOrTwiceWhoeverWrites() throws {
    let tail = try follow("all")
    let records = (0..<4).map { StoreWritersTests.records(300, writer: $0) }
    let writers = try records.map { lines in
      let writer = try put(lines).start()
      Thread.detachNewThread {
        for line in lines { writer.send(line) }
        writer.closeInput()
      }
      return writer
    }
    var found: [String] = []
    let expected = records.joined().count
    while found.count < expected, let line = tail.nextLine() {
      // Levels move with every batch.
      if !line.contains(#""type":"level""#) { found.append(line) }
    }
    for writer in writers { writer.finish().expectSuccess() }
    #expect(found.sorted() == records.joined().sorted())
    tail.signal(SIGTERM)
    let result = tail.finish().last
    #expect(result.exit == .status(143))
  }
}
