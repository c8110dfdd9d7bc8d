import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Files of `--context` that several processes are to read: what can be read only once, such as the
/// pipe of a shell's `<(…)`, is copied to a file without a name.
struct ContextCopy {
  /// Paths by which this process, and children that inherit the descriptors, read the same.
  private(set) var paths: [String] = []
  /// The descriptors of copies, under which each process opens the file for itself.
  private(set) var descriptors: [Int32] = []

  /// - Parameters:
  ///   - paths: files that may be readable only once.
  ///   - directory: where copies are made, as `TMPDIR` has it.
  /// - Throws: `StageFailure` where a file cannot be read (66) or copied (73).
  init(of paths: [String], in directory: String?) throws(StageFailure) {
    for path in paths {
      var information = stat()
      let isThere = stat(path, &information) == 0
      let isFile = isThere && information.st_mode & S_IFMT == S_IFREG
      // What is not there is said by the stage loop, as always.
      guard isThere, !isFile else {
        self.paths.append(path)
        continue
      }
      let copy = try Self.copy(path, in: directory ?? "/tmp")
      descriptors.append(copy)
      self.paths.append("/proc/self/fd/\(copy)")
    }
  }

  private static func copy(_ path: String, in directory: String) throws(StageFailure) -> Int32 {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw StageFailure(.noInput, "\(path): \(Errno(errno).words)") }
    defer { close(source) }
    var name = Array("\(directory)/coach-chat-XXXXXX".utf8CString)
    let target = mkstemp(&name)
    guard target >= 0 else { throw cannotCopy(Errno(errno)) }
    Descriptor.closeOnExec(target)
    unlink(name)
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(source, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw StageFailure(.noInput, "\(path): \(Errno(errno).words)")
      }
      if count == 0 { break }
      do {
        try Descriptor.writeAll(block[..<count], to: target)
      } catch {
        throw cannotCopy(error)
      }
    }
    return target
  }

  private static func cannotCopy(_ error: Errno) -> StageFailure {
    StageFailure(.cannotCreate, "a copy of --context: \(error.words)")
  }
}
