import CoachJSONL

/// Moves levels and shows them to eyes at the end; what it reads is not passed on.
struct LevelReportStage: Stage {
  static let name = LevelStage.name
  /// How many columns a table has at most where it is not written to a terminal.
  private static let widestTable = 120

  private let format: LevelFormat
  private let style: TerminalStyle
  private let width: Int
  private var levels: LevelStage
  private var names = LevelNames()

  /// - Parameters:
  ///   - levels: what moves the levels.
  ///   - style: what the terminal can show that a table is for.
  ///   - width: how many columns it has; nil where it is none.
  init(_ levels: LevelStage, format: LevelFormat, style: TerminalStyle, width: Int?) {
    self.levels = levels
    self.format = format
    self.style = style
    self.width = width ?? Self.widestTable
  }

  mutating func learn(from record: borrowing Record) throws {
    try names.note(record)
    try levels.learn(from: record)
  }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    try names.note(record)
    try levels.process(record, emit: &emit)
    emit.consume()
  }

  /// A chart has no place for a reject; the diagnostic and the exit status tell of it.
  mutating func rejected(_ reject: Reject, emit: inout Emission) {}

  mutating func finish(emit: inout Emission) throws {
    switch format {
    case .svg: emit.emit(line: LevelChart(levels.current, names: names).document.utf8)
    case .table, .jsonl: for row in try rows() { emit.emit(line: row.utf8) }
    }
  }

  private func rows() throws -> [String] {
    let parser = try RecordParser(name: "levels")
    let lines = levels.current.map { $0.line() }
    var table = AlignedTable(Column.levels(drawnIn: style))
    for line in lines { try parser.read(line) { table.measure($0) } }
    table.fit(to: width)
    var rows = [table.head]
    for line in lines { rows += try parser.read(line) { table.row($0) } }
    return rows
  }
}
