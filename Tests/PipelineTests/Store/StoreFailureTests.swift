import Foundation
import Glibc
import TestSupport
import Testing

/// What coach-store says and leaves behind when it cannot do what it should.
@Suite struct StoreFailureTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  private func records(_ count: Int, from first: Int = 0) -> [String] {
    (first..<first + count).map { number in
      Sample.assessment([
        "id": #""ass_\#(number)""#, "interactionIds": #"["int_\#(number)"]"#,
        "createdAt": String(1_767_340_000_000 + number),
      ])
    }
  }

  private func put(_ arguments: String...) -> TestCommand {
    dir.command("coach-store", ["put", "--db", "coach.db"] + arguments)
  }

  private func stored() throws -> [String] {
    try dir.command("coach-store", "query", "assessments", "--db", "coach.db").run()
      .expect(.success).lines
  }

  /// The tool in a shell that first does something to itself.
  private func shell(_ setting: String, _ arguments: String) -> TestCommand {
    let tool = "\(Package.products)/coach-store"
    return TestCommand("/bin/sh", ["-c", "\(setting); exec '\(tool)' \(arguments)"], in: dir)
  }

  @Test func aFileThatCannotGrowLeavesTheDatabaseAsItWas() throws {
    let first = records(50)
    try put().run(.lines(first)).expect(.success)
    let before = try stored()
    // As a full disk does: no file of this process may have more than 128 KiB. The signal that the
    // system sends then must not kill it.
    let result = try shell("ulimit -f 256", "put --db coach.db").run(
      .lines(records(500, from: 50)))
    result.expect(.inputOutput)
    #expect(result.diagnostics.contains("coach.db: "))
    #expect(result.diagnostics.contains("0 records are stored, what follows them is not"))
    #expect(try stored() == before)
    try dir.command("coach-store", "check", "--db", "coach.db").run().expect(.success)
    // Running it again puts the rest.
    try put().run(.lines(records(200))).expect(.success)
    #expect(try stored().count == 200)
  }

  @Test func whatWasCommittedBeforeTheDiskWasFullIsThere() throws {
    let all = records(1_500)
    // The tables alone take a MiB.
    try put().run().expect(.success)
    let result = try shell(
      "trap '' XFSZ; ulimit -f 4096", "put --db coach.db --batch 100 --tee"
    ).run(.lines(all))
    result.expect(.inputOutput)
    let passedOn = result.lines
    #expect(!passedOn.isEmpty && passedOn.count < all.count && passedOn.count % 100 == 0)
    #expect(passedOn == Array(all[..<passedOn.count]))
    #expect(result.diagnostics.contains("(\(passedOn.count) records are stored"))
    #expect(try stored() == passedOn)
  }

  @Test func aFileThatIsNotOursToWriteIsSaidSo() throws {
    try put().run(.lines(records(3))).expect(.success)
    chmod(dir.file("coach.db"), 0o444)
    // Root may write what is read-only, so the tool runs as nobody.
    var command = put()
    if getuid() == 0 {
      chmod(dir.path, 0o755)
      let tool = dir.file("coach-store")
      // By a process of its own: a program cannot be started that this one has open for writing,
      // or that a child of another test has by chance.
      try TestCommand("/bin/cp", ["\(Package.products)/coach-store", tool], in: dir).run()
        .expect(.success)
      let nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups", tool]
      command = TestCommand("/usr/bin/setpriv", nobody + command.arguments, in: dir)
    }
    let bytes = try dir.read("coach.db")
    let result = try command.run(.lines(records(1, from: 9)))
    result.expect(.inputOutput)
    #expect(result.diagnostics.contains("coach.db: Permission denied"))
    #expect(try dir.read("coach.db") == bytes)
    // Nor to read.
    chmod(dir.file("coach.db"), 0o000)
    let blind = try command.run(.lines(records(1, from: 9))).expect(.noInput)
    #expect(blind.diagnostics.contains("coach.db: Permission denied"))
  }

  @Test func aDirectoryIsNoDatabase() throws {
    for verb in ["put", "query"] {
      let result = try dir.command("coach-store", [verb] + (verb == "query" ? ["all"] : []))
        .environment("COACH_DB", dir.path).run().expect(.noInput)
      #expect(result.diagnostics.contains("is a directory"), "\(result)")
    }
  }

  @Test func optionsStandBehindTheVerb() throws {
    let result = try dir.command("coach-store", "--db", "a.db", "put", "monday.jsonl").run()
    result.expect(.usage)
    #expect(result.diagnostics.contains("a verb stands first: coach-store put"))
  }

  @Test func aDamagedFileIsRefused() throws {
    try put().run(.lines(records(2_000))).expect(.success)
    for name in ["coach.db-wal", "coach.db-shm"] { unlink(dir.file(name)) }
    var bytes = try dir.read("coach.db")
    for at in stride(from: 200, to: bytes.count, by: 7) { bytes[at] = 0x5A }
    try dir.write("coach.db", bytes)
    let result = try put().run(.lines(records(1)))
    result.expect(.status(78))
    #expect(result.diagnostics.contains("coach.db: "))
    #expect(try dir.read("coach.db") == bytes)
  }

  @Test func whoeverWaitsTooLongIsToldSo() throws {
    try put().run(.lines(records(1))).expect(.success)
    let other = try TestCommand("/usr/bin/sqlite3", ["coach.db"], in: dir).start()
    other.send("BEGIN IMMEDIATE;")
    other.send("SELECT 'locked';")
    #expect(other.nextLine(within: 30) == "locked")
    let result = try put("--wait", "1s").run(.lines(records(2, from: 1)))
    result.expect(.status(75))
    #expect(result.diagnostics.contains("another process is writing; run again"))
    #expect(result.diagnostics.contains("(0 records are stored, what follows them is not)"))
    other.closeInput()
    _ = other.finish()
    try put().run(.lines(records(3))).expect(.success)
    #expect(try stored().count == 3)
  }

  @Test func aDirectoryThatIsMissingIsNotMade() throws {
    let result = try dir.command("coach-store", "put", "--db", "nowhere/coach.db").run()
    result.expect(.status(73))
    #expect(result.diagnostics.contains("there is no directory nowhere"))
    #expect(!FileManager.default.fileExists(atPath: dir.file("nowhere")))
    // The default place is ours to make, and its owner's alone.
    try dir.command("coach-store", "put").run(.lines(records(1))).expect(.success)
    for (name, mode) in [(".local", 0o700), (".local/share/coach-up", 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: dir.file(name))
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
    }
    let file = dir.file(".local/share/coach-up/coach.db")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test(arguments: [("qeury", "query"), ("chekc", "check"), ("puts", "put")])
  func aVerbThatIsMistypedIsNoFile(word: String, verb: String) throws {
    let result = try dir.command("coach-store", word).run()
    result.expect(.usage)
    #expect(result.diagnostics.contains("there is no file and no verb \(word); \(verb) is one"))
    #expect(!FileManager.default.fileExists(atPath: dir.file(".local")))
  }

  @Test func aFileThatIsMissingIsSaidSo() throws {
    try dir.command("coach-store", "put", "--db", "a.db", "monday.jsonl").run().expect(.noInput)
    // A file with the name of a slip is a file.
    try dir.write("puts", records(2).map { $0 + "\n" }.joined())
    let result = try dir.command("coach-store", "--db", "a.db", "puts").run().expect(.success)
    #expect(result.diagnostics.contains("2 records stored"))
  }
}
