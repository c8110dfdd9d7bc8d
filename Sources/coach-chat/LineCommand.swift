import CoachJSONL

/// What a line that begins with a slash asks for (contract §4).
enum LineCommand: Equatable {
  case task(String)
  case done
  case feedback
  case quit

  /// The commands, as they are listed to somebody who types another word.
  static let list = """
    /task NAME  practise a scene: sales_pitch, mock_interview, negotiation, presentation, \
    meeting, difficult_conversation, small_talk, story, or one of your own
    /feedback   what went well and what to try next; it ends the scene too
    /done       the scene is over
    /quit       the session is over
    """

  /// The command of a text; nil for ordinary text, an unknown word and a task without a name.
  init?(_ text: String) {
    let line = text.drop(while: \.isWhitespace)
    guard line.first == "/", line.utf8.count <= 200 else { return nil }
    let words = line.split(whereSeparator: \.isWhitespace)
    switch (words.first?.lowercased(), words.count) {
    case ("/done", 1): self = .done
    case ("/feedback", 1): self = .feedback
    case ("/quit", 1): self = .quit
    case ("/task", 2...): self = .task(Self.taskName(words.dropFirst()))
    default: return nil
    }
  }

  /// Whether a text looks like a command, known or not: one slash and then a letter, no path.
  static func isMeant(by text: String) -> Bool {
    let line = text.drop(while: \.isWhitespace)
    guard let word = line.split(whereSeparator: \.isWhitespace).first, word.first == "/" else {
      return false
    }
    return word.dropFirst().allSatisfy(\.isLetter)
  }

  var command: Command {
    switch self {
    case .task: .task
    case .done: .done
    case .feedback: .feedback
    case .quit: .quit
    }
  }

  /// `Sales pitch` and `sales-pitch` are `sales_pitch`.
  private static func taskName(_ words: some Sequence<Substring>) -> String {
    words.joined(separator: "_").lowercased().split(separator: "-").joined(separator: "_")
  }
}
