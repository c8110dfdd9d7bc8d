/// Where a line stands in the input.
public struct Place: Sendable, Equatable {
  /// The operand's name, `stdin` for standard input.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// The offset of the line's first byte in its file.
  public let offset: Int
}

/// A view of one line of input: its type is known, its fields are decoded when asked for.
///
/// A record lives as long as the call it is passed to. What must outlive it is decoded into a
/// record struct (``Interaction``, ``Assessment`` …) or copied with ``copy()``.
public struct Record: ~Copyable {
  /// The type, said or inferred; nil for a type that the suite does not know.
  public let type: RecordType?
  /// Where the line stands.
  public let place: Place
  let bytes: UnsafeRawBufferPointer
  let fields: JSONFields
  private let repairsText: Bool
  private var rules: AssessmentRules?

  /// - Throws: `RecordError` where the parsed line is no object.
  init(
    bytes: UnsafeRawBufferPointer, place: Place, parser: JSONParser
  ) throws(RecordError) {
    let root: JSONValue
    do throws(JSONFault) {
      root = try parser.parse(bytes)
    } catch {
      throw RecordError(error)
    }
    guard root.kind == .object else {
      throw RecordError(.notAnObject, "a record must be an object, got \(root.kind.rawValue)")
    }
    self.bytes = bytes
    self.place = place
    fields = JSONFields(root)
    type = RecordType.of(fields)
    repairsText = false
  }

  private init(repairing record: borrowing Record) {
    type = record.type
    place = record.place
    bytes = record.bytes
    fields = record.fields
    repairsText = true
    rules = record.rules
  }

  /// Checks what every tool checks of a record, whether it needs it or not.
  ///
  /// - Throws: `RecordError` where it breaks a rule.
  mutating func check() throws(RecordError) {
    if type == .assessment { rules = try AssessmentRules(self) }
  }

  /// The kind of an assessment; known already where the record was checked.
  func assessmentKind() throws(RecordError) -> Assessment.Kind {
    if let rules { rules.kind } else { try decoder.choice("kind") }
  }

  /// The category of an assessment; known already where the record was checked.
  func assessmentCategory() throws(RecordError) -> Assessment.Category {
    if let rules { rules.category } else { try decoder.choice("category") }
  }

  /// Calls `body` with the same record, read so that a text which cannot be decoded (a lone
  /// surrogate) becomes U+FFFD: for stages that need the record but not its texts.
  public func repairingText<Result>(
    _ body: (borrowing Record) throws -> Result
  ) rethrows -> Result {
    try body(Record(repairing: self))
  }

  /// The line's bytes, without its line feed.
  public func copy() -> [UInt8] { Array(bytes) }

  /// How many bytes the line has, without its line feed.
  public var byteCount: Int { bytes.count }

  /// Calls `body` with the line's bytes, without its line feed; the pointer must not escape.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
    -> Result
  {
    try body(bytes)
  }

  /// Whether the record has that member, with any value but null.
  public func has(_ name: StaticString) -> Bool { decoder.optional(name) != nil }

  /// A member with a string, nil where it is absent or null.
  ///
  /// - Throws: `RecordError` where it is anything else.
  public func text(_ name: StaticString) throws(RecordError) -> String? {
    try decoder.optionalText(name)
  }

  /// A member with an id, nil where it is absent or null.
  ///
  /// - Throws: `RecordError` where it is anything else.
  public func id(_ name: StaticString) throws(RecordError) -> String? {
    try decoder.optionalID(name)
  }

  /// A member with an array of ids, nil where it is absent or null.
  ///
  /// - Throws: `RecordError` where it is anything else.
  public func ids(_ name: StaticString) throws(RecordError) -> [String]? {
    try decoder.optionalIDs(name)
  }

  /// A member with a time in milliseconds since 1970-01-01 UTC, nil where it is absent or null.
  ///
  /// - Throws: `RecordError` where it is anything else.
  public func time(_ name: StaticString) throws(RecordError) -> Int64? {
    try decoder.optionalTime(name)
  }

  var decoder: FieldDecoder { FieldDecoder(fields, repairsText: repairsText) }
}

extension RecordError {
  init(_ fault: JSONFault) {
    switch fault {
    case .empty, .syntax: self.init(.invalidJSON, "the line is not a JSON object")
    case .notUTF8: self.init(.notUTF8, "the line is not UTF-8")
    case .tooDeep: self.init(.invalidJSON, "the line nests deeper than 1024 levels")
    case .tooLong: self.init(.lineTooLong, "the line is longer than a JSON document can be")
    case .outOfMemory: self.init(.lineTooLong, "no memory for the line", isRetryable: true)
    }
  }
}
