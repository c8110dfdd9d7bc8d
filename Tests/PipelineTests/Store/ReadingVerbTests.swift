import Foundation
import Glibc
import TestSupport
import Testing

/// How the verbs of coach-store end that write records and read none: nothing is lost when nobody
/// reads them, and what they have written is whole.
@Suite struct ReadingVerbTests {
  /// Many more than a pipe holds, and than are written at a time.
  private static let count = 20_000

  let dir: Dir

  init() throws {
    dir = try Dir()
    try dir.command("coach-store", "put", "--db", "coach.db")
      .run(.lines((0..<Self.count).map { Sample.note($0) })).expect(.success)
  }

  private func command(_ arguments: [String]) -> TestCommand {
    dir.command("coach-store", arguments + ["--db", "coach.db"])
  }

  @Test(arguments: [
    ["query", "all"], ["tail", "--last", "5"], ["tail", "--follow"],
    ["query", "all", "--format", "table"],
  ])
  func withoutAReaderTheyDieSilently(arguments: [String]) throws {
    let result = try command(arguments).run(output: .closedPipe).expect(.signal(SIGPIPE))
    #expect(result.diagnostics.isEmpty, "\(result)")
  }

  @Test(arguments: [(SIGTERM, Exit.terminated), (SIGINT, Exit.interrupted)])
  func aSignalEndsThemBetweenTwoRecords(signal: Int32, exit: Exit) throws {
    let path = dir.file("slow")
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { close(reader) }
    let query = try command(["query", "all"]).start(output: .file(path))
    // It has begun, and now waits for its reader.
    var bytes = try read(reader, atMost: 1_000)
    query.signal(signal)
    Thread.sleep(forTimeInterval: 0.2)
    #expect(query.exit(within: 0) == nil)
    while case let more = try read(reader, atMost: 1 << 16), !more.isEmpty { bytes += more }
    #expect(query.finish().last.exit == exit)

    #expect(bytes.last == UInt8(ascii: "\n"))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines == (0..<lines.count).map { Sample.note($0) })
    #expect(lines.count < Self.count)
  }

  /// What there is to be read, as soon as there is something; nothing at the end.
  private func read(_ descriptor: Int32, atMost most: Int) throws -> [UInt8] {
    var waits = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waits, 1, 60_000) == 1)
    var bytes = [UInt8](repeating: 0, count: most)
    let count = Glibc.read(descriptor, &bytes, most)
    return Array(bytes.prefix(max(count, 0)))
  }

  @Test(arguments: ["erase", "redact"])
  func nobodyOfThatIdIsSaidSo(verb: String) throws {
    let result = try command([verb, "--user", "u_nobody"]).run().expect(.noInput)
    #expect(result.diagnostics.contains("there is nobody of that id"))
    #expect(!result.diagnostics.contains("u_nobody"))
  }

  @Test func everybodysWordsGoOnlyWhereThatIsSaid() throws {
    try command(["redact"]).run().expect(.usage)
    try command(["redact", "--older-than", "1d"]).run().expect(.usage)
    try command(["redact", "--all", "--user", "u_mara"]).run().expect(.usage)
    try command(["redact", "--all"]).run().expect(.success)
  }

  @Test func aTimeMayBeSoLongAgo() throws {
    let now = Sample.now
    let turns = [1, 3, 10].map { days in
      Sample.assessment([
        "id": #""ass_\#(days)""#, "interactionIds": #"["int_\#(days)"]"#,
        "createdAt": String(now - days * 86_400_000),
      ])
    }
    try command(["put"]).run(.lines(turns)).expect(.success)
    let found = try command(["query", "assessments", "--since", "7d", "--until", "2d"])
      .environment("COACH_NOW", String(now)).run().expect(.success)
    #expect(found.lines == [turns[1]])
  }
}
