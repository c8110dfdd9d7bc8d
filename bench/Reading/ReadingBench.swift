import ArgumentParser
import CoachJSONL

/// Reads a file of records through the stage loop and prints how fast: with `fields`, five fields
/// of each are looked at; with `records`, each becomes the struct of its type.
@main
struct ReadingBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bench-reading")

  @Argument var depth: ReadingStage.Depth
  @OptionGroup var stage: StageOptions

  func run() throws {
    let work = ReadingStage(depth: depth)
    let clock = ContinuousClock()
    let start = clock.now
    try stage.run(work, in: .process(ReadingStage.name))
    let (seconds, attoseconds) = (clock.now - start).components
    let elapsed = Double(seconds) + Double(attoseconds) / 1e18
    let tally = work.tally
    print(
      "\(tally.records) records, \(tally.bytes) bytes, "
        + "\(Int(Double(tally.bytes) / 1e6 / elapsed)) MB/s")
  }
}

/// Decodes and drops every record.
struct ReadingStage: Stage {
  enum Depth: String, CaseIterable, ExpressibleByArgument {
    case fields
    case records
  }

  /// What was read, outliving the loop's copy of the stage.
  final class Tally {
    var records = 0
    var bytes = 0
    /// A sum over what was decoded, so that decoding cannot be left out.
    var sum = 0
  }

  static let name = "bench-reading"
  let depth: Depth
  let tally = Tally()

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    emit.consume()
    tally.records += 1
    tally.bytes += record.byteCount + 1
    switch (depth, record.type) {
    case (.fields, _):
      let time = try record.time("timestamp") ?? record.time("createdAt") ?? 0
      let length =
        try (record.id("id") ?? "").utf8.count + (record.id("sessionId") ?? "").utf8.count
      tally.sum &+= Int(time) &+ length &+ (try record.id("userId") ?? "").utf8.count
    case (.records, .interaction):
      tally.sum &+= try Interaction(record).userText.utf8.count
    case (.records, .assessment):
      tally.sum &+= try Assessment(record).explanationText.utf8.count
    default: break
    }
  }
}
