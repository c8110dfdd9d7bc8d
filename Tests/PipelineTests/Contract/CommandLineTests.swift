import Glibc
import TestSupport
import Testing

/// The command line of every tool: help, version, operands, and the exit statuses of sysexits.
@Suite struct CommandLineTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  @Test(arguments: Stage.all)
  func helpGoesToStdout(_ stage: Stage) throws {
    let result = try dir.command(stage.tool, "--help").run().expect(.success)
    #expect(result.text.contains("USAGE: \(stage.tool)"), "\(result)")
    #expect(result.diagnostics.isEmpty)
  }

  @Test func theVersionIsOneOfTheSuite() throws {
    let versions = try Stage.all.map { stage in
      let result = try dir.command(stage.tool, "--version").run().expect(.success)
      #expect(result.lines.count == 1 && result.diagnostics.isEmpty, "\(result)")
      return result.text
    }
    #expect(Set(versions).count == 1, "\(versions)")
    #expect(versions[0].contains(/\d+\.\d+\.\d+/))
  }

  @Test(arguments: Stage.all)
  func aWrongCommandLineIsStatus64(_ stage: Stage) throws {
    for arguments in [["--no-such-option"], ["--max-line", "much"], ["--max-line", "-1"]] {
      let result = try dir.command(stage.tool, stage.arguments + arguments).run().expect(.usage)
      #expect(result.text.isEmpty, "\(result)")
      #expect(result.diagnostics.contains(arguments[0]), "\(result)")
    }
  }

  static let wrongValues: [(String, [String])] = [
    ("coach-level", ["--alpha", "1.5"]), ("coach-level", ["--alpha", "0"]),
    ("coach-level", ["--n", "0"]), ("coach-level", ["--emit", "sometimes"]),
    ("coach-filter", ["--every", "some"]), ("coach-filter", ["--idle", "soon"]),
    ("coach-filter", ["--audit", "2"]), ("coach-chat", ["--idle", "soon"]),
    ("coach-chat", ["--jobs", "0"]), ("coach-assess", ["--jobs", "0"]),
    ("coach-store", ["query", "nothing"]),
    ("coach-store", ["query", "levels", "--format", "poem"]),
  ]

  @Test(arguments: wrongValues)
  func aValueOutOfItsRangeIsStatus64(_ tool: String, _ arguments: [String]) throws {
    try dir.command(tool, arguments).run().expect(.usage)
  }

  @Test(arguments: ["coach-chat", "coach-assess", "coach-summarize"])
  func aProviderThatNobodyKnowsIsStatus78(_ tool: String) throws {
    let result = try dir.command(tool, "--provider", "nobody").run(.lines([Sample.note(1)]))
      .expect(.status(78))
    #expect(result.diagnostics.contains("provider"), "\(result)")
  }

  @Test(arguments: Stage.all)
  func aVariableThatMeansNothingIsStatus78(_ stage: Stage) throws {
    let wrong = [
      "COACH_NOW": "today", "COACH_LOG": "loud", "COACH_LOG_LEVEL": "much", "COACH_LOG_IDS": "bare",
    ]
    for (name, value) in wrong {
      let result = try stage.command(in: dir).environment(name, value).run(.lines([Sample.note(1)]))
        .expect(.status(78))
      #expect(result.text.isEmpty, "\(result)")
      #expect(result.diagnostics.contains(name), "\(result)")
    }
  }

  @Test(arguments: Stage.all)
  func operandsAreReadInOrderAndADashIsStdin(_ stage: Stage) throws {
    try dir.write("a.jsonl", Sample.note(1) + "\n")
    try dir.write("b.jsonl", Sample.note(3))
    try dir.write("c.jsonl", Sample.note(4) + "\n")
    let result = try stage.command(in: dir, "a.jsonl", "-", "b.jsonl", "c.jsonl")
      .run(.lines([Sample.note(2)])).expect(.success)
    #expect(result.lines == (1...4).map(Sample.note))
  }

  @Test(arguments: Stage.all)
  func aFileThatCannotBeReadIsStatus66(_ stage: Stage) throws {
    for operand in ["missing.jsonl", dir.path] {
      let result = try stage.command(in: dir, operand).environment("COACH_LOG", "text").run()
        .expect(.noInput)
      #expect(result.diagnostics.contains(operand), "\(result)")
      #expect(result.diagnostics.hasPrefix("\(stage.tool): "), "\(result)")
    }
  }

  @Test(arguments: Stage.all)
  func contextIsReadFirstAndNotPassedOn(_ stage: Stage) throws {
    try dir.write("context.jsonl", #"{"type":"level_of_somebody","n":1}"# + "\n")
    let result = try stage.command(in: dir, "--context", "context.jsonl")
      .run(.lines([Sample.note(1)])).expect(.success)
    #expect(result.lines == [Sample.note(1)])
    try stage.command(in: dir, "--context", "missing.jsonl").run().expect(.noInput)
  }

  @Test func theDatabaseThatCannotBeMadeIsStatus73Or74() throws {
    let result = try dir.command("coach-store", "--db", "/proc/no/coach.db")
      .run(.lines([Sample.note(1)]))
    #expect([.status(73), .status(74)].contains(result.exit), "\(result)")
    #expect(!result.diagnostics.isEmpty)
  }

  @Test func theDatabaseIsForItsOwnerAlone() throws {
    try dir.command("coach-store", "--db", "coach.db").run(.lines([Sample.turn])).expect(.success)
    var status = stat()
    try #require(stat(dir.file("coach.db"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }
}
