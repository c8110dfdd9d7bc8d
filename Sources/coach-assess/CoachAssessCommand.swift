import ArgumentParser
import CoachJSONL
import CoachProvider

@main
struct CoachAssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coach-assess",
    abstract: "Find errors and score focuses in the turns that deserve it.",
    discussion: """
      EXAMPLES
        coach-filter < interactions.jsonl | coach-assess | coach-level
        coach-assess --all --only interactions.jsonl
        coach-store query interactions --last 50 |
          coach-assess --all --focus focus_clarity

      Reads records, passes every line on, and writes a judgement behind each
      interaction whose scope is interaction and behind each evaluation: for every
      focus a progress assessment, and an error assessment for every focus in which
      errors were found.
      """,
    version: SuiteVersion.current)

  @Flag(help: "Assess untagged interactions too.")
  var all = false

  @Option(
    name: .customLong("focus"),
    help: ArgumentHelp("Score and report this focus alone (repeatable).", valueName: "id"))
  var focusIds: [String] = []

  @Flag(
    name: .customLong("dry-run"),
    help: "Ask nobody; say how many calls it would be and what they would cost.")
  var dryRun = false

  @OptionGroup var provider: ProviderOptions
  @OptionGroup var jobs: JobsOption
  @OptionGroup var stage: StageOptions

  func validate() throws {
    guard focusIds.allSatisfy(RecordID.isValid) else {
      throw ValidationError("--focus must be 1–128 printable characters")
    }
  }

  func run() throws {
    var context = try StageContext.process(AssessStage.name, verbose: stage.verbose)
    context.jobs = jobs.jobs ?? 4
    let (agents, userId) = try context.reporting {
      (try provider.agents(for: .assess, in: context), try context.environment.defaultUserId())
    }
    try stage.run(
      AssessStage(
        agent: agents.assessment, clock: context.clock, narrowedTo: focusIds, assessesUntagged: all,
        isDryRun: dryRun, defaultUserId: userId),
      in: context)
  }
}
