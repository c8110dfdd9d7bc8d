import ArgumentParser
import CoachJSONL
import CoachProvider

/// The options that coach-chat has beside those of every stage (contract §5).
struct ChatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whose messages these are where they do not say (default: COACH_USER, else the login name).",
      valueName: "id"))
  var user: String?

  @Option(help: ArgumentHelp("The session of messages that name none.", valueName: "id"))
  var session: String?

  @Option(help: ArgumentHelp("The longest silence within a session.", valueName: "time"))
  var idle = TimeSpan.defaultIdle

  @Option(
    help: ArgumentHelp(
      "Coach on this focus, whatever the learner chose; up to three.", valueName: "id"))
  var focus: [String] = []

  @Flag(
    help: """
      Run the rest of the pipeline behind the chat, and show after a turn what is wrong with it.
      """)
  var feedback = false

  @OptionGroup var provider: ProviderOptions
  @OptionGroup var jobs: JobsOption

  func validate() throws {
    try Self.check(user.map { [$0] } ?? [], of: "--user")
    try Self.check(session.map { [$0] } ?? [], of: "--session")
    try Self.check(focus, of: "--focus")
    guard focus.count <= 3 else {
      throw ValidationError("--focus can be given up to three times, got \(focus.count)")
    }
  }

  /// The stage that the options describe.
  ///
  /// - Throws: `StageFailure` where no such provider or model is known, or the user's id is none.
  func stage(
    in context: StageContext, login: () -> String, screen: ChatScreen?
  ) throws(StageFailure) -> ChatStage {
    let environment = context.environment
    let userId = userId(in: environment, login: login)
    guard RecordID.isValid(userId) else {
      throw StageFailure(.configuration, "COACH_USER must be 1–128 printable characters")
    }
    let agent = try provider.agents(for: .chat, in: context).chat
    return ChatStage(
      agent: agent, defaults: .init(userId: userId, sessionId: session), idle: idle.milliseconds,
      focusIds: focus, clock: context.clock, mint: IDMint(clock: context.clock), screen: screen)
  }

  /// Whose messages these are where they do not say.
  func userId(in environment: Environment, login: () -> String) -> String {
    user ?? environment["COACH_USER"] ?? "u_" + login()
  }

  private static func check(_ ids: [String], of option: String) throws {
    guard ids.allSatisfy(RecordID.isValid) else {
      throw ValidationError("\(option) must be 1–128 printable characters")
    }
  }
}

extension ProviderOptions {
  /// The options with which the stages behind the chat ask the same models, by the same rubric. What
  /// comes over the wire is recorded of the chat alone.
  var passedOn: [String] {
    let options = [
      ("--provider", provider), ("--model", model), ("--rubric", rubric), ("--config", config),
      ("--timeout", timeout?.defaultValueDescription), ("--retries", retries.map(String.init)),
    ]
    return options.flatMap { name, value in value.map { [name, $0] } ?? [] }
  }
}
