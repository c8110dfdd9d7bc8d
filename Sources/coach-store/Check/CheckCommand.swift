import ArgumentParser
import CoachJSONL

/// `coach-store check`: is the database sound?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look the database over, and write what is found.",
    discussion: """
      EXAMPLES
        coach-store check --format table
        coach-store check && coach-store query all > backup.jsonl

      Reads every page and every record. What is damaged or breaks the contract is an error, and \
      the exit status is 65; a stub, which other records name and which has not come, is a \
      warning.
      """)

  @OptionGroup var place: StorePlace

  @Option(help: "How findings are written.")
  var format = QueryFormat.jsonl

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  func run() throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    let census = try context.reporting {
      // Not for reading alone: SQLite would leave the rules of the tables unchecked.
      let store = try place.open(context.environment)
      var output = RecordOutput(context)
      return try CheckRun(format: format).run(on: store, to: &output)
    }
    context.diagnostics.announce(census.words)
    if census.errors > 0 { throw ExitCode(ExitStatus.dataError.rawValue) }
  }
}

/// One check of a database, whose findings are written as they are made.
struct CheckRun {
  /// What a check has come to.
  struct Census: Equatable {
    var records = 0
    var errors = 0
    var stubs = 0

    /// `42 records checked: 0 errors, 3 stubs`
    var words: String {
      "\(records) \(records == 1 ? "record" : "records") checked: "
        + "\(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(stubs) \(stubs == 1 ? "stub" : "stubs")"
    }
  }

  let format: QueryFormat

  /// - Throws: `StageFailure`.
  func run(on store: Store, to output: inout RecordOutput) throws -> Census {
    var census = Census()
    try store.useSnapshot { db in
      let check = try StoreCheck(db)
      try format.write(columns: Finding.columns, to: &output) { body in
        // A table is measured before it is written, so the same may be counted twice.
        census = Census()
        census.records = try check.each { finding in
          if finding.isError { census.errors += 1 } else { census.stubs += 1 }
          try finding.line().withUnsafeBytes { try body($0) }
        }
      }
    }
    try output.flush()
    return census
  }
}
