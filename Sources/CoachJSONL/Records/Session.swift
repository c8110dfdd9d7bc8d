/// A continuous conversation (plan §1, `UserSession`).
///
/// The record with an `endTime` is the last line of its session.
public struct Session: SuiteRecord, Equatable {
  public static let type = RecordType.session
  public var id: String
  public var userId: String
  /// The first turn's timestamp, milliseconds since 1970-01-01 UTC.
  public var startTime: Int64
  /// The last turn's timestamp, milliseconds since 1970-01-01 UTC; nil while the session is open.
  public var endTime: Int64?

  public init(id: String, userId: String, startTime: Int64, endTime: Int64? = nil) {
    self.id = id
    self.userId = userId
    self.startTime = startTime
    self.endTime = endTime
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.id("id")
    userId = try fields.id("userId")
    startTime = try fields.time("startTime")
    endTime = try fields.optionalTime("endTime")
    try validate()
  }

  public func validate() throws(RecordError) {
    if let endTime, endTime < startTime {
      throw RecordError(
        at: "endTime", "must be startTime or later, got \(startTime - endTime) ms earlier")
    }
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("userId", userId)
    writer.field("startTime", startTime)
    writer.field("endTime", endTime)
  }
}
