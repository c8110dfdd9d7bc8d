import CoachJSONL

/// Rows as comma-separated values (RFC 4180).
struct CSVTable {
  private let columns: [Column]

  init(_ columns: [Column]) { self.columns = columns }

  /// The line of titles, ended.
  var head: String { Self.line(columns.map(\.title)) }

  /// The line of a record, ended.
  func row(_ record: borrowing Record) -> String {
    var cells: [String] = []
    for column in columns { cells.append(column.cell(record)) }
    return Self.line(cells)
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    // By scalars: a quote followed by a combining mark is one Character and still a quote.
    let scalars = text.unicodeScalars
    guard scalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    var quoted = "\"".unicodeScalars
    for scalar in scalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return String(quoted) + "\""
  }
}
