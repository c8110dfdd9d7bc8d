import ArgumentParser
import CoachJSONL

/// One run of the chat: at a terminal or in a pipe, with the stages of `--feedback` behind it or not.
struct ChatSession {
  let options: ChatOptions
  let stage: StageOptions
  /// The terminal at which a learner sits; nil in a pipe.
  let setting: TerminalSetting?

  /// Talks to the end of the input.
  ///
  /// - Throws: `ExitCode` where the tool does not end with status 0.
  func run(in given: StageContext) throws {
    var context = given
    var arguments = stage
    let work = try context.reporting {
      try options.stage(in: context, login: LoginName.ofProcess, screen: setting?.screen)
    }
    let feedback = try context.reporting {
      try options.feedback
        ? FeedbackRun(options, &arguments, in: &context, screen: setting?.screen) : nil
    }
    try context.reporting { try setting?.begin() }
    var loop = StageLoop(work, options: arguments, context: context)
    var status = loop.run()
    setting?.end()
    if let feedback { status = status.worse(of: feedback.finish(after: status)) }
    setting?.screen.farewell()
    if status != .ok { throw ExitCode(status.rawValue) }
  }
}
