import CoachJSONL

/// Breaks a text that comes in pieces into lines at spaces, so that no word is cut at the edge of
/// the screen. A word is shown when its end is known.
struct LineWrap {
  private let width: Int
  private var column: Int
  private var word = ""
  private var spaces = 0
  private let indent: Int

  /// - Parameters:
  ///   - width: columns of the screen; a word that is longer is left to the terminal.
  ///   - column: how many of the first line are taken.
  ///   - indent: where lines begin that are broken off another; none where that is too far right.
  init(width: Int, column: Int, indent: Int = 0) {
    self.width = width
    self.column = column
    self.indent = indent * 2 < width ? indent : 0
  }

  /// What of the text can be shown once this piece has come.
  mutating func add(_ piece: String) -> String {
    var shown = ""
    for character in piece {
      if character.isNewline {
        shown += endWord() + "\n"
        column = 0
        spaces = 0
      } else if character.isWhitespace {
        shown += endWord()
        if column > 0 { spaces += 1 }
      } else {
        word.append(character)
      }
    }
    return shown
  }

  /// What is left when the text has ended.
  mutating func end() -> String { endWord() }

  /// The lines of a whole text.
  ///
  /// - Parameter indent: where lines begin that are broken off another; nil: under the second column
  ///   of words, where a line has two.
  static func lines(of text: String, width: Int, indent: Int? = nil) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var wrap = LineWrap(width: width, column: 0, indent: indent ?? secondColumn(of: line))
      let wrapped = wrap.add(String(line)) + wrap.end()
      return wrapped.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Where the second column of a line begins, behind the first two spaces; 0 where there is none.
  static func secondColumn(of line: Substring) -> Int {
    guard let gap = line.firstRange(of: "  ") else { return 0 }
    let words = line[gap.upperBound...].drop { $0 == " " }
    return line.distance(from: line.startIndex, to: words.startIndex)
  }

  private mutating func endWord() -> String {
    guard !word.isEmpty else { return "" }
    defer {
      word = ""
      spaces = 0
    }
    let length = word.reduce(0) { $0 + DisplayWidth.of($1) }
    if column > 0, column + spaces + length > width {
      column = indent + length
      return "\n" + String(repeating: " ", count: indent) + word
    }
    column += length + spaces
    return String(repeating: " ", count: spaces) + word
  }
}
