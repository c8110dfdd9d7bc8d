import ArgumentParser
import CoachJSONL
import CoachProvider

@main
struct CoachFilterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coach-filter",
    abstract: "Tag turns that are worth an assessment, and group the turns of a task.",
    discussion: """
      EXAMPLES
        coach-chat | coach-filter | coach-assess | coach-store
        coach-filter --every 0 --min-severity high interactions.jsonl
        coach-store query unassessed --with-context | coach-filter --keep-open |
          coach-assess
        coach-store query interactions evaluations assessments rejects |
          coach-filter --report

      Puts a scope on every interaction: none, interaction (assess the turn alone)
      or multi_turn (a turn of a task). When a task ends, the user asks for feedback
      or six turns are there, it writes an evaluation: the turns to judge together.
      It goes by rules; with --provider a model is asked about the turns that the
      rules leave undecided, and only about those. Turns that have a scope keep it,
      so a run can go on where another one stopped.
      """,
    version: SuiteVersion.current)

  @OptionGroup var options: FilterOptions

  @Flag(
    help: """
      Instead of tagging, say how many calls the filter saved and what audited turns show it to \
      have missed.
      """)
  var report = false

  @Option(
    help: ArgumentHelp(
      "How --report writes: jsonl or table (the default on a terminal).", valueName: "format"))
  var format: ReportFormat?

  @OptionGroup var provider: ProviderOptions
  @OptionGroup var stage: StageOptions

  func validate() throws {
    guard report || format == nil else {
      throw ValidationError("--format goes with --report")
    }
  }

  func run() throws {
    let context = try StageContext.process(FilterStage<RuleReader>.name, verbose: stage.verbose)
    if report {
      let format = format ?? ReportFormat.fitting(descriptor: context.output)
      return try stage.run(ReportStage(format: format), in: context)
    }
    let (user, agents) = try context.reporting {
      (
        try context.environment.defaultUserId(), try provider.agents(for: .filter, in: context)
      )
    }
    let reader = RuleReader(minSeverity: options.minSeverity)
    if reader.isDictionaryMissing {
      context.diagnostics.warning("no English dictionary is installed: spelling is not checked")
    }
    let policy = options.policy(defaultUser: user)
    try stage.run(
      FilterStage(
        policy: policy, reader: reader,
        secondOpinion: agents.classifier.map(SecondOpinion.init)),
      in: context)
  }
}
