import ArgumentParser
import CoachJSONL

/// `coach-store top-errors`: what goes wrong most often.
struct TopErrorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "top-errors",
    abstract: "Write the errors that learners make most often, and whether they make them less.",
    discussion: """
      EXAMPLES
        coach-store top-errors --user u_mara --format table
        coach-store top-errors --focus focus_grammar --since 2026-03-01 | head -3

      Counts the errors of the assessments that stand. The trend compares the time since --since \
      with a time of the same length before; without --since, the second half of all with the \
      first.
      """)

  @OptionGroup var place: StorePlace

  @Option(help: ArgumentHelp("Errors of this user.", valueName: "id"))
  var user: String?

  @Option(help: ArgumentHelp("Errors on this focus.", valueName: "id"))
  var focus: String?

  @Option(help: "From this time on (milliseconds, ISO 8601, or how long ago: 7d).")
  var since: Timestamp?

  @Option(help: "Before this time (the same).")
  var until: Timestamp?

  @Option(help: "Errors of the last so many assessments that have any.")
  var last: Int?

  @Option(help: "How the errors are written.")
  var format = QueryFormat.jsonl

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last must be 1 or more, got \(last)") }
  }

  func run() throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    let now = context.clock.now()
    let filter = QueryFilter(
      user: user, focus: focus, since: since?.milliseconds(now: now),
      until: until?.milliseconds(now: now), last: last)
    if let since = filter.since, let until = filter.until, until <= since {
      throw ValidationError("--until must be later than --since")
    }
    try context.reporting {
      let store = try place.open(context.environment, readingOnly: true)
      let census = ErrorCensus(filter: filter, now: now)
      var output = RecordOutput(context)
      var errors: [TopError] = []
      try store.useSnapshot { errors = try census.topErrors(in: $0) }
      try format.write(errors.map { $0.line() }, columns: TopError.columns, to: &output)
      try output.flush()
    }
  }
}
