import ArgumentParser
import CoachJSONL

/// Whose focuses they are, and where they are kept.
struct LearnerOptions: ParsableArguments {
  @OptionGroup var place: StorePlace

  @Option(help: ArgumentHelp("The learner: $COACH_USER where it is not said.", valueName: "id"))
  var user: String?

  @Option(help: "How the learner's focuses are written.")
  var format = QueryFormat.jsonl

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  init() {}

  func validate() throws {
    guard user.map(RecordID.isValid) ?? true else {
      throw ValidationError("--user must be 1–128 printable characters")
    }
  }

  /// Changes the learner's focuses, and writes those that are active now.
  ///
  /// - Throws: `ExitCode` where that cannot be done; why is said on stderr.
  func change(_ work: (FocusChoice, Store) throws -> Void) throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    try context.reporting {
      guard let user = try user ?? context.environment.defaultUserId() else {
        throw StageFailure(.usage, "whose focuses? name the learner with --user")
      }
      let choice = FocusChoice(userId: user, now: context.clock.now())
      let store = try place.open(context.environment, creating: true)
      try work(choice, store)
      var output = RecordOutput(context)
      try store.useSnapshot { db in
        try format.write(columns: Column.columns(of: .userFocus), to: &output) { body in
          try choice.each(in: db, body)
        }
      }
      try output.flush()
    }
  }
}

/// `coach-store track`: a learner works on a focus.
struct TrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "track",
    abstract: "Let a learner work on a focus, and write those that are worked on.",
    discussion: """
      EXAMPLES
        coach-store track --user u_mara focus_clarity
        coach-store track --user u_mara focus_tone --order 1

      A learner works on at most three focuses at a time, the most important one first. A focus \
      that held the place which another takes is worked on no more.
      """)

  @Argument(help: ArgumentHelp("The focus's id.", valueName: "focus"))
  var focus: String

  @Option(help: "The place, 1 to 3; the first that is free where it is not said.")
  var order: Int?

  @OptionGroup var learner: LearnerOptions

  func validate() throws {
    guard RecordID.isValid(focus) else {
      throw ValidationError("the focus must be 1–128 printable characters")
    }
    guard order.map((1...3).contains) ?? true else {
      throw ValidationError("--order must be 1…3")
    }
  }

  func run() throws {
    try learner.change { choice, store in
      try store.use { try choice.track(focus, order: order, in: $0) }
    }
  }
}

/// `coach-store untrack`: a learner works on a focus no more.
struct UntrackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untrack",
    abstract: "Let a learner work on a focus no more, and write those that are worked on.",
    discussion: """
      EXAMPLES
        coach-store untrack --user u_mara focus_clarity

      The learner's level on the focus is kept.
      """)

  @Argument(help: ArgumentHelp("The focus's id.", valueName: "focus"))
  var focus: String

  @OptionGroup var learner: LearnerOptions

  func run() throws {
    try learner.change { choice, store in
      try store.use { try choice.untrack(focus, in: $0) }
    }
  }
}
