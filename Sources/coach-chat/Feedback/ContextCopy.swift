import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Files of `--context` that several processes are to read: what can be read only once, such as the
/// pipe of a shell's `<(…)`, is copied to a file without a name.
enum ContextCopy {
  /// Paths by which this process and its children read the same.
  ///
  /// - Throws: `StageFailure` where a file cannot be read (66) or copied (73).
  static func readableAgain(_ paths: [String]) throws(StageFailure) -> [String] {
    var readable: [String] = []
    for path in paths {
      var information = stat()
      let isThere = stat(path, &information) == 0
      let isFile = isThere && information.st_mode & S_IFMT == S_IFREG
      // What is not there is said by the stage loop, as always.
      readable.append(isFile || !isThere ? path : try copy(path))
    }
    return readable
  }

  private static func copy(_ path: String) throws(StageFailure) -> String {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw StageFailure(.noInput, "\(path): \(Errno(errno).words)") }
    defer { close(source) }
    var name = Array("/tmp/coach-chat-XXXXXX".utf8CString)
    let target = mkstemp(&name)
    guard target >= 0 else {
      throw StageFailure(.cannotCreate, "a copy of --context: \(Errno(errno).words)")
    }
    // Children inherit the descriptor, under which each opens the file for itself.
    unlink(name)
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(source, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw StageFailure(.noInput, "\(path): \(Errno(errno).words)")
      }
      if count == 0 { break }
      guard write(target, block, count) == count else {
        throw StageFailure(.cannotCreate, "a copy of --context: \(Errno(errno).words)")
      }
    }
    return "/proc/self/fd/\(target)"
  }
}
