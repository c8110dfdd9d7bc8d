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
      "PATH", "\(Package.products):/usr/bin:/bin")
    let levels = try RecordLines(command.run().expect(.success)).ofType("level")
    let grammar = try #require(levels.first { $0.json["focusId"]?.string == "focus_grammar" })
    #expect(grammar.json["count"]?.double == 2)
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

  @Test func stagesThatDieLoseNoTurn() throws {
    // A tool of that name which reads a while and dies, found before the real one.
    let broken = "#!/bin/sh\nhead -n 3\nkill -9 $$\n"
    try dir.write("coach-filter", broken)
    chmod(dir.path + "/coach-filter", 0o755)
    for tool in ["coach-chat", "coach-assess", "coach-summarize", "coach-level"] {
      // The chat must be the file itself, or it would find the tools that lie beside that.
      let files = FileManager.default
      if tool == "coach-chat" {
        try files.copyItem(atPath: "\(Package.products)/\(tool)", toPath: dir.file(tool))
      } else {
        try files.createSymbolicLink(
          atPath: dir.file(tool), withDestinationPath: "\(Package.products)/\(tool)")
      }
    }
    let texts = (1...40).map { "This is sentence \($0)." }
    let result = try dir.command("\(dir.path)/coach-chat", "--feedback").run(.lines(texts))
    #expect(result.exit == .status(75))
    let turns = try RecordLines(result).ofType("interaction")
    #expect(turns.map { $0.json["userText"]?.string } == texts)
    let sessions = try RecordLines(result).ofType("session")
    #expect(sessions.count == 2)
    #expect(result.diagnostics.contains("the stages behind the chat have ended"))
  }
}
