import CoachJSONL
import GRDB

#if canImport(Glibc)
  import Glibc
#endif

/// A copy of the database as it is at one moment, whoever writes meanwhile.
struct Backup {
  let path: String

  /// Makes the file (0600), which must not be there, and writes the copy into it.
  ///
  /// - Throws: `StageFailure` (cannot create, input-output), nothing is left behind then.
  func write(from store: Store) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(.cannotCreate) }
    defer { close(descriptor) }
    do {
      // Not VACUUM INTO, which takes a generated column for a stored one in a connection that only
      // reads.
      try store.use { source in
        let copy = try DatabaseQueue(path: path)
        try copy.inDatabase { try source.backup(to: $0) }
        try copy.close()
      }
      guard fsync(descriptor) == 0 else { throw failure(.inputOutput) }
    } catch {
      unlink(path)
      throw error
    }
  }

  private func failure(_ status: CoachJSONL.ExitStatus) -> StageFailure {
    let words = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return StageFailure(status, "\(path): \(words)")
  }
}
