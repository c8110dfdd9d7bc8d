import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// What `--feedback` adds to a chat: the stages behind it, and what carries the records through
/// them.
struct FeedbackRun {
  private let relay: FeedbackRelay
  private let chatOutput: Int32

  /// Starts the stages, and turns the chat's output to them.
  ///
  /// - Parameters:
  ///   - arguments: the chat's; context that can be read only once is replaced by a copy.
  ///   - screen: the terminal at which a learner sits; nil in a pipe.
  /// - Throws: `StageFailure` where a stage cannot be found or started.
  init(
    _ options: ChatOptions, _ arguments: inout StageOptions, in context: inout StageContext,
    screen: ChatScreen?
  ) throws(StageFailure) {
    let copy = try ContextCopy(
      of: arguments.contextFiles,
      in: context.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 })
    arguments.contextFiles = copy.paths
    let commands = try Self.commands(options, arguments, context.environment)
    // On the screen of a chat nobody may write at any time.
    let keepsErrors = screen != nil && isatty(2) == 1
    var variables: [String: String] = [:]
    if keepsErrors {
      // They are read for the screen, and so are for eyes.
      variables["COACH_LOG"] = context.environment["COACH_LOG"] == "none" ? "none" : "text"
      variables["COACH_LOG_LEVEL"] = context.environment["COACH_LOG_LEVEL"] ?? "error"
    }
    if let user = options.user { variables["COACH_USER"] = user }
    var pipeline = try StagePipeline(
      commands, variables: variables, sharing: copy.descriptors, keepsErrors: keepsErrors)
    guard let records = try? PipeEnds(), let wake = try? Wake() else {
      pipeline.kill()
      throw StageFailure(.tryAgain, "too many files are open")
    }
    relay = FeedbackRelay(
      from: records.readEnd, through: pipeline, to: context.output, screen: screen,
      diagnostics: context.diagnostics, wake: wake)
    chatOutput = records.writeEnd
    context.output = records.writeEnd
    guard relay.start() else { throw StageFailure(.tryAgain, "no thread can be started") }
  }

  /// The chat has ended: waits for what the stages make of it.
  ///
  /// A learner who presses Ctrl-C now does not wait; the records of the chat are kept all the same.
  func finish(after status: ExitStatus) -> ExitStatus {
    close(chatOutput)
    if status == .terminated || status == .interrupted { relay.giveUp(after: 2_000) }
    EndingInterrupt.install(wake: relay.wake, after: status)
    return relay.finish()
  }

  private static func commands(
    _ options: ChatOptions, _ arguments: StageOptions, _ environment: Environment
  ) throws(StageFailure) -> [StagePipeline.Command] {
    let context = arguments.contextFiles.flatMap { ["--context", $0] }
    let common = context + ["--max-line", String(arguments.maxLine)]
    let model = options.provider.passedOn
    let commands = [
      ("coach-filter", common + ["--idle", options.idle.defaultValueDescription]),
      ("coach-assess", common + model + options.focus.flatMap { ["--focus", $0] }),
      ("coach-summarize", common + model), ("coach-level", common),
    ]
    var found: [StagePipeline.Command] = []
    for (tool, words) in commands {
      let program = try StageProgram(
        tool, beside: StageProgram.running, ownName: ChatStage.name,
        searchPath: environment["PATH"])
      found.append((program, words))
    }
    return found
  }
}
