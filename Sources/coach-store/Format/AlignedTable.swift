/// Rows in aligned columns, for eyes. The widths are known when all rows have been measured; a
/// column that is empty in all of them is left out.
struct AlignedTable {
  /// Longer texts are cut, or told on several lines.
  private static let widestCell = 56

  private let columns: [Column]
  /// The widest cell of each column, without its title.
  private var widths: [Int]

  init(_ columns: [Column]) {
    self.columns = columns
    widths = columns.map { _ in 0 }
  }

  /// Takes the widths of a record's cells in.
  mutating func measure(_ record: borrowing Record) {
    for (index, column) in columns.enumerated() {
      for line in Self.lines(column.cell(record), column.kind) {
        widths[index] = max(widths[index], DisplayWidth.of(line))
      }
    }
  }

  /// The line of titles.
  var head: String { line(columns.map(\.title)) }

  /// The lines of a record: one, or as many as its longest prose takes.
  func row(_ record: borrowing Record) -> [String] {
    var cells: [[String]] = []
    for column in columns { cells.append(Self.lines(column.cell(record), column.kind)) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { at in line(cells.map { $0.indices.contains(at) ? $0[at] : "" }) }
  }

  private func line(_ cells: [String]) -> String {
    var line = ""
    let isEmpty = widths.allSatisfy { $0 == 0 }
    for (index, text) in cells.enumerated() where widths[index] > 0 || isEmpty {
      let width = max(widths[index], DisplayWidth.of(columns[index].title))
      let padding = String(repeating: " ", count: max(width - DisplayWidth.of(text), 0))
      line += columns[index].kind == .number ? padding + text : text + padding
      line += "  "
    }
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func lines(_ text: String, _ kind: Column.Kind) -> [String] {
    switch kind {
    case .time: [Int64(text).map { Timestamp(milliseconds: $0).words } ?? text]
    case .date: [Int64(text).map { Timestamp(milliseconds: $0).day } ?? text]
    case .number: [Double(text).map(rounded) ?? text]
    case .text: [DisplayWidth.cut(oneLine(text), to: widestCell)]
    case .prose:
      text.split(whereSeparator: \.isNewline)
        .flatMap { DisplayWidth.wrap(oneLine(String($0)), to: widestCell) }
    }
  }

  /// Two decimals are enough for eyes.
  private static func rounded(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    guard let whole = Int64(exactly: hundredths), whole % 100 != 0 else {
      return Int64(exactly: number.rounded()).map(String.init) ?? String(number)
    }
    let fraction = String(abs(whole % 100))
    let sign = whole < 0 ? "-" : ""
    return "\(sign)\(abs(whole / 100)).\(fraction.count == 1 ? "0" : "")\(fraction)"
  }

  /// No text of a record may break the line or steer the terminal.
  private static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars)
  }
}
