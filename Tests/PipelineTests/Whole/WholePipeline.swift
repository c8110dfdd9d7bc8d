import TestSupport
import Testing

/// The live pipeline of the contract over the example conversation, in a directory of its own.
struct WholePipeline {
  let dir: Dir

  /// The stages, as one would type them.
  static let names = [
    "coach-chat", "coach-store --tee", "coach-filter", "coach-assess", "coach-summarize",
    "coach-level", "coach-store",
  ]

  init() throws { dir = try Dir() }

  /// The messages of the example, one line each.
  static func messages() throws -> [String] { try lines("examples/conversation.jsonl") }

  /// The messages of each day of the example: a session each.
  static func days() throws -> [[String]] {
    var days: [[String]] = []
    var last = Double.infinity
    for message in try messages() {
      let time = try JSON(parsing: message)["timestamp"]?.double ?? 0
      if abs(time - last) > 3_600_000 { days.append([]) }
      days[days.count - 1].append(message)
      last = time
    }
    return days
  }

  /// The lines of a file of the package.
  static func lines(_ file: String) throws -> [String] {
    String(decoding: try Package.contents(file), as: UTF8.self).split(separator: "\n")
      .map(String.init)
  }

  /// Runs messages through all the stages into a database; the last one passes on what it stores.
  @discardableResult
  func run(
    _ messages: [String], database: String, now: Int = Sample.now, kill: Pipeline.Kill? = nil
  ) throws -> PipelineResult {
    let context = "\(Package.root)/examples/context.jsonl"
    let stages = [
      dir.command("coach-chat", "--context", context),
      dir.command("coach-store", "--db", database, "--tee"),
      dir.command("coach-filter"),
      dir.command("coach-assess"),
      dir.command("coach-summarize"),
      dir.command("coach-level"),
      dir.command("coach-store", "--db", database, "--tee"),
    ].map { $0.environment("COACH_NOW", String(now)) }
    return try Pipeline(stages).run(.lines(messages), kill: kill)
  }

  /// What the whole pipeline makes of the example week; run once for all who only look at it.
  static let exampleWeek = Result {
    try WholePipeline().run(try messages(), database: "coach.db")
  }

  /// What a database holds.
  func query(_ nouns: String..., database: String) throws -> RecordLines {
    let arguments = ["query"] + nouns + ["--db", database, "--all-versions"]
    return try RecordLines(dir.command("coach-store", arguments).run().expect(.success))
  }
}

/// Numbers that look random and are the same in every run: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
