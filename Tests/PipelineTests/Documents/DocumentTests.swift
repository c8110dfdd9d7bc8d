import TestSupport
import Testing

/// What the documents show is what happens: every command behind a `$ ` in the README and the manual
/// is run, in order, in a directory with the files that they name and a database of one week.
@Suite struct DocumentTests {
  static let pages = [
    "coach.7", "coach-jsonl.5", "coach-assess.1", "coach-chat.1", "coach-filter.1",
    "coach-level.1", "coach-store.1", "coach-summarize.1",
  ]

  @Test func theReadmeIsTrue() throws {
    let text = String(decoding: try Package.contents("README.md"), as: UTF8.self)
    try run(ShellExample.inMarkdown(text))
  }

  @Test(arguments: pages)
  func theManualIsTrue(_ page: String) throws {
    try run(ShellExample.inManual(try ManualPage(page)))
  }

  /// The pages of section 1 are what the tools say of themselves (man/generate.sh).
  @Test(.enabled(if: Shell.has("jq"), "jq is not installed"), arguments: pages.filter(isGenerated))
  func thePageIsThatOfTheTool(_ page: String) throws {
    let tool = String(page.dropLast(2))
    let made = try Shell(in: try Dir()).run("\(Package.root)/man/generate.sh \(tool)")
    made.expect(.success)
    let kept = try ManualPage(page).lines.dropLast()
    #expect(made.lines == Array(kept), "man/\(page) is out of date: run man/generate.sh")
  }

  /// Help begins with examples, each whole within the width of a terminal.
  @Test(arguments: Stage.all)
  func helpBeginsWithExamples(_ stage: Stage) throws {
    let help = try Dir().command(stage.tool, "--help").run().expect(.success).lines
    let examples = help.drop { !$0.isEmpty }.dropFirst()
    #expect(examples.first == "EXAMPLES", "\(stage.tool)")
    let lines = examples.dropFirst().prefix { !$0.isEmpty }
    #expect(!lines.isEmpty)
    for line in lines { #expect(line.hasPrefix("  "), "broken: \(line)") }
  }

  private static func isGenerated(_ page: String) -> Bool { page.hasSuffix(".1") }

  private func run(
    _ examples: [ShellExample], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(!examples.isEmpty, sourceLocation: sourceLocation)
    let desk = try Desk()
    for example in examples where !example.asksAModel {
      let result = try desk.run(example)
      result.expect(.success, sourceLocation: sourceLocation)
      #expect(
        example.isOutput(result.lines), "\(example)\nshown:\n\(example.output)\n\(result)",
        sourceLocation: sourceLocation)
    }
  }
}

extension ShellExample {
  /// Whether it talks to a model; there is none here.
  fileprivate var asksAModel: Bool {
    command.contains("--provider") || command.contains("--rubric v2.yaml")
  }
}

/// A directory in which the commands of a document find what they name.
private struct Desk {
  let dir: Dir
  let shell: Shell

  init() throws {
    dir = try Dir()
    var shell = try Shell(in: dir)
    // The database is where it is by default: in the home of the commands, which is this directory.
    shell.environment["COACH_DB"] = nil
    self.shell = shell
    let records = try WholePipeline.exampleWeek.get().last.lines
    let typed = try records.map { (line: $0, type: try JSON(parsing: $0)["type"]?.string ?? "") }
    func write(_ name: String, _ lines: [String]) throws {
      try dir.write(name, lines.map { $0 + "\n" }.joined())
    }
    try write("records.jsonl", records)
    try write("session.jsonl", records)
    try write("interactions.jsonl", typed.filter { $0.type == "interaction" }.map(\.line))
    try write("assessments.jsonl", typed.filter { $0.type == "assessment" }.map(\.line))
    try write("messages.jsonl", try WholePipeline.messages())
    let context = try WholePipeline.lines("examples/context.jsonl")
    for name in ["context.jsonl", "mara.jsonl"] { try write(name, context) }
    try shell.run("ln -s \(Package.root)/examples examples").expect(.success)
    try shell.run("coach-store records.jsonl").expect(.success)
    // An assessment under the id that the manual gives as an example.
    try shell.run("coach-store", .lines([Sample.assessment(["id": #""ass_5f1d1c""#])]))
      .expect(.success)
  }

  /// Runs a command. `cat` of a file that is not there makes it out of what is shown; what follows a
  /// database is ended after a second.
  func run(_ example: ShellExample) throws -> CommandResult {
    let words = example.command.split(separator: " ").map(String.init)
    if words.count == 2, words[0] == "cat" {
      try dir.write(words[1], example.output.map { $0 + "\n" }.joined())
    }
    let messages = Input.file("\(Package.root)/examples/conversation.jsonl")
    guard example.command.contains("--follow") else {
      return try shell.run(example.command, messages)
    }
    return try shell.run(
      "timeout 1 bash -c \(Shell.quoted(example.command)) || [ $? -eq 124 ]", messages)
  }
}
