import CoachJSONL

/// The JSON that a model is to judge with, in the portable subset of JSON Schema.
enum AssessmentShape {
  static let scores = 1...10

  static func shape(for focusIds: [String]) -> AnswerShape {
    AnswerShape(
      name: "assessment",
      schema: object([
        ("focuses", array(of: verdict(focusIds))),
        ("errors", array(of: error)),
      ]))
  }

  private static func verdict(_ focusIds: [String]) -> JSONTree {
    object([
      ("focusId", ["type": "string", "enum": .array(focusIds.map(JSONTree.string))]),
      ("score", nullable(score)),
      ("explanation", ["type": "string"]),
    ])
  }

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
