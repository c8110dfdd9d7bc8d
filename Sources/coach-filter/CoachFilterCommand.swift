public import ArgumentParser
import CoachJSONL
public import CoachLanguage

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

      Puts a scope on every interaction: none, interaction (assess the turn alone)
      or multi_turn (a turn of a task). When a task ends, the user asks for feedback
      or six turns are there, it writes an evaluation: the turns to judge together.
      It goes by rules and calls no model. Turns that have a scope keep it, so a run
      can go on where another one stopped.
      """,
    version: SuiteVersion.current)

  @Option(
    help: ArgumentHelp(
      "Tag a turn when this many in a row were not tagged (0: never); small talk waits.",
      valueName: "turns"))
  var every = 5

  @Option(
    help: ArgumentHelp(
      "Close what a user left open for longer than this (90s, 20m, 1h).",
      valueName: "duration"))
  var idle = TimeSpan.defaultIdle

  @Flag(help: "The end of the input closes nothing.")
  var keepOpen = false

  @Flag(help: "Decide anew about turns that have a scope.")
  var retag = false

  @Option(
    help: ArgumentHelp(
      "Also tag this share (0…1) of the turns that are not worth it, chosen by id.",
      valueName: "share"))
  var audit = 0.0

  @Option(
    help: ArgumentHelp(
      "The least severity of an error that makes a turn worth an assessment.",
      valueName: "severity"))
  var minSeverity = Severity.medium

  @OptionGroup var stage: StageOptions

  func validate() throws {
    guard (0...1_000_000).contains(every) else {
      throw ValidationError("--every must be 0…1000000, got \(every)")
    }
    guard (0...1).contains(audit) else {
      throw ValidationError("--audit must be 0…1, got \(audit)")
    }
  }

  func run() throws {
    let context = StageContext.process(FilterStage<RuleReader>.name, verbose: stage.verbose)
    let policy = FilterPolicy(
      every: every, idle: idle, keepsOpen: keepOpen, retags: retag,
      audit: AuditSample(share: audit), minSeverity: minSeverity,
      defaultUser: try context.reporting { try context.environment.defaultUserId() })
    let reader = RuleReader(minSeverity: minSeverity)
    if reader.isDictionaryMissing {
      context.diagnostics.warning("no English dictionary is installed: spelling is not checked")
    }
    try stage.run(FilterStage(policy: policy, reader: reader), in: context)
  }
}

extension Severity: ExpressibleByArgument {}
