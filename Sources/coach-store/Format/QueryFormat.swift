import ArgumentParser
import CoachJSONL

/// How the records that were asked for are written.
enum QueryFormat: String, CaseIterable, ExpressibleByArgument {
  /// As records, one a line.
  case jsonl
  /// As aligned columns, for eyes.
  case table
  /// As RFC 4180 says.
  case csv

  /// How many columns a table has at most where it is not written to a terminal.
  private static let widestTable = 120

  /// Writes records that `each` gives, again and again the same ones.
  ///
  /// - Throws: `StageFailure`, and what `each` throws.
  func write(
    columns: [Column], to output: inout RecordOutput,
    each: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let parser = try RecordParser(name: "database")
    switch self {
    case .jsonl:
      try each { try output.write(line: $0) }
    case .table:
      var table = AlignedTable(columns)
      try each { line in try parser.read(line) { table.measure($0) } }
      table.fit(to: output.terminalWidth ?? Self.widestTable)
      try output.write(line: table.head.utf8)
      try each { line in
        for row in try parser.read(line, { table.row($0) }) { try output.write(line: row.utf8) }
      }
    case .csv:
      let table = CSVTable(columns)
      try output.write(text: table.head.utf8)
      try each { line in
        try output.write(text: try parser.read(line) { table.row($0) }.utf8)
      }
    }
  }

  /// Writes lines that are in memory.
  ///
  /// - Throws: `StageFailure`.
  func write(_ lines: [[UInt8]], columns: [Column], to output: inout RecordOutput) throws {
    try write(columns: columns, to: &output) { body in
      for line in lines { try line.withUnsafeBytes { try body($0) } }
    }
  }
}
