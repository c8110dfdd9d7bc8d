import CoachJSONL

/// Reads stored records and writes one report on the filter; what it reads is not passed on.
struct ReportStage: Stage {
  static let name = "coach-filter"

  private let format: ReportFormat
  private var census = FilterCensus()

  init(format: ReportFormat) { self.format = format }

  mutating func learn(from record: borrowing Record) throws {
    try census.take(record)
  }

  mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
    try census.take(record)
    emit.consume()
  }

  mutating func finish(emit: inout Emission) throws {
    for line in format.lines(of: census.report) { emit.emit(line: line) }
  }
}
