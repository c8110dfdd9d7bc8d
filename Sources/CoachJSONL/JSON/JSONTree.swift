import CSimdJSON

/// A JSON value of any shape, for documents that are no records: what a model's server sends and
/// gets, and the answer that a model writes.
public indirect enum JSONTree: Sendable, Equatable {
  /// One member of an object.
  public struct Member: Sendable, Equatable {
    public var name: String
    public var value: JSONTree

    public init(name: String, value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONTree])
  /// Members in the order of the document.
  case object([Member])

  /// Reads one document.
  ///
  /// A number beyond 64 bits or a double, and a string with half a surrogate pair, are read as
  /// `null`: they have no value here.
  ///
  /// - Throws: `RecordError` (`invalid_json`, `not_utf8`) where the bytes are none.
  public init(_ bytes: some Collection<UInt8>) throws(RecordError) {
    var padded = Array(bytes)
    let length = padded.count
    padded.append(contentsOf: repeatElement(0, count: LineReader.padding))
    let result = padded.withUnsafeBytes { padded in
      Result { () throws(JSONFault) in
        // The tree is made while the parser that it is read from lives.
        let parser = try JSONParser()
        let root = try parser.parse(UnsafeRawBufferPointer(rebasing: padded[..<length]))
        return withExtendedLifetime(parser) { JSONTree(root) }
      }
    }
    switch result {
    case .success(let tree): self = tree
    case .failure(.notUTF8): throw RecordError(.notUTF8, "the document is not UTF-8")
    case .failure: throw RecordError(.invalidJSON, "not a JSON document")
    }
  }

  /// The member of that name of an object (of a repeated one the last), else nil.
  public subscript(_ name: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The elements of an array, else nil.
  public var elements: [JSONTree]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text of a string, else nil.
  public var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// A whole number, however it is written (`3`, `3.0`), else nil.
  public var integer: Int64? {
    switch self {
    case .integer(let integer): integer
    case .number(let number): Int64(exactly: number)
    default: nil
    }
  }

  /// Any number, else nil.
  public var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  /// A boolean, else nil.
  public var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// Whether it is `null`.
  public var isNull: Bool { self == .null }

  /// The document, compact.
  public var encoded: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }

  private init(_ value: JSONValue) {
    switch value.kind {
    case .null, .undecodable: self = .null
    case .bool: self = .bool(value.bool)
    case .string: self = .string(value.string)
    case .number:
      self = value.integer.map(JSONTree.integer) ?? value.double.map(JSONTree.number) ?? .null
    case .array:
      self = .array(value.elements.map { JSONTree($0) })
    case .object:
      let fields = JSONFields(value)
      self = .object(
        fields.members.map { member in
          let name = UnsafeRawBufferPointer(start: member.name.bytes, count: member.name.length)
          return Member(
            name: String(decoding: name, as: UTF8.self),
            value: JSONTree(JSONValue(member.value, isMasked: value.isMasked)))
        })
    }
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral string: String) { self = .string(string) }
  public init(integerLiteral integer: Int64) { self = .integer(integer) }
  public init(booleanLiteral bool: Bool) { self = .bool(bool) }
  public init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, JSONTree)...) {
    self = .object(members.map { Member(name: $0, value: $1) })
  }
}

extension JSONWriter {
  /// Writes a value of any shape.
  public mutating func value(_ tree: JSONTree) {
    switch tree {
    case .null: value(String?.none)
    case .bool(let bool): value(bool)
    case .integer(let integer): value(integer)
    case .number(let number): value(number)
    case .string(let string): value(string)
    case .array(let elements):
      array { writer in for element in elements { writer.value(element) } }
    case .object(let members):
      object { writer in
        for member in members {
          writer.key(text: member.name)
          writer.value(member.value)
        }
      }
    }
  }
}
