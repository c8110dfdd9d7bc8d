import ArgumentParser
import CoachJSONL
import CoachProvider

@main
struct CoachChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: ChatStage.name,
    abstract: "Talk with a coach, and write the turns down as records.",
    discussion: """
      EXAMPLES
        coach-chat --feedback | coach-store
        coach-chat | coach-store
        echo 'Yesterday I goed to the market.' | coach-chat
        coach-chat --context mara.jsonl messages.jsonl | coach-filter

      On a terminal it is a chat, and the records go to standard output where that
      is no terminal. Ctrl-C stops a reply; Ctrl-D or /quit ends the session. In a
      pipe each line is one turn: plain text, or a message record; every other
      record is passed on. A line can be a command: /task NAME, /done, /feedback,
      /quit.

      With --feedback the rest of the pipeline runs behind the chat: coach-filter,
      coach-assess, coach-summarize and coach-level. After a turn it shows what is
      wrong with it, at the end a review and the levels; and standard output has
      the records of all five. What they reject does not end a chat, so it does
      not go with --strict.
      """,
    version: SuiteVersion.current)

  @OptionGroup(title: "Chat options") var chat: ChatOptions
  @OptionGroup var stage: StageOptions

  func validate() throws {
    guard !(chat.feedback && stage.strict) else {
      throw ValidationError(
        "--strict does not go with --feedback: what a stage rejects does not end a chat")
    }
  }

  func run() throws {
    var context = try StageContext.process(ChatStage.name, verbose: stage.verbose)
    context.jobs = chat.jobs.jobs ?? 64
    let setting = try context.reporting {
      try TerminalSetting(
        of: &context, operands: stage.files, givesFeedback: chat.feedback)
    }
    let session = ChatSession(options: chat, stage: stage, setting: setting)
    try session.run(in: context)
  }
}
