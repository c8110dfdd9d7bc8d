import ArgumentParser
import CoachJSONL

@main
struct CoachStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coach-store",
    abstract: "Keep the records of a pipeline in a SQLite database, and read them back.",
    discussion: """
      EXAMPLES
        coach-chat | coach-store --tee | coach-filter | coach-assess | coach-level |
          coach-store
        coach-store query levels --user u_mara --format table
        coach-store top-errors --user u_mara --format table
        coach-store query interactions evaluations --with-context | coach-assess |
          coach-store
      """,
    version: SuiteVersion.current,
    subcommands: [
      PutCommand.self, QueryCommand.self, TailCommand.self, TraceCommand.self,
      TopErrorsCommand.self, CompareCommand.self, CloseIdleCommand.self, TrackCommand.self,
      UntrackCommand.self, CheckCommand.self, BackupCommand.self, PruneCommand.self,
      RedactCommand.self, EraseCommand.self, VacuumCommand.self,
    ],
    defaultSubcommand: PutCommand.self)
}
