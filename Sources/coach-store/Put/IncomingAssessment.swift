import CoachJSONL

/// An assessment that was read and keeps the contract, and its line.
struct IncomingAssessment: Sendable {
  let assessment: Assessment
  let raw: [UInt8]

  /// - Throws: `RecordError` where the record breaks a rule.
  init(_ record: borrowing Record) throws(RecordError) {
    assessment = try Assessment(record)
    raw = record.copy()
  }
}
