import ArgumentParser
import CoachJSONL

@main
struct CoachLevelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coach-level",
    abstract: "Move levels on the 1–10 scale by progress assessments.",
    discussion: """
      EXAMPLES
        coach-assess < interactions.jsonl | coach-level | coach-store
        coach-store query assessments --user u_mara | coach-level --only
        coach-level --emit each --alpha 0.5 --n 10 assessments.jsonl
        coach-store query assessments --user u_mara | coach-level --format table
        coach-store query levels | coach-level --format svg > levels.svg

      Reads records, passes every line on, and writes a level record for each
      learner and focus: an exponential moving average over the last N scores,
      oldest first. Level records in the input, or in --context, are where it goes
      on from. As a table or a chart the levels are for eyes, and no records are
      written: neither levels nor the lines that were read.
      """,
    version: SuiteVersion.current)

  @Option(help: "The weight of the newer score, over 0 and at most 1.")
  var alpha = LevelWindow.defaultAlpha

  @Option(name: .customLong("n"), help: "How many of the last scores count.")
  var capacity = LevelWindow.defaultCapacity

  @Option(help: "Write levels at the end of the input (final) or after every score (each).")
  var emit = LevelEmission.final

  @Option(
    help: ArgumentHelp(
      "How levels are written: as records (jsonl), as a table with the scores drawn, or as an svg "
        + "chart.", valueName: "format"))
  var format = LevelFormat.jsonl

  @OptionGroup var stage: StageOptions

  func validate() throws {
    guard alpha > 0, alpha <= 1 else {
      throw ValidationError("--alpha must be over 0 and at most 1, got \(alpha)")
    }
    guard (1...100_000).contains(capacity) else {
      throw ValidationError("--n must be 1…100000, got \(capacity)")
    }
    guard format == .jsonl || emit == .final else {
      throw ValidationError("--emit each needs --format jsonl")
    }
    guard format == .jsonl || !stage.only else {
      throw ValidationError("--only needs --format jsonl")
    }
  }

  func run() throws {
    let context = try StageContext.process(LevelStage.name, verbose: stage.verbose)
    let levels = LevelStage(alpha: alpha, capacity: capacity, emission: emit)
    guard format != .jsonl else { return try stage.run(levels, in: context) }
    try stage.run(
      LevelReportStage(
        levels, format: format, style: TerminalStyle(context.environment),
        width: TerminalSize.columns(of: context.output)),
      in: context)
  }
}

extension LevelEmission: ExpressibleByArgument {}
