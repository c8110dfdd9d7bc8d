import ArgumentParser
import CoachJSONL
import GRDB

/// Where something is taken out, and how that is told.
struct CareOptions: ParsableArguments {
  @OptionGroup var place: StorePlace

  @Option(help: "How what was done is written.")
  var format = QueryFormat.jsonl

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  init() {}

  /// Takes something out, and writes how much.
  ///
  /// - Parameter work: is given the database and the wall clock, milliseconds since 1970-01-01 UTC.
  /// - Throws: `ExitCode` where that cannot be done; why is said on stderr.
  func clean(_ work: (Database, Int64) throws -> [Removal]) throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    try context.reporting {
      let cleaning = Cleaning(store: try place.open(context.environment))
      let now = context.clock.now()
      let removals = try cleaning.run { try work($0, now) }
      var output = RecordOutput(context)
      try format.write(removals.map { $0.line() }, columns: Removal.columns, to: &output)
      try output.flush()
    }
  }
}

/// `coach-store prune`: what is old enough goes.
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Take out records that are older than they have to be kept.",
    discussion: """
      EXAMPLES
        coach-store prune --older-than 90d
        coach-store prune --older-than 7d --type interactions --type rejects

      Users, focuses and levels stay. A turn that a kept assessment names leaves its id behind, \
      and a session goes with the last of its records. Nothing of what is gone is left in the file.
      """)

  @Option(help: ArgumentHelp("The age (90d).", valueName: "duration"))
  var olderThan: TimeSpan

  @Option(
    name: .customLong("type"),
    help: ArgumentHelp(
      "Only these: interactions, evaluations, assessments, prompt-runs, rejects, sessions.",
      valueName: "noun"))
  var types: [Noun] = []

  @OptionGroup var care: CareOptions

  private var tables: [Table] { types.isEmpty ? Pruner.tables : types.flatMap(\.tables) }

  func validate() throws {
    guard tables.allSatisfy(Pruner.tables.contains), types.allSatisfy({ !$0.tables.isEmpty }) else {
      throw ValidationError(
        "--type must be interactions, evaluations, assessments, prompt-runs, rejects or sessions")
    }
  }

  func run() throws {
    try care.clean { db, now in
      try Pruner(cutoff: now - olderThan.milliseconds, tables: tables).prune(in: db)
    }
  }
}

/// `coach-store erase`: a person goes.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Take out everything of a person.",
    discussion: """
      EXAMPLES
        coach-store erase --user u_mara

      The learner, with all sessions, turns, assessments, levels and prompt runs, and every reject \
      and unknown record that mentions one of their ids. Nothing of it is left in the file. Copies \
      made by backup are not changed. Where nobody has that id and nothing mentions it, the status \
      is 66.
      """)

  @Option(help: ArgumentHelp("Who.", valueName: "id"))
  var user: String

  @OptionGroup var care: CareOptions

  func run() throws {
    try care.clean { db, _ in
      try Person(id: user).removing(from: db) { try Eraser(userId: user).erase(in: db) }
    }
  }
}

/// `coach-store redact`: what was said goes, what follows from it stays.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Take out what was said, and keep the scores.",
    discussion: """
      EXAMPLES
        coach-store redact --all --older-than 30d
        coach-store redact --user u_mara

      The texts of turns, evaluations, assessments and rejects go, and members that are not known; \
      times, scopes, scores, the keys and places of errors, and levels stay, and so do records of \
      types that are not known. Nothing of what is gone is left in the file. Where nobody has the id \
      of --user and nothing mentions it, the status is 66.
      """)

  @Option(help: ArgumentHelp("Whose words.", valueName: "id"))
  var user: String?

  @Flag(help: "Everybody's words.")
  var all = false

  @Option(help: ArgumentHelp("Only those of this age (30d).", valueName: "duration"))
  var olderThan: TimeSpan?

  @OptionGroup var care: CareOptions

  func validate() throws {
    guard all == (user == nil) else {
      throw ValidationError("say whose words: --user, or --all for everybody's")
    }
  }

  func run() throws {
    try care.clean { db, now in
      let cutoff = olderThan.map { now - $0.milliseconds }
      let redactor = Redactor(userId: user, cutoff: cutoff)
      guard let user else { return try redactor.redact(in: db) }
      return try Person(id: user).removing(from: db) { try redactor.redact(in: db) }
    }
  }
}
