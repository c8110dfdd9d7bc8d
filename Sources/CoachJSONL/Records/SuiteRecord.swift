/// A record of the contract as a plain value: decoded from a line, checked, and encoded again.
public protocol SuiteRecord: JSONEncodable, Sendable {
  /// What its `type` says.
  static var type: RecordType { get }

  /// Decodes and checks the members of a record.
  ///
  /// - Throws: `RecordError` naming the path, the rule and what was found.
  init(_ record: borrowing Record) throws(RecordError)

  /// Checks the rules that its fields alone do not show.
  ///
  /// - Throws: `RecordError` naming the path, the rule and what was found.
  func validate() throws(RecordError)
}

extension SuiteRecord {
  /// Nothing beyond the fields.
  public func validate() throws(RecordError) {}

  /// The record as one line of compact JSON, without a line feed.
  public func line() -> [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }
}

extension JSONWriter {
  /// Writes a record as an object, its `type` first.
  public mutating func write(_ record: some SuiteRecord) {
    object { writer in
      writer.field("type", Swift.type(of: record).type)
      record.encodeFields(into: &writer)
    }
  }
}
