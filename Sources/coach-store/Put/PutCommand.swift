import ArgumentParser
import CoachJSONL

/// `coach-store put`: the default.
struct PutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "put",
    abstract: "Store the records that are read, and say how many on stderr.",
    discussion: """
      EXAMPLES
        coach-chat | coach-store --tee | coach-filter | coach-assess | coach-level |
          coach-store
        coach-store put --db learners.db records.jsonl

      To put a record again changes nothing: of two versions the newer stands. A transaction ends
      when the input pauses, and with --tee a line is passed on when it is on the disk.
      """)

  @OptionGroup var place: StorePlace

  @Flag(help: "Pass on what is committed.")
  var tee = false

  @Option(help: "How many records a transaction has at most.")
  var batch = PutStage.Settings().batch

  @OptionGroup var stage: StageOptions

  func validate() throws {
    guard (1...1_000_000).contains(batch) else {
      throw ValidationError("--batch must be 1…1000000, got \(batch)")
    }
  }

  func run() throws {
    let context = StageContext.process(PutStage.name, verbose: stage.verbose)
    let work = try context.reporting {
      try PutStage(
        store: try place.open(context.environment, creating: true),
        settings: PutStage.Settings(batch: batch, isTee: tee, isQuiet: stage.only),
        diagnostics: context.diagnostics)
    }
    try stage.run(work, in: context)
  }
}
