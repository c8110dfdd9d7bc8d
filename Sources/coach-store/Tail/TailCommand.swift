import ArgumentParser
import CoachJSONL

/// `coach-store tail`: the newest records, and those to come.
struct TailCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tail",
    abstract: "Write the last records, and with --follow each that comes, as it is committed.",
    discussion: """
      EXAMPLES
        coach-store tail --follow levels --user u_mara
        coach-store tail --follow assessments --last 1 --category error

      With --follow it goes on until it is interrupted (130). A record that changes is written \
      again, as it is then: a level that moved, a turn that was tagged, a session that ended.
      """)

  @Argument(help: "What to read; everything where it is not said.")
  var nouns: [Noun] = []

  @OptionGroup var place: StorePlace
  @OptionGroup var options: QueryOptions

  @Flag(name: .shortAndLong, help: "Go on with what is committed from now on.")
  var follow = false

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  private static let usualLast = 10

  private func tail(now: Int64) -> TailRun {
    var filter = options.filter(now: now)
    if filter.last == nil, filter.since == nil { filter.last = Self.usualLast }
    return TailRun(nouns: nouns.isEmpty ? [.all] : nouns, filter: filter)
  }

  func validate() throws {
    if nouns.contains(.unassessed) {
      throw ValidationError("unassessed is not there to be followed: query it")
    }
    if let field = options.filter(now: 0).fieldUnknown(to: tail(now: 0).tables) {
      throw ValidationError("--\(field.rawValue): nothing that is asked for has it")
    }
  }

  func run() throws {
    // Before anything that starts a thread.
    let signals = follow ? EndingSignals() : nil
    let context = try StageContext.process("coach-store", verbose: verbose)
    let tail = tail(now: context.clock.now())
    let status = try context.reporting {
      let store = try place.open(context.environment, readingOnly: !follow)
      var output = RecordOutput(context)
      guard let signals else {
        try tail.write(from: store, to: &output)
        return ExitStatus.ok
      }
      return try tail.follow(store, to: &output, until: signals)
    }
    if status != .ok { throw ExitCode(status.rawValue) }
  }
}
