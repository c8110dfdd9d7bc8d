/// A JSON value as it was written: members in order, numbers as their characters. The codec of the
/// tests, which shares nothing with the one under test.
public indirect enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  /// The characters of the number: `1.10` is not `1.1`.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A key of an object and its value.
  public struct Member: Equatable, Sendable {
    public let key: String
    public let value: JSON

    /// Joins a key and its value.
    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The members of an object; none for other values.
  public var members: [Member] {
    if case .object(let members) = self { return members }
    return []
  }

  /// The elements of an array; none for other values.
  public var elements: [JSON] {
    if case .array(let elements) = self { return elements }
    return []
  }

  /// The text of a string.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The value of a number.
  public var double: Double? {
    if case .number(let characters) = self { return Double(characters) }
    return nil
  }

  /// The value of a member.
  public subscript(key: String) -> JSON? {
    members.last { $0.key == key }?.value
  }

  /// The same value without the members of these names, at any depth.
  public func removing(_ keys: Set<String>) -> JSON {
    switch self {
    case .array(let elements): .array(elements.map { $0.removing(keys) })
    case .object(let members):
      .object(
        members.filter { !keys.contains($0.key) }.map { Member($0.key, $0.value.removing(keys)) })
    case .null, .bool, .number, .string: self
    }
  }

  /// The same value with the members of its objects in the order of their names: two values that
  /// say the same are equal then.
  public var sorted: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.sorted))
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.sorted) }.sorted { $0.key < $1.key })
    case .null, .bool, .number, .string: self
    }
  }

  /// The value as compact JSON.
  public var compact: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let characters): characters
    case .string(let text): Self.quoted(text)
    case .array(let elements): "[" + elements.map(\.compact).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.key)):\($0.value.compact)" }.joined(separator: ",")
        + "}"
    }
  }

  /// A string as JSON writes it, with no more escapes than are asked for.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
