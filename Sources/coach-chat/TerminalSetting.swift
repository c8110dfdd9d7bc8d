import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

extension ChatScreen {
  /// The terminal of this process, where a learner sits at it and no file is named; nil else.
  ///
  /// Where standard output is the terminal too, the records go nowhere: the conversation alone is
  /// for eyes.
  static func atTerminal(of context: inout StageContext, operands: [String]) -> ChatScreen? {
    let readsInput = operands.allSatisfy { $0 == "-" }
    guard readsInput, isatty(context.input) == 1 else { return nil }
    let isKept = isatty(context.output) != 1
    if !isKept {
      context.output = open("/dev/null", O_WRONLY | O_CLOEXEC)
    }
    let terminal = open("/dev/tty", O_WRONLY | O_CLOEXEC)
    let environment = context.environment
    let isPlain = environment["NO_COLOR"] != nil || environment["TERM"] ?? "dumb" == "dumb"
    return ChatScreen(
      descriptor: terminal >= 0 ? terminal : 2, input: context.input, isColoured: !isPlain,
      isKept: isKept)
  }
}

/// The name under which this process's user logged in.
enum LoginName {
  static func ofProcess() -> String {
    let user = getuid()
    guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "\(user)" }
    return String(cString: name)
  }
}
