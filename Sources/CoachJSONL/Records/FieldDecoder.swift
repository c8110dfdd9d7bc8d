/// Decodes the members of one object, with errors that name the path, the rule and what was found.
struct FieldDecoder {
  let fields: JSONFields
  /// Where the object stands in its record.
  let path: FieldPath
  /// Whether a text with a lone surrogate is read as U+FFFD instead of being refused.
  let repairsText: Bool

  init(_ fields: JSONFields, path: FieldPath = .record, repairsText: Bool = false) {
    self.fields = fields
    self.path = path
    self.repairsText = repairsText
  }

  /// JavaScript's range of dates in milliseconds: far beyond any real time, and safe to subtract.
  static let times: ClosedRange<Int64> = -8_640_000_000_000_000...8_640_000_000_000_000

  func failure(_ name: StaticString, _ rule: String) -> RecordError {
    RecordError(at: path.member(name), rule)
  }

  // MARK: Presence

  /// The value of a member, nil where it is absent or null.
  func optional(_ name: StaticString) -> JSONValue? {
    fields[name].flatMap { $0.isNull ? nil : $0 }
  }

  private func required<Value>(_ name: StaticString, _ value: Value?) throws(RecordError) -> Value {
    guard let value else {
      throw failure(name, "is required, got \(fields.has(name) ? "null" : "nothing")")
    }
    return value
  }

  private func value(
    _ name: StaticString, _ kind: JSONValue.Kind
  ) throws(RecordError) -> JSONValue? {
    guard let value = optional(name) else { return nil }
    guard value.kind == kind else {
      throw failure(name, "must be \(kind.rawValue), got \(value.kind.rawValue)")
    }
    return value
  }

  // MARK: Text

  func optionalText(_ name: StaticString) throws(RecordError) -> String? {
    if repairsText, let value = optional(name), value.kind == .undecodable { return "\u{FFFD}" }
    return try value(name, .string)?.string
  }

  func text(_ name: StaticString) throws(RecordError) -> String {
    try required(name, optionalText(name))
  }

  func optionalID(_ name: StaticString) throws(RecordError) -> String? {
    try optionalIDBytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  func id(_ name: StaticString) throws(RecordError) -> String {
    try required(name, optionalID(name))
  }

  func optionalIDs(_ name: StaticString) throws(RecordError) -> [String]? {
    try elements(name) { value, index throws(RecordError) in
      String(decoding: try elementID(value, name, index), as: UTF8.self)
    }
  }

  func ids(_ name: StaticString) throws(RecordError) -> [String] {
    try required(name, optionalIDs(name))
  }

  // Ids as bytes of the parser's memory, for where so many pass that no String is to be made.

  func optionalIDBytes(_ name: StaticString) throws(RecordError) -> UnsafeRawBufferPointer? {
    guard let value = try value(name, .string) else { return nil }
    return try idBytes(value, name, at: nil)
  }

  func idBytes(_ name: StaticString) throws(RecordError) -> UnsafeRawBufferPointer {
    try required(name, optionalIDBytes(name))
  }

  /// Calls `body` with each id of an array that is required.
  func eachID(
    _ name: StaticString, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(RecordError) {
    let array = try required(name, value(name, .array))
    var index = 0
    for element in array.elements {
      body(try elementID(element, name, index))
      index += 1
    }
  }

  private func elementID(
    _ value: JSONValue, _ name: StaticString, _ index: Int
  ) throws(RecordError) -> UnsafeRawBufferPointer {
    guard value.kind == .string else { throw notAString(value, name, at: index) }
    return try idBytes(value, name, at: index)
  }

  /// Ids are strings of 1–128 printable characters (contract §1).
  private func idBytes(
    _ value: JSONValue, _ name: StaticString, at index: Int?
  ) throws(RecordError) -> UnsafeRawBufferPointer {
    let utf8 = value.utf8
    if RecordID.lengths.contains(utf8.count), utf8.isPrintableASCII { return utf8 }
    let id = value.string
    let count = id.unicodeScalars.count
    guard RecordID.lengths.contains(count) else {
      throw RecordError(at: path.member(name, at: index), "must be 1–128 characters, got \(count)")
    }
    guard RecordID.isPrintable(id) else {
      throw RecordError(
        at: path.member(name, at: index), "must be printable characters, got a control character")
    }
    return utf8
  }

  func optionalTexts(_ name: StaticString) throws(RecordError) -> [String]? {
    try elements(name) { value, index throws(RecordError) in
      guard value.kind == .string else { throw notAString(value, name, at: index) }
      return value.string
    }
  }

  // MARK: Choices

  func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: StaticString, _: Choice.Type = Choice.self
  ) throws(RecordError) -> Choice? {
    guard let value = try value(name, .string) else { return nil }
    let word = value.utf8
    guard let choice = Choice.allCases.first(where: { word.isText($0.rawValue) }) else {
      let words = Choice.allCases.map(\.rawValue)
      throw failure(name, "must be \(words.joined(separator: ", ")), got another word")
    }
    return choice
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: StaticString, _: Choice.Type = Choice.self
  ) throws(RecordError) -> Choice {
    try required(name, optionalChoice(name))
  }

  // MARK: Numbers

  func optionalInteger(
    _ name: StaticString, in range: ClosedRange<Int64> = 0...Int64.max
  ) throws(RecordError) -> Int64? {
    guard let value = optional(name) else { return nil }
    guard let integer = value.integer else {
      throw failure(name, "must be an integer, got \(Self.found(value))")
    }
    guard range.contains(integer) else {
      throw failure(name, "must be \(Self.words(range)), got \(integer)")
    }
    return integer
  }

  func integer(
    _ name: StaticString, in range: ClosedRange<Int64> = 0...Int64.max
  ) throws(RecordError) -> Int64 {
    try required(name, optionalInteger(name, in: range))
  }

  /// A time in milliseconds since 1970-01-01 UTC.
  func optionalTime(_ name: StaticString) throws(RecordError) -> Int64? {
    try optionalInteger(name, in: Self.times)
  }

  /// A time in milliseconds since 1970-01-01 UTC.
  func time(_ name: StaticString) throws(RecordError) -> Int64 {
    try required(name, optionalTime(name))
  }

  func optionalNumber(
    _ name: StaticString, in range: ClosedRange<Double>
  ) throws(RecordError) -> Double? {
    guard let value = optional(name) else { return nil }
    guard let number = value.double else {
      throw failure(name, "must be a number, got \(Self.found(value))")
    }
    guard range.contains(number) else {
      throw failure(
        name,
        "must be \(Self.brief(range.lowerBound))…\(Self.brief(range.upperBound)), "
          + "got \(Self.brief(number))")
    }
    return number
  }

  func number(
    _ name: StaticString, in range: ClosedRange<Double>
  ) throws(RecordError) -> Double {
    try required(name, optionalNumber(name, in: range))
  }

  func optionalBool(_ name: StaticString) throws(RecordError) -> Bool? {
    try value(name, .bool)?.bool
  }

  // MARK: Nested

  func optionalObject<Value>(
    _ name: StaticString, _ decode: (FieldDecoder) throws(RecordError) -> Value
  ) throws(RecordError) -> Value? {
    guard let value = try value(name, .object) else { return nil }
    return try decode(nested(value, name, at: nil))
  }

  func optionalObjects<Value>(
    _ name: StaticString, _ decode: (FieldDecoder) throws(RecordError) -> Value
  ) throws(RecordError) -> [Value]? {
    try elements(name) { value, index throws(RecordError) in
      guard value.kind == .object else {
        throw RecordError(
          at: path.member(name, at: index), "must be an object, got \(value.kind.rawValue)")
      }
      return try decode(nested(value, name, at: index))
    }
  }

  func objects<Value>(
    _ name: StaticString, _ decode: (FieldDecoder) throws(RecordError) -> Value
  ) throws(RecordError) -> [Value] {
    try required(name, optionalObjects(name, decode))
  }

  private func elements<Value>(
    _ name: StaticString, _ decode: (JSONValue, Int) throws(RecordError) -> Value
  ) throws(RecordError) -> [Value]? {
    guard let array = try value(name, .array) else { return nil }
    var values: [Value] = []
    for element in array.elements { values.append(try decode(element, values.count)) }
    return values
  }

  private func nested(_ value: JSONValue, _ name: StaticString, at index: Int?) -> FieldDecoder {
    FieldDecoder(
      JSONFields(value), path: .member(name, at: index, of: path), repairsText: repairsText)
  }

  private func notAString(
    _ value: JSONValue, _ name: StaticString, at index: Int
  ) -> RecordError {
    RecordError(
      at: path.member(name, at: index), "must be a string, got \(value.kind.rawValue)")
  }

  // MARK: Words

  private static func found(_ value: JSONValue) -> String {
    value.kind == .number ? "a number with a fraction or out of range" : value.kind.rawValue
  }

  private static func words(_ range: ClosedRange<Int64>) -> String {
    range.upperBound == .max
      ? "\(range.lowerBound) or more" : "\(range.lowerBound)…\(range.upperBound)"
  }

  private static func brief(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
  }
}
