import TestSupport
import Testing

/// When no more input is waiting, what is finished has been written: with stdin still open.
@Suite(.serialized) struct PromptnessTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  @Test(arguments: Stage.all)
  func aLinePassedOnIsOutBeforeTheNextComesIn(_ stage: Stage) throws {
    let command = try stage.command(in: dir).start()
    for number in 1...3 {
      command.send(Sample.note(number))
      #expect(command.nextLine() == Sample.note(number), "\(command.diagnostics())")
    }
    command.finish().expectSuccess()
  }

  @Test(arguments: Stage.all)
  func soIsAReject(_ stage: Stage) throws {
    let command = try stage.command(in: dir).start()
    command.send(BadLineTests.bad)
    let line = try #require(command.nextLine(), "\(command.diagnostics())")
    #expect(try MirrorReject.strict(line).raw == BadLineTests.bad)
    command.finish().last.expect(.dataRejected)
  }

  /// A line that was begun is waited for; the lines before it are out already.
  @Test(arguments: Stage.all)
  func halfALineHoldsNothingBack(_ stage: Stage) throws {
    let command = try stage.command(in: dir).start()
    command.send(bytes: Array((Sample.note(1) + "\n" + Sample.note(2).dropLast()).utf8))
    #expect(command.nextLine() == Sample.note(1), "\(command.diagnostics())")
    #expect(command.nextLine(within: 0.1) == nil)
    command.send(bytes: Array("}\n".utf8))
    #expect(command.nextLine() == Sample.note(2))
    command.finish().expectSuccess()
  }

  /// What a stage says of a line comes at once, not at the end: the input and the types awaited.
  static let ownRecords: [(tool: String, arguments: [String], input: String, types: [String])] = [
    ("coach-chat", [], Sample.message, ["session", "interaction"]),
    ("coach-filter", [], Sample.turn, ["interaction"]),
    ("coach-assess", [], Sample.taggedTurn, ["interaction", "assessment"]),
    ("coach-level", ["--emit", "each"], Sample.assessment(), ["assessment", "level"]),
    ("coach-store", ["--db", "coach.db", "--tee"], Sample.turn, ["interaction"]),
  ]

  @Test(arguments: ownRecords)
  func theOwnRecordsToo(
    _ stage: (tool: String, arguments: [String], input: String, types: [String])
  ) throws {
    let command = try dir.command(stage.tool, stage.arguments).start()
    command.send(stage.input)
    for type in stage.types {
      // A prompt_run may stand between what is awaited here.
      var found: String?
      repeat {
        found = try command.nextLine().map { try JSON(parsing: $0)["type"]?.string ?? "" }
      } while found == "prompt_run"
      #expect(found == type, "\(command.diagnostics())")
    }
    command.finish().expectSuccess()
  }

  @Test func theWholePipelineAnswersWhileTheLearnerThinks() throws {
    let stages = Stage.all.map { stage in
      stage.tool == "coach-level"
        ? stage.command(in: dir, "--emit", "each") : stage.command(in: dir)
    }
    let pipeline = try Pipeline(stages).start()
    pipeline.send(Sample.message)
    var types: Set<String> = []
    while !types.isSuperset(of: ["interaction", "assessment", "level"]) {
      let line = try #require(pipeline.nextLine(), "only \(types)")
      types.insert(try JSON(parsing: line)["type"]?.string ?? "")
    }
    pipeline.finish().expectSuccess()
  }

  @Test func whatCoachStorePassesOnIsCommitted() throws {
    let store = try dir.command("coach-store", "--db", "coach.db", "--tee").start()
    store.send(Sample.turn)
    #expect(store.nextLine() == Sample.turn, "\(store.diagnostics())")
    let query = try dir.command("coach-store", "query", "interactions", "--db", "coach.db").run()
      .expect(.success)
    #expect(query.lines.count == 1, "\(query)")
    store.finish().expectSuccess()
  }
}
