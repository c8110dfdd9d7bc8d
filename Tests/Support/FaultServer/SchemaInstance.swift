/// Makes up a document that a schema allows, in the portable subset of structured answers.
///
/// Each object has all its properties, each array one element, except where an element has a
/// property with a choice of ids (`focusId`): then one element for each, as a judge would answer.
public struct SchemaInstance {
  private let schema: JSON
  /// Chooses among what is allowed; the same number, the same document.
  private let number: Int

  public init(of schema: JSON, number: Int) {
    self.schema = schema
    self.number = number
  }

  /// The document.
  public var text: String { Self.text(schema, number) }

  private static func text(_ schema: JSON, _ number: Int) -> String {
    if let choices = schema["enum"]?.elements, !choices.isEmpty {
      return choices[number % choices.count].compact
    }
    if let branch = schema["anyOf"]?.elements.first { return text(branch, number) }
    switch type(schema) {
    case "object":
      let members = (schema["properties"]?.members ?? []).map { member in
        "\(JSON.quoted(member.key)):\(text(member.value, number))"
      }
      return "{\(members.joined(separator: ","))}"
    case "array":
      let items = schema["items"] ?? .object([])
      let ids = items["properties"]?["focusId"]?["enum"]?.elements ?? []
      let elements = ids.isEmpty ? [number] : Array(ids.indices)
      return "[\(elements.map { text(items, $0) }.joined(separator: ","))]"
    case "integer", "number": return String(1 + number % 10)
    case "boolean": return number % 2 == 0 ? "true" : "false"
    case "null": return "null"
    default: return JSON.quoted("words_\(number)")
    }
  }

  /// The first type that it allows.
  private static func type(_ schema: JSON) -> String? {
    schema["type"]?.string ?? schema["type"]?.elements.first?.string
  }
}
