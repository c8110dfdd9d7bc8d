import CoachJSONL

/// The JSON that a model is to judge with, in the portable subset of JSON Schema.
enum AssessmentShape {
  static let scores = 1...10

  /// - Parameter focusIds: the focuses to score. Each is a member that must be there, so that a
  ///   server that honours the schema can neither leave one out nor judge one twice.
  static func shape(for focusIds: [String]) -> AnswerShape {
    AnswerShape(
      name: "assessment",
      schema: object([
        ("focuses", object(focusIds.map { ($0, verdict) })),
        ("errors", array(of: error)),
      ]))
  }

  /// The reasons come first: a score should follow from them.
  private static let verdict = object([
    ("explanation", ["type": "string"]),
    ("score", nullable(score)),
  ])

  /// A range is not in the subset; its numbers are.
  static let score: JSONTree = [
    "type": "integer", "enum": .array(scores.map { .integer(Int64($0)) }),
  ]

  private static let error = object([
    ("turn", ["type": "integer"]),
    ("key", ["type": "string"]),
    ("focusId", ["type": "string"]),
    ("quote", ["type": "string"]),
    ("message", ["type": "string"]),
    ("severity", ["type": "string", "enum": ["low", "medium", "high"]]),
    ("suggestion", nullable(["type": "string"])),
  ])

  static func nullable(_ schema: JSONTree) -> JSONTree {
    ["anyOf": [schema, ["type": "null"]]]
  }

  static func array(of element: JSONTree) -> JSONTree {
    ["type": "array", "items": element]
  }

  static func object(_ members: [(String, JSONTree)]) -> JSONTree {
    [
      "type": "object",
      "properties": .object(members.map { JSONTree.Member(name: $0.0, value: $0.1) }),
      "required": .array(members.map { .string($0.0) }),
      "additionalProperties": false,
    ]
  }
}
