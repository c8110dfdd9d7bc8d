import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// A tool of the suite as a program that can be started.
struct StageProgram: Equatable {
  /// The file to run.
  let path: String
  /// The name under which it is called, by which one program knows which tool it is to be.
  let name: String

  /// Finds a tool: the program that runs here where that is all the tools under several names, else
  /// the file of that name beside it, else on the `PATH`.
  ///
  /// - Parameters:
  ///   - running: the path of the program that runs.
  ///   - ownName: what it is called where it is one tool alone.
  ///   - isProgram: whether a path is a file that can be run.
  /// - Throws: `StageFailure` (78) where it is nowhere.
  init(
    _ tool: String, beside running: String?, ownName: String, searchPath: String?,
    isProgram: (String) -> Bool = Self.isProgram
  ) throws(StageFailure) {
    name = tool
    if let running, let slash = running.lastIndex(of: "/") {
      if running[slash...].dropFirst() != ownName {
        path = running
        return
      }
      let sibling = running[...slash] + tool
      if isProgram(String(sibling)) {
        path = String(sibling)
        return
      }
    }
    let directories = (searchPath ?? "").split(separator: ":")
    guard let found = directories.map({ "\($0)/\(tool)" }).first(where: isProgram) else {
      throw StageFailure(
        .configuration, "--feedback needs \(tool), which is neither beside this program nor on PATH"
      )
    }
    path = found
  }

  /// The path of the program that runs; nil where the system does not say.
  static var running: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func isProgram(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
