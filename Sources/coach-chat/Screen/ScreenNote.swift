import CoachJSONL

/// Something that a learner is shown between two turns.
enum ScreenNote: Equatable {
  /// What is wrong with a sentence of the learner's.
  case errors([LanguageError], in: String)
  /// Words of the suite's own or of a coach, or such as stand in a record.
  case words(String)

  private static let indent = "  "

  /// The lines of the screen.
  func lines(width: Int, style: TerminalStyle) -> [String] {
    let room = max(width - Self.indent.count, 10)
    let lines =
      switch self {
      case .errors(let errors, let text):
        MarkedSentence(text, errors: errors).lines(width: room, style: style)
      case .words(let text): LineWrap.lines(of: ChatScreen.harmless(text), width: room)
      }
    return lines.map { $0.isEmpty ? "" : Self.indent + $0 }
  }
}
