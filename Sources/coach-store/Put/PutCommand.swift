import ArgumentParser
import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

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

      --fts makes the tables interaction_fts and assessment_fts (SQLite's FTS5), which stay up to \
      date from then on, whoever writes.
      """)

  @OptionGroup var place: StorePlace

  @Flag(help: "Pass on what is committed.")
  var tee = false

  @Option(help: "How many records a transaction has at most.")
  var batch = PutStage.Settings().batch

  @Flag(help: "Index the words of turns and assessments from now on, and those that are stored.")
  var fts = false

  @OptionGroup var stage: StageOptions

  func validate() throws {
    guard (1...1_000_000).contains(batch) else {
      throw ValidationError("--batch must be 1…1000000, got \(batch)")
    }
    let verbs = CoachStoreCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    for file in stage.files where access(file, F_OK) != 0 {
      if verbs.contains(file) {
        throw ValidationError(
          "there is no file \(file), and a verb stands first: coach-store \(file), then its options"
        )
      }
      if let verb = Verb.meant(by: file, of: verbs) {
        throw ValidationError("there is no file and no verb \(file); \(verb) is one")
      }
    }
  }

  func run() throws {
    let context = try StageContext.process(PutStage.name, verbose: stage.verbose)
    let work = try context.reporting {
      let store = try place.open(context.environment, creating: true)
      if fts { try store.use(TextSearch.enable) }
      return try PutStage(
        store: store,
        settings: PutStage.Settings(batch: batch, isTee: tee, isQuiet: stage.only),
        diagnostics: context.diagnostics)
    }
    try stage.run(work, in: context)
  }
}
