import Foundation

extension MirrorRecord {
  /// Reads a line as a record of this type, and of nothing else.
  ///
  /// - Throws: `JSONFault` for a line that is not compact, a key that the type does not have or has
  ///   at another place, a value of another type, a key that is missing or stands twice.
  public static func strict(_ line: some StringProtocol) throws -> Self {
    let tree = try JSON(parsing: line)
    guard tree["type"]?.string == typeName else {
      throw JSONFault(description: "expected a record of type \(typeName): \(line)")
    }
    do {
      let record = try JSONDecoder().decode(Self.self, from: Data(line.utf8))
      try compareKeys(of: tree, with: record, at: typeName)
      return record
    } catch let error as DecodingError {
      throw JSONFault(description: "\(error): \(line)")
    } catch let fault as JSONFault {
      throw JSONFault(description: "\(fault): \(line)")
    }
  }
}

/// Holds the keys of an object, in their order, to the properties of the value that was read from
/// it; all the way down.
private func compareKeys(of tree: JSON, with value: Any, at path: String) throws {
  let value = unwrapped(value)
  switch tree {
  case .array(let elements):
    for (element, child) in zip(elements, Mirror(reflecting: value).children) {
      try compareKeys(of: element, with: child.value, at: "\(path)[]")
    }
  case .object(let members):
    let properties = Mirror(reflecting: value).children
    var rest = properties[...]
    for member in members {
      guard let place = rest.firstIndex(where: { $0.label == member.key }) else {
        let isKnown = properties.contains { $0.label == member.key }
        throw JSONFault(
          description: "\(path): the key \(member.key) is \(isKnown ? "out of order" : "unknown")")
      }
      try compareKeys(of: member.value, with: rest[place].value, at: "\(path).\(member.key)")
      rest = rest[rest.index(after: place)...]
    }
  case .null, .bool, .number, .string: break
  }
}

/// What an optional holds.
private func unwrapped(_ value: Any) -> Any {
  let mirror = Mirror(reflecting: value)
  return mirror.displayStyle == .optional ? mirror.children.first?.value ?? value : value
}
