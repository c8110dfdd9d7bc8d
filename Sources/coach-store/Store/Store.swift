import CoachJSONL
import GRDB

#if canImport(Glibc)
  import Glibc
#endif

/// The one owner of the database: opens the file, makes it where it is missing, and migrates it.
final class Store: Sendable {
  /// How the file is opened.
  struct Opening {
    /// How long to wait for another writer, in seconds.
    var wait = 10.0
    /// Whether a missing file is made, as `StoreFile` does.
    var creates = true
    /// Whether nothing will be written: the right to read is enough then.
    var readsOnly = false
  }

  /// Pages that the connection keeps in memory, in KiB: with more, a put of 300,000 assessments takes
  /// more than the 40 MB that it may.
  private static let cacheKiB = 5 << 10
  /// Pages of the write-ahead log after which it is copied back: few copies of the same page, and
  /// a log of 64 MB and a batch at most.
  private static let pagesBetweenCheckpoints = 8_192
  /// Bytes; a record or a level fits in one page, and the pages that the indices by learner grow at,
  /// one for each, fit in the cache: with larger ones, they are written to the log and read back all
  /// the time.
  private static let pageSize = 8 << 10

  let path: String
  let queue: DatabaseQueue

  /// Opens the database at `path`.
  ///
  /// - Throws: `StageFailure`: no input (missing), cannot create, configuration (a file of another
  ///   program, or of a newer version), try again (locked), input-output.
  convenience init(path: String, _ opening: Opening = Opening()) throws {
    try self.init(file: StoreFile(path: path), opening)
  }

  /// Opens the database.
  ///
  /// - Throws: `StageFailure`, as for a path.
  init(file: StoreFile, _ opening: Opening = Opening()) throws {
    let path = file.path
    self.path = path
    if opening.creates {
      try file.create()
    } else {
      try file.checkIsThere()
    }
    try file.checkIsReadable()
    if !opening.readsOnly { try file.checkIsWritable() }
    do {
      if opening.readsOnly, let reader = try Self.reader(path: path, opening) {
        queue = reader
        return
      }
      queue = try file.whileLocked {
        let queue = try DatabaseQueue(path: path, configuration: Self.configuration(opening))
        // Another program's file must be refused before anything in it changes.
        try queue.inDatabase { db in
          try Schema.check(db, path: path)
          try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
        try Schema.migrator.migrate(queue)
        return queue
      }
    } catch let error as DatabaseError {
      throw StageFailure(error, path: path)
    }
  }

  /// Does work on the database.
  ///
  /// - Throws: `StageFailure` in place of the database's errors, and what `work` throws.
  func use<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try reporting { try queue.inDatabase(work) }
  }

  /// Does something whose errors of the database are those of this file.
  ///
  /// - Throws: `StageFailure` in place of the database's errors, and what `work` throws.
  func reporting<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StageFailure(error, path: path)
    }
  }

  /// Does work that sees the database as it is now, whatever is written meanwhile.
  ///
  /// - Throws: `StageFailure` in place of the database's errors, and what `work` throws.
  func useSnapshot(_ work: (Database) throws -> Void) throws {
    try use { db in
      try db.inTransaction(.deferred) {
        try work(db)
        return .commit
      }
    }
  }

  /// The database opened for reading alone, by somebody who may have no right to write it; nil
  /// where its schema is older and has to be migrated first.
  private static func reader(path: String, _ opening: Opening) throws -> DatabaseQueue? {
    var configuration = Self.configuration(opening)
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let isCurrent = try queue.inDatabase { db in
      try Schema.check(db, path: path)
      return try Schema.isCurrent(db)
    }
    return isCurrent ? queue : nil
  }

  private static func configuration(_ opening: Opening) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(opening.wait)
    // A batch is one transaction over many records.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      // The page size counts for a file that is empty still, and must be known before the size of
      // the cache, which SQLite reckons in pages.
      try db.execute(
        sql: """
          PRAGMA page_size = \(pageSize);
          PRAGMA synchronous = FULL;
          PRAGMA temp_store = MEMORY;
          PRAGMA cache_size = -\(cacheKiB);
          PRAGMA wal_autocheckpoint = \(pagesBetweenCheckpoints);
          """)
    }
    return configuration
  }
}

extension StageFailure {
  /// How a tool ends because of an error of the database.
  init(_ error: DatabaseError, path: String) {
    let words = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(.tryAgain, "\(path): another process is writing; run again")
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_NOMEM:
      self.init(.inputOutput, "\(path): \(words)")
    case .SQLITE_NOTADB, .SQLITE_CORRUPT:
      self.init(.configuration, "\(path): \(words)")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(.cannotCreate, "\(path): \(words)")
    default:
      self.init(.software, "\(path): \(words)")
    }
  }
}
