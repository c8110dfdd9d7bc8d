import CoachJSONL

/// A learner's sentence with the places of its errors underlined, and below it what is wrong there.
struct MarkedSentence {
  /// A character of the sentence, and which error it is a part of.
  private struct Cell {
    let character: Character
    let columns: Int
    let severity: ErrorSeverity?
  }

  private let cells: [Cell]
  private let isBroken: [Bool]
  private let errors: [LanguageError]

  /// - Parameter errors: their spans count Unicode scalars of `text` (contract §2).
  init(_ text: String, errors: [LanguageError]) {
    self.errors = errors.sorted { ($0.span?.start ?? .max) < ($1.span?.start ?? .max) }
    var at = 0
    var cells: [Cell] = []
    var isBroken: [Bool] = []
    for character in text {
      let end = at + character.unicodeScalars.count
      let found = errors.filter { error in
        error.span.map { $0.start < end && $0.end > at } ?? false
      }
      let severity = found.map(\.severity).max { Self.weight($0) < Self.weight($1) }
      let isNewline = character.isNewline
      // No text may steer the terminal; a character that it does not show takes no mark either.
      let isControl = character.unicodeScalars.contains {
        $0.properties.generalCategory == .control
      }
      let shown: Character = isControl ? " " : character
      cells.append(
        Cell(
          character: shown, columns: DisplayWidth.of(shown), severity: isNewline ? nil : severity))
      isBroken.append(isNewline)
      at = end
    }
    self.cells = cells
    self.isBroken = isBroken
  }

  /// The sentence in lines of so many columns at most, each with its marks below it, and then the
  /// errors in the order of their places.
  func lines(width: Int, style: TerminalStyle) -> [String] {
    rows(width).flatMap { row in
      let cells = cells[row]
      let marks = marks(below: cells, style)
      return [String(cells.map(\.character))] + (marks.isEmpty ? [] : [marks])
    } + errors.flatMap { Self.words(of: $0, width: width, style) }
  }

  /// Where lines break: at the last space that fits, else where the line is full.
  private func rows(_ width: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    var columns = 0
    var space: Int?
    var at = 0
    while at < cells.count {
      if isBroken[at] {
        rows.append(start..<at)
        (start, columns, space) = (at + 1, 0, nil)
      } else if columns + cells[at].columns > width, at > start {
        let isSpace = cells[at].character == " "
        let end = isSpace ? at : space ?? at
        rows.append(start..<end)
        start = isSpace || space != nil ? end + 1 : end
        columns = start <= at ? cells[start..<at].reduce(0) { $0 + $1.columns } : 0
        space = nil
        if start > at { at = start }
        continue
      } else {
        if cells[at].character == " " { space = at }
        columns += cells[at].columns
      }
      at += 1
    }
    if start < cells.count { rows.append(start..<cells.count) }
    return rows
  }

  private func marks(below cells: ArraySlice<Cell>, _ style: TerminalStyle) -> String {
    var marks = ""
    var blank = 0
    for cell in cells {
      guard let severity = cell.severity, cell.columns > 0 else {
        blank += cell.columns
        continue
      }
      marks += String(repeating: " ", count: blank)
      blank = 0
      let mark = String(repeating: "~", count: cell.columns)
      marks += style.isColoured ? "\u{1B}[\(Self.colour(severity))m\(mark)\u{1B}[0m" : mark
    }
    return marks
  }

  private static func words(
    of error: LanguageError, width: Int, _ style: TerminalStyle
  ) -> [String] {
    let arrow = style.isUnicode ? "→" : "->"
    let bullet = style.isUnicode ? "·" : "-"
    let suggestion = error.suggestion.map { " \(arrow) \($0)" } ?? ""
    let text = ChatScreen.harmless("\(bullet) \(error.message)\(suggestion)")
    return LineWrap.lines(
      of: text.split(whereSeparator: \.isNewline).joined(separator: " "), width: width,
      indent: 2)
  }

  private static func weight(_ severity: ErrorSeverity) -> Int {
    ErrorSeverity.allCases.firstIndex(of: severity) ?? 0
  }

  /// Yellow for what matters less, red for the rest.
  private static func colour(_ severity: ErrorSeverity) -> Int { severity == .low ? 33 : 31 }
}
