import ArgumentParser
import CoachJSONL

/// `coach-store compare`: does another rubric, provider or model judge otherwise?
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two judges over the turns that both have scored.",
    discussion: """
      EXAMPLES
        coach-store compare --rubric v1 --rubric v2 --format table
        coach-store compare --model gpt-4o-mini --model gpt-4o --user u_mara

      For each focus, and for all together: how far the scores of the second are from those of \
      the first (the mean of the differences, turn by turn), the interval of 95 % confidence about \
      it (Student's t), and how many levels over these turns would be others.
      """)

  @OptionGroup var place: StorePlace

  @Option(name: .customLong("rubric"), help: "The two rubric versions, the earlier first.")
  var rubrics: [String] = []

  @Option(name: .customLong("provider"), help: "The two providers.")
  var providers: [String] = []

  @Option(name: .customLong("model"), help: "The two models.")
  var models: [String] = []

  @Option(help: ArgumentHelp("Scores of this user.", valueName: "id"))
  var user: String?

  @Option(help: ArgumentHelp("Scores on this focus.", valueName: "id"))
  var focus: String?

  @Option(help: "From this time on (milliseconds, ISO 8601, or how long ago: 7d).")
  var since: Timestamp?

  @Option(help: "Before this time (the same).")
  var until: Timestamp?

  @Option(help: "How the comparisons are written.")
  var format = QueryFormat.jsonl

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  private var asked: [(criterion: Comparison.Criterion, judges: [String])] {
    [(.rubric, rubrics), (.provider, providers), (.model, models)].filter { !$0.1.isEmpty }
  }

  func validate() throws {
    guard asked.count == 1, asked[0].judges.count == 2, asked[0].judges[0] != asked[0].judges[1]
    else {
      throw ValidationError("name two that differ: --rubric, --provider or --model, twice")
    }
  }

  func run() throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    let now = context.clock.now()
    try context.reporting {
      let store = try place.open(context.environment, readingOnly: true)
      let run = ComparisonRun(
        criterion: asked[0].criterion, from: asked[0].judges[0], to: asked[0].judges[1],
        filter: QueryFilter(
          user: user, focus: focus, since: since?.milliseconds(now: now),
          until: until?.milliseconds(now: now)))
      var output = RecordOutput(context)
      var comparisons: [Comparison] = []
      try store.useSnapshot { comparisons = try run.comparisons(in: $0) }
      try format.write(
        comparisons.map { $0.line() }, columns: Comparison.columns, to: &output)
      try output.flush()
    }
  }
}
