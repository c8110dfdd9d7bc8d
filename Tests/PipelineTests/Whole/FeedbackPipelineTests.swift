import Foundation
import Glibc
import TestSupport
import Testing

/// `coach-chat --feedback` where nobody looks: it is the pipeline that it runs.
@Suite struct FeedbackPipelineTests {
  let dir: Dir
  let context = "\(Package.root)/examples/context.jsonl"

  init() throws { dir = try Dir() }

  private func chat(_ arguments: String...) -> TestCommand {
    dir.command("coach-chat", ["--context", context] + arguments)
      .environment("COACH_NOW", String(Sample.now))
  }

  /// Records without what is minted anew in each run.
  private func kinds(_ lines: [String]) throws -> [String] {
    try lines.map { line in
      let record = try JSON(parsing: line)
      let names = ["type", "kind", "category", "focusId", "userText", "score", "level"]
      return names.map { record[$0].map { "\($0)" } ?? "-" }.joined(separator: " ")
    }
  }

  @Test func itWritesWhatThePipelineWrites() throws {
    let messages = try WholePipeline.messages()
    let alone = try chat("--feedback").run(.lines(messages)).expect(.success)
    let stages =
      [chat()]
      + [
        dir.command("coach-filter"), dir.command("coach-assess"), dir.command("coach-summarize"),
        dir.command("coach-level", "--context", context),
      ].map { $0.environment("COACH_NOW", String(Sample.now)) }
    let joined = try #require(try Pipeline(stages).run(.lines(messages)).stages.last)
    let together = try kinds(RecordLines(alone).lines.map(\.text))
    #expect(together.count > 100)
    expectSame(together, try kinds(RecordLines(joined).lines.map(\.text)), "one or five")
  }

  @Test func contextThatCanBeReadOnceReachesAllOfThem() throws {
    let level =
      #"{"type":"level","userId":"u_1","focusId":"focus_grammar","ema":9,"level":9,"#
      + #""band":"mastery","count":1,"window":[{"id":"ass_0","kind":"interaction","#
      + #""interactionIds":["int_0"],"score":9,"createdAt":1}],"alpha":0.3,"n":20,"updatedAt":1}"#
    try dir.write("level.jsonl", level + "\n")
    let script = """
      echo 'Yesterday I go to the market.' |
        coach-chat --user u_1 --feedback --context <(cat level.jsonl)
      """
    let command = dir.command("/bin/bash", "-c", script).environment(
      "PATH", "\(Package.products):/usr/bin:/bin"
    ).environment("TMPDIR", dir.path)
    let levels = try RecordLines(command.run().expect(.success)).ofType("level")
    let grammar = try #require(levels.first { $0.json["focusId"]?.string == "focus_grammar" })
    #expect(grammar.json["count"]?.double == 2)
    // The copy has no name, and lies where it should.
    #expect(try FileManager.default.contentsOfDirectory(atPath: dir.path) == ["level.jsonl"])
    let nowhere = try command.environment("TMPDIR", dir.file("none")).run()
    #expect(nowhere.exit == .status(73))
  }

  @Test func aLineIsOutBeforeTheNextComes() throws {
    let chat = try chat("--feedback").start()
    for text in ["Yesterday I go to the market.", "It was fun."] {
      chat.send(text)
      var line: String?
      repeat { line = chat.nextLine() } while line?.contains(text) == false
      #expect(line?.contains(#""scope""#) == true)
    }
    #expect(chat.finish().stages[0].exit == .status(0))
  }

  @Test(
    arguments: [
      ("coach-filter", "head -n 3; kill -9 $$", 75), ("coach-assess", "exit 78", 78),
      ("coach-level", "head -n 3; exit 78", 78),
    ] as [(String, String, Int32)])
  func stagesThatDieLoseNoTurn(tool: String, script: String, status: Int32) throws {
    let texts = (1...40).map { "This is sentence \($0)." }
    let chat = try chat(with: tool, script)
    let result = try chat.run(.lines(texts))
    #expect(result.exit == .status(status))
    let turns = try RecordLines(result).ofType("interaction")
    #expect(turns.map { $0.json["userText"]?.string } == texts)
    let sessions = try RecordLines(result).ofType("session")
    #expect(sessions.count == 2)
    if status == 75 { #expect(result.diagnostics.contains("behind the chat")) }
  }

  @Test func aRejectedLineIsNotWrittenTwice() throws {
    let bad = #"{"type":"interaction","id":"int_1","userId":"u"}"#
    let alone = try chat("--feedback").run(.lines([bad]))
    #expect(alone.exit == .status(65))
    let lines = try RecordLines(alone).lines
    #expect(lines.count == 1 && lines.first?.json["raw"]?.string == bad)
    #expect(!alone.diagnostics.contains("behind the chat"))

    let bads = (0..<400).map { bad.replacing("int_1", with: "int_\($0)") }
    let many = try chat("--feedback").run(.lines(["It was fun."] + bads + ["It was good."]))
    #expect(many.exit == .status(65))
    let records = try RecordLines(many)
    #expect(records.ofType("reject").count == 400 && records.ofType("session").count == 2)
    #expect(
      records.ofType("interaction").map { $0.json["userText"]?.string }
        == ["It was fun.", "It was good."])
  }

  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130)] as [(Int32, Int32)])
  func aSignalEndsTheWaitForTheReview(signal: Int32, status: Int32) throws {
    // It keeps the session's end, which the others have let go.
    let slow = """
      while IFS= read -r line; do
        case $line in *endTime*) exec sleep 100 ;; esac
        printf '%s\\n' "$line"
      done
      """
    let chat = try chat(with: "coach-level", slow).start()
    chat.send("It was fun.")
    chat.closeInput()
    var line: String?
    repeat { line = chat.nextLine() } while line.map { !$0.contains("session_summary") } ?? false
    try #require(line != nil)
    chat.signal(signal)
    #expect(chat.exit(within: 30) == .status(status))
    // That it was ended is the signal's doing, and no record is lost by it.
    #expect(chat.nextLine()?.contains("endTime") == true)
    #expect(!chat.diagnostics().contains("behind the chat"))
  }

  @Test func aSecondSignalEndsItWhateverTheReaderDoes() throws {
    let pipe = dir.file("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    let reader = open(pipe, O_RDWR | O_CLOEXEC)
    defer { close(reader) }
    let chat = try chat(with: "coach-level", "exec cat").start(output: .file(pipe))
    for number in 0..<300 { chat.send("This is sentence \(number).") }
    chat.closeInput()
    // Nobody reads, and so somebody waits until there is room.
    var waiting: Int32 = 0
    let deadline = Date() + 60
    while waiting < 60_000, Date() < deadline { _ = ioctl(reader, UInt(FIONREAD), &waiting) }
    try #require(waiting >= 60_000, "\(chat.diagnostics())")
    var exit: Exit?
    for _ in 0..<60 where exit == nil {
      chat.signal(SIGTERM)
      exit = chat.exit(within: 0.5)
    }
    #expect(exit == .signal(SIGTERM))
  }

  @Test func aFailedWriteWaitsForNoStage() throws {
    let chat = try chat(with: "coach-summarize", "cat; exec sleep 100")
      .start(output: .file("/dev/full"))
    chat.send("It was fun.")
    chat.closeInput()
    #expect(chat.exit(within: 30) == .status(74))
    #expect(chat.diagnostics().contains("stdout"))
  }

  @Test func itDoesNotStopAtARejectedLine() throws {
    let result = try chat("--feedback", "--strict").run(.lines(["It was fun."]))
    #expect(result.exit == .status(64) && result.stdout.isEmpty)
  }

  /// A chat with feedback that finds a script in place of one of the tools.
  private func chat(with tool: String, _ script: String) throws -> TestCommand {
    // The chat must be the file itself, or it would find the tools that lie beside that. A shell
    // writes the files: those that this process writes may be open in a child of another test, and
    // then cannot be run.
    let others = ["coach-filter", "coach-assess", "coach-summarize", "coach-level"]
    let links = others.filter { $0 != tool }.map { "ln -s '\(Package.products)/\($0)' ." }
    let copies = [
      "cp '\(Package.products)/coach-chat' .", "cat > \(tool)", "chmod 755 \(tool)",
    ]
    try dir.command("/bin/sh", "-e", "-c", (copies + links).joined(separator: "\n"))
      .run(.lines(["#!/bin/sh", script])).expect(.success)
    return dir.command(dir.file("coach-chat"), "--feedback")
  }
}
