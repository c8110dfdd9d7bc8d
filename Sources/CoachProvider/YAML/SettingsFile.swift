import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// A small file that somebody wrote by hand: a configuration, a rubric, a key.
struct SettingsFile {
  /// What such a file may have at most, in bytes.
  static let limit = 1 << 20

  /// Its text.
  let text: String
  /// Its permissions, as of chmod(1).
  let mode: UInt32

  /// Reads a file.
  ///
  /// - Returns: nil where there is none.
  /// - Throws: `StageFailure` (78) where it cannot be read, is no text or is too long.
  init?(path: String) throws(StageFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw Self.failure(path) }
      return nil
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(path) }
    mode = status.st_mode & 0o7777
    guard let text = String(validating: try Self.bytes(of: descriptor, path), as: UTF8.self) else {
      throw StageFailure(.configuration, "\(path): the file is not UTF-8")
    }
    self.text = text
  }

  private static func bytes(of descriptor: Int32, _ path: String) throws(StageFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: block[..<count])
      guard bytes.count <= limit else {
        throw StageFailure(.configuration, "\(path): the file has more than \(limit) bytes")
      }
    }
  }

  private static func failure(_ path: String) -> StageFailure {
    let words = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return StageFailure(.configuration, "\(path): \(words)")
  }
}
