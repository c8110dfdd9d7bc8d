#if canImport(Glibc)
  import Glibc
#endif

/// The other processes of this one's pipeline: those of its process group, but for the shells and
/// scripts that started it.
enum PipelineCompany {
  /// Whether none of them writes to a terminal or is a chat: a line of progress would be in
  /// the way of records, of a pager, or of what somebody types.
  ///
  /// Where the system does not tell (no `/proc`), nobody is known to be there.
  static func leavesAlone(_ terminal: String) -> Bool {
    guard let directory = opendir("/proc") else { return true }
    defer { closedir(directory) }
    let group = getpgrp()
    let ancestors = ancestors()
    while let entry = readdir(directory) {
      let number = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let process = pid_t(number), getpgid(process) == group, !ancestors.contains(process)
      else { continue }
      let isInTheWay = target("/proc/\(process)/fd/1") == terminal && !writesNothing(process)
      if isInTheWay || name(of: process) == "coach-chat" { return false }
    }
    return true
  }

  /// The processes by which this one was started, up to the first.
  private static func ancestors() -> Set<pid_t> {
    var ancestors: Set<pid_t> = []
    var next = getppid()
    while next > 1, ancestors.insert(next).inserted, let parent = parent(of: next) { next = parent }
    return ancestors
  }

  /// Whether it is a coach-store that stores what comes through the pipeline and passes nothing on.
  private static func writesNothing(_ process: pid_t) -> Bool {
    guard name(of: process) == "coach-store",
      let line = content("/proc/\(process)/cmdline", atMost: 4096)
    else { return false }
    let arguments = line.split(separator: "\0").dropFirst()
    // Without a verb it is `put`.
    let isPut = arguments.first.map { $0 == "put" || $0.hasPrefix("-") } ?? true
    return isPut && !arguments.contains("--tee") && !arguments.contains("--only")
  }

  private static func name(of process: pid_t) -> Substring? {
    content("/proc/\(process)/comm", atMost: 16)?.dropLast()
  }

  /// Field 4 of `/proc/PID/stat`, behind a name that may hold anything (proc(5)).
  private static func parent(of process: pid_t) -> pid_t? {
    guard let text = content("/proc/\(process)/stat", atMost: 512),
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[end...].dropFirst().split(separator: " ")
    return fields.count > 1 ? pid_t(fields[1]) : nil
  }

  private static func content(_ path: String, atMost most: Int) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: most)
    let count = read(descriptor, &bytes, most)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  private static func target(_ link: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 256)
    let count = readlink(link, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
