import ArgumentParser
import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Which database, and how long to wait for it.
struct StorePlace: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The database: $COACH_DB, else ~/.local/share/coach-up/coach.db.", valueName: "file"))
  var path: String?

  @Option(help: "How long to wait while others write (90s, 20m; 60s by default).")
  var wait = TimeSpan(milliseconds: 60_000)

  init() {}

  /// Opens the database.
  ///
  /// - Throws: `StageFailure` where that cannot be done.
  func open(
    _ environment: Environment, creating: Bool = false, readingOnly: Bool = false
  ) throws -> Store {
    // A file that may grow no further is a failed write, which is said; the signal would kill.
    signal(SIGXFSZ, SIG_IGN)
    let named = path.map { StoreFile(path: $0) }
    let file = try named ?? StoreFile(environment)
    return try Store(
      file: file,
      Store.Opening(
        wait: Double(wait.milliseconds) / 1000, creates: creating, readsOnly: readingOnly))
  }
}
