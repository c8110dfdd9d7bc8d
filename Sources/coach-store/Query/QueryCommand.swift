import ArgumentParser
import CoachJSONL

/// `coach-store query`: the reads.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Write stored records, merged by time.",
    discussion: """
      EXAMPLES
        coach-store query levels --user u_mara --format table
        coach-store query assessments --focus focus_tone --last 20
        coach-store query interactions evaluations --last 50 --with-context |
          coach-assess
        coach-store query unassessed --with-context | coach-filter --keep-open |
          coach-assess

      Of several judgements of the same turns the newest is given. A filter leaves out records that
      lack the field it looks at; --kind looks at the scope of interactions.
      """)

  @Argument(help: "What to read.")
  var nouns: [Noun]

  @OptionGroup var place: StorePlace
  @OptionGroup var options: QueryOptions

  @Flag(name: .customLong("with-context"), help: "Users, their focuses and levels first.")
  var withContext = false

  @Option(
    help: ArgumentHelp(
      "Of what is unassessed, leave sessions alone that go on (20m): with a younger record.",
      valueName: "duration"))
  var idle: TimeSpan?

  @Option(help: "How records are written.")
  var format = QueryFormat.jsonl

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  private func query(now: Int64) -> QueryRun {
    QueryRun(
      nouns: nouns, filter: options.filter(now: now), hasContext: withContext, format: format,
      idle: idle?.milliseconds ?? 0, now: now)
  }

  func validate() throws {
    let tables = query(now: 0).tables
    if nouns.contains(.unassessed) {
      guard nouns == [.unassessed], format == .jsonl, options.last == nil else {
        throw ValidationError("unassessed stands alone, as jsonl and without --last")
      }
    }
    guard idle == nil || nouns == [.unassessed] else {
      throw ValidationError("--idle is for unassessed")
    }
    let asked = nouns == [.unassessed] ? [.session] : tables
    if let field = options.filter(now: 0).fieldUnknown(to: asked) {
      throw ValidationError("--\(field.rawValue): nothing that is asked for has it")
    }
    guard format == .jsonl || !withContext else {
      throw ValidationError("--with-context needs --format jsonl")
    }
    guard format != .csv || tables.count == 1 else {
      throw ValidationError("--format csv needs one noun with one kind of record")
    }
  }

  func run() throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    var query = query(now: context.clock.now())
    query.style = TerminalStyle(context.environment)
    try context.reporting {
      let store = try place.open(context.environment, readingOnly: true)
      var output = RecordOutput(context)
      try store.useSnapshot { try query.write(from: $0, to: &output) }
    }
  }
}
