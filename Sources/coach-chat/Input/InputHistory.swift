import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// What a learner typed in earlier chats, in a file of the learner's alone: a line each.
///
/// A line is added when it is typed, by one write, so that nothing is lost with a chat that is
/// killed, and several chats at a time keep each other's.
final class InputHistory {
  /// So many lines come back.
  static let mostLines = 1000

  /// The lines of earlier chats, oldest first.
  let lines: [String]
  private let path: String

  /// The history at a place; nil where there can be none. Directories that are missing are made.
  init?(path: String) {
    self.path = path
    Self.makeDirectory(above: path)
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // Whoever made it: what somebody said to a coach is nobody else's business.
    _ = fchmod(descriptor, 0o600)
    let all = Self.readLines(of: descriptor)
    lines = all.suffix(Self.mostLines).map(Self.unescaped)
    if all.count > 2 * Self.mostLines { shorten() }
  }

  /// Where the history is: `COACH_HISTORY`, else `$XDG_STATE_HOME/coach-up/history`, else
  /// `~/.local/state/coach-up/history`; nil where `COACH_HISTORY` is `none`, or nobody has a home.
  static func path(in environment: Environment) -> String? {
    if let path = environment["COACH_HISTORY"] { return path == "none" ? nil : path }
    // A path that is not absolute counts as unset (XDG Base Directory Specification).
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = state ?? environment["HOME"].map { $0 + "/.local/state" }
    return base.map { $0 + "/coach-up/history" }
  }

  /// Adds a line.
  func append(_ line: String) {
    // Opened anew: another chat may have put a shorter file in its place.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    // A history that cannot be written is no reason to stop talking.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = Self.write(Self.escaped(line) + "\n", to: descriptor)
  }

  /// Puts a file of the last lines in its place, so that it is there whenever this is killed.
  /// Another chat that adds a line just now may lose that one.
  private func shorten() {
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let text = lines.map { Self.escaped($0) + "\n" }.joined()
    guard Self.write(text, to: descriptor), fsync(descriptor) == 0, rename(name, path) == 0 else {
      unlink(name)
      return
    }
  }

  /// Writes a text, a short one at once; returns whether it could be.
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    (try? Descriptor.writeAll(Array(text.utf8)[...], to: descriptor)) != nil
  }

  private static func readLines(of descriptor: Int32) -> [Substring] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = pread(descriptor, &block, block.count, off_t(bytes.count))
      guard count > 0 else { break }
      bytes.append(contentsOf: block[..<count])
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  private static func makeDirectory(above path: String) {
    var at = path.startIndex
    while let slash = path[at...].dropFirst().firstIndex(of: "/") {
      _ = mkdir(String(path[..<slash]), 0o700)
      at = slash
    }
  }

  /// A message of several lines stands on one: `\n` for its line ends, `\\` for a backslash.
  static func escaped(_ line: String) -> String {
    line.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  static func unescaped(_ line: some StringProtocol) -> String {
    var text = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
