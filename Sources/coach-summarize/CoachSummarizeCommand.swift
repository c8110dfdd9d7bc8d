import ArgumentParser
import CoachJSONL
import CoachProvider

@main
struct CoachSummarizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coach-summarize",
    abstract: "Review each session when it ends.",
    discussion: """
      EXAMPLES
        coach-assess < session.jsonl | coach-summarize | coach-store
        coach-store query all --session sess_1 | coach-summarize --only --all

      Reads records, passes every line on, and writes one session_summary before the
      line that ends a session, from the session's turns and assessments. Sessions
      that did not end are summarised at the end of the input only with --all.
      """,
    version: SuiteVersion.current)

  @Flag(help: "At the end of the input, summarise sessions that did not end too.")
  var all = false

  @OptionGroup var provider: ProviderOptions
  @OptionGroup var jobs: JobsOption
  @OptionGroup var stage: StageOptions

  func run() throws {
    var context = try StageContext.process(SummarizeStage.name, verbose: stage.verbose)
    context.jobs = jobs.jobs ?? 4
    let (agents, userId) = try context.reporting {
      (try provider.agents(for: .summarize, in: context), try context.environment.defaultUserId())
    }
    try stage.run(
      SummarizeStage(
        agent: agents.review, clock: context.clock, summarizesOpenSessions: all,
        defaultUserId: userId),
      in: context)
  }
}
