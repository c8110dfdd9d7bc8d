import ArgumentParser
import CoachJSONL

/// `coach-store trace`: where a level comes from.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Write all that a level, an assessment or a turn hangs together with.",
    discussion: """
      EXAMPLES
        coach-store trace focus_clarity --user u_mara
        coach-store trace ass_5f1d1c

      From a level (the id of its focus or learner) to the assessments in its window, to the \
      attempts at a model's answer that made them, and to the turns; and from any of these, also \
      from an evaluation, a session or a request, to the others.
      """)

  @Argument(help: ArgumentHelp("Where to begin.", valueName: "id"))
  var id: String

  @OptionGroup var place: StorePlace

  @Option(help: ArgumentHelp("Of a focus, the level of this user.", valueName: "id"))
  var user: String?

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  func run() throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    try context.reporting {
      let store = try place.open(context.environment, readingOnly: true)
      var output = RecordOutput(context)
      try store.useSnapshot { db in
        let trace = try Trace(on: db)
        guard try trace.find(id, user: user) else {
          throw StageFailure(.noInput, "nothing that is stored has that id")
        }
        try trace.each { _, line in try output.write(line: line) }
      }
      try output.flush()
    }
  }
}
