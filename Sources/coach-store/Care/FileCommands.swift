import ArgumentParser
import CoachJSONL

/// `coach-store backup`: a copy.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the database to a file, as it is at one moment.",
    discussion: """
      EXAMPLES
        coach-store backup coach-$(date +%F).db

      Others may read and write meanwhile. The file must not be there yet; its owner alone may \
      read it.
      """)

  @Argument(help: ArgumentHelp("The file to make.", valueName: "file"))
  var file: String

  @OptionGroup var place: StorePlace

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  func run() throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    try context.reporting {
      let store = try place.open(context.environment, readingOnly: true)
      try Backup(path: file).write(from: store)
    }
  }
}

/// `coach-store vacuum`: the file as small as it can be.
struct VacuumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacuum",
    abstract: "Write the database anew, without room that is not needed.")

  @OptionGroup var place: StorePlace

  @Flag(name: .shortAndLong, help: "Say more on stderr.")
  var verbose = false

  func run() throws {
    let context = try StageContext.process("coach-store", verbose: verbose)
    try context.reporting {
      try Cleaning(store: try place.open(context.environment)).vacuum()
    }
  }
}
