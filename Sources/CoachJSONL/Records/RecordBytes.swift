extension Record {
  /// The encoded value of a member, as it stands in the line; nil where it is absent or null.
  public func encoded(_ name: StaticString) -> [UInt8]? {
    guard has(name), let member = fields.index(of: name) else { return nil }
    return FieldSplice.valueRange(ofMember: member, in: bytes).map { Array(bytes[$0]) }
  }

  /// The line with a member set to `value` (encoded JSON), every other byte as it was.
  public func setting(_ name: StaticString, to value: [UInt8]) -> [UInt8] {
    FieldSplice.splice(name, value, into: bytes, fields: fields)
  }
}

/// Gives the record view of lines that do not come from a stage's input: those of a database.
public final class RecordParser {
  private let parser: JSONParser
  private var padded: [UInt8] = []
  private let name: String

  /// - Parameter name: what the lines come from, as a record's place gives it.
  /// - Throws: `StageFailure` where there is no memory for a parser.
  public init(name: String) throws {
    do throws(JSONFault) {
      parser = try JSONParser()
    } catch {
      throw StageFailure(.software, "cannot make a parser: \(error)")
    }
    self.name = name
  }

  /// Calls `body` with the record of a line, its texts repaired; the record must not outlive the call, and no other
  /// line may be read in it.
  ///
  /// - Throws: `RecordError` where the line is no record, and what `body` throws.
  public func read<Result>(
    _ line: some Sequence<UInt8>, _ body: (borrowing Record) throws -> Result
  ) throws -> Result {
    padded.removeAll(keepingCapacity: true)
    padded.append(contentsOf: line)
    let length = padded.count
    padded.append(contentsOf: repeatElement(0, count: LineReader.padding))
    return try padded.withUnsafeBytes { bytes in
      let place = Place(file: name, line: 0, offset: 0)
      let record = try Record(
        bytes: UnsafeRawBufferPointer(rebasing: bytes[..<length]), place: place, parser: parser)
      return try record.repairingText(body)
    }
  }
}
