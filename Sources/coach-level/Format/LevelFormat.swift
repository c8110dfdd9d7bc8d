import ArgumentParser

/// How levels are written.
enum LevelFormat: String, CaseIterable, ExpressibleByArgument {
  /// As records, one a line.
  case jsonl
  /// As aligned columns with the scores drawn, for a terminal.
  case table
  /// As a chart, for a page or a mail.
  case svg
}
