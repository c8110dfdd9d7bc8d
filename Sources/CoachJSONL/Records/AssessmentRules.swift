/// The rules of contract §2 on an assessment, checked on every one that passes through any tool,
/// without decoding the rest of it.
struct AssessmentRules {
  /// Decoded on the way, for whoever needs them next.
  let kind: Assessment.Kind
  let category: Assessment.Category

  /// - Throws: `RecordError` naming the path, the rule and what was found.
  init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    kind = try fields.choice("kind")
    category = try fields.choice("category")
    guard let ids = fields.optional("interactionIds") else {
      throw fields.failure("interactionIds", "is required, got nothing")
    }
    guard ids.kind == .array else {
      throw fields.failure("interactionIds", "must be an array, got \(ids.kind.rawValue)")
    }
    try Assessment.check(kind, hasTurns: ids.elements.count)
    _ = try fields.optionalNumber("score", in: 1...10)
    guard kind == .multiTurn else { return }
    _ = try fields.optionalObjects("errors") { error throws(RecordError) in
      _ = try error.id("interactionId")
    }
  }
}
