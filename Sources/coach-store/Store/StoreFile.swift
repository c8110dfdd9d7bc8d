import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Where the database lies: a file that only its owner may read.
struct StoreFile {
  let path: String
  /// Whether nobody named the place, so that the directories above it are ours to make.
  let isDefault: Bool

  init(path: String, isDefault: Bool = false) {
    self.path = path
    self.isDefault = isDefault
  }

  /// The default place: `$COACH_DB`, else under `$XDG_DATA_HOME`, else under `~/.local/share`.
  ///
  /// - Throws: `StageFailure` (configuration) where there is no home directory to put it in.
  init(_ environment: Environment) throws(StageFailure) {
    if let path = environment["COACH_DB"] {
      self.init(path: path)
    } else if let data = environment["XDG_DATA_HOME"] {
      self.init(path: data + "/coach-up/coach.db", isDefault: true)
    } else if let home = environment["HOME"] {
      self.init(path: home + "/.local/share/coach-up/coach.db", isDefault: true)
    } else {
      throw StageFailure(.configuration, "no place for the database: name one with --db")
    }
  }

  var exists: Bool { access(path, F_OK) == 0 }

  private var directory: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the file (0600). In the default place the directories above it that are missing are made
  /// too (0700); elsewhere a directory that is missing is a slip of the pen.
  ///
  /// - Throws: `StageFailure` (cannot create).
  func create() throws(StageFailure) {
    guard !exists else { return }
    if isDefault {
      try makeDirectory(directory)
    } else if access(directory, F_OK) != 0 {
      throw StageFailure(
        .cannotCreate, "\(path): there is no directory \(directory); make it first")
    }
    // SQLite gives its log the mode of the file.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    close(descriptor)
  }

  /// Refuses a database that is not there, or lies where this user may not look.
  ///
  /// - Throws: `StageFailure` (no input).
  func checkIsThere() throws(StageFailure) {
    guard !exists else { return }
    guard errno == ENOENT else { throw failure(path, .noInput) }
    throw StageFailure(.noInput, "\(path): there is no database")
  }

  /// Refuses a directory and somebody else's file, each by its name: SQLite says of both that it
  /// cannot open them.
  ///
  /// - Throws: `StageFailure` (no input).
  func checkIsReadable() throws(StageFailure) {
    var information = stat()
    if stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
      throw StageFailure(.noInput, "\(path): is a directory; name a file in it")
    }
    guard access(path, R_OK) != 0 else { return }
    throw failure(path, .noInput)
  }

  /// Refuses a file that may not be written: SQLite would open it all the same, and fail later.
  ///
  /// - Throws: `StageFailure` (input-output).
  func checkIsWritable() throws(StageFailure) {
    guard access(path, W_OK) != 0 else { return }
    throw failure(path, .inputOutput)
  }

  /// Does work that no other coach-store does at the same time: two must not migrate one file.
  func whileLocked<Result>(_ work: () throws -> Result) rethrows -> Result {
    // The directory is locked: to close any descriptor of the file would drop SQLite's own locks.
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return try work() }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try work()
  }

  private func makeDirectory(_ directory: String) throws(StageFailure) {
    guard access(directory, F_OK) != 0 else { return }
    if let slash = directory.lastIndex(of: "/"), slash != directory.startIndex {
      try makeDirectory(String(directory[..<slash]))
    }
    guard mkdir(directory, 0o700) == 0 || errno == EEXIST else { throw failure(directory) }
  }

  private func failure(
    _ path: String, _ status: CoachJSONL.ExitStatus = .cannotCreate
  ) -> StageFailure {
    let words = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return StageFailure(status, "\(path): \(words)")
  }
}
