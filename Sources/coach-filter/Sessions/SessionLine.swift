import CoachJSONL

/// A session record as the filter sees it.
struct SessionLine {
  let id: String
  let userId: String
  /// The newest time that the line tells, milliseconds since 1970-01-01 UTC.
  let time: Int64
  /// Whether it is the last line of its session.
  let isEnd: Bool

  /// - Throws: `RecordError` naming the field, the rule and what was found.
  init(_ record: borrowing Record) throws(RecordError) {
    let session = try Session(record)
    id = session.id
    userId = session.userId
    time = session.endTime ?? session.startTime
    isEnd = session.endTime != nil
  }
}
