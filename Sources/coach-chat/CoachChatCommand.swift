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
        coach-chat | coach-store
        echo 'Yesterday I goed to the market.' | coach-chat
        coach-chat --context mara.jsonl messages.jsonl | coach-filter

      On a terminal it is a chat, and the records go to standard output where that
      is no terminal. In a pipe each line is one turn: plain text, or a message
      record; every other record is passed on. A line can be a command:
      /task NAME, /done, /feedback, /quit.
      """,
    version: SuiteVersion.current)

  @OptionGroup(title: "Chat options") var chat: ChatOptions
  @OptionGroup var stage: StageOptions

  func run() throws {
    var context = StageContext.process(ChatStage.name, verbose: stage.verbose)
    context.jobs = chat.jobs.jobs ?? 64
    let screen = ChatScreen.atTerminal(of: &context, operands: stage.files)
    defer { screen?.leave() }
    let work = try context.reporting {
      try chat.stage(in: context, login: LoginName.ofProcess, screen: screen)
    }
    screen?.greet()
    try stage.run(work, in: context)
  }
}
