/// Rows in aligned columns, for eyes. The widths are known when all rows have been measured; a
/// column that is empty in all of them is left out, and where all together are wider than there is
/// room for, the widest texts get less of it.
public struct AlignedTable {
  /// Longer texts are cut, or told on several lines.
  private static let widestCell = 56
  /// Prose does not get less while there is something else to take from.
  private static let narrowestProse = 20
  /// No text gets less.
  private static let narrowestCell = 10
  /// What stands between two columns.
  private static let gap = "  "

  private let columns: [Column]
  /// The widest cell of each column, without its title.
  private var widths: [Int]

  /// A table of nothing yet.
  public init(_ columns: [Column]) {
    self.columns = columns
    widths = columns.map { _ in 0 }
  }

  /// Takes the widths of a record's cells in.
  public mutating func measure(_ record: borrowing Record) {
    for (index, column) in columns.enumerated() {
      for line in Self.lines(column.cell(record), column.kind) {
        widths[index] = max(widths[index], DisplayWidth.of(line))
      }
    }
  }

  /// Takes columns from the widest texts until a row has at most so many, if it can: first from
  /// prose, which goes on in the next line, then from what has to be cut.
  public mutating func fit(to most: Int) {
    fit([.prose], narrowest: Self.narrowestProse, to: most)
    fit([.prose, .text], narrowest: Self.narrowestCell, to: most)
  }

  private mutating func fit(_ kinds: Set<Column.Kind>, narrowest: Int, to most: Int) {
    while width > most {
      let wide = columns.indices.filter { index in
        kinds.contains(columns[index].kind)
          && widths[index] > max(narrowest, DisplayWidth.of(columns[index].title))
      }
      guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  /// How many columns of a terminal a row has.
  private var width: Int {
    let used = columns.indices.filter { widths[$0] > 0 }
    let cells = used.map { max(widths[$0], DisplayWidth.of(columns[$0].title)) }
    return cells.reduce(0, +) + max(used.count - 1, 0) * Self.gap.count
  }

  /// The line of titles.
  public var head: String { line(columns.map(\.title)) }

  /// The lines of a record: one, or as many as its longest prose takes.
  public func row(_ record: borrowing Record) -> [String] {
    var cells: [[String]] = []
    for (column, width) in zip(columns, widths) {
      cells.append(Self.lines(column.cell(record), column.kind, width: width))
    }
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
      line += Self.gap
    }
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func lines(
    _ text: String, _ kind: Column.Kind, width: Int = widestCell
  ) -> [String] {
    switch kind {
    case .time: [Int64(text).map { CivilTime(milliseconds: $0).words } ?? text]
    case .date: [Int64(text).map { CivilTime(milliseconds: $0).day } ?? text]
    case .number: [Double(text).map(rounded) ?? text]
    case .text: [DisplayWidth.cut(oneLine(text), to: width)]
    case .prose:
      text.split(whereSeparator: \.isNewline)
        .flatMap { DisplayWidth.wrap(oneLine(String($0)), to: width) }
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
