import CoachJSONL

/// Checks a model's review, and its notes on a part of a session.
enum ReviewAnswer {
  static let shape = AnswerShape(
    name: "review",
    schema: AssessmentShape.object([
      ("score", AssessmentShape.nullable(AssessmentShape.score)),
      ("explanation", ["type": "string"]),
    ]))

  static let notesShape = AnswerShape(
    name: "notes", schema: AssessmentShape.object([("notes", ["type": "string"])]))

  static func verdict(in text: String) throws(AnswerFaults) -> ReviewVerdict {
    let document = try document(text)
    let explanation = try words("explanation", of: document)
    switch document["score"] {
    case .null: break
    case let score? where score.number.map((1...10).contains) == true: break
    default: throw AnswerFaults(["score must be a number from 1 to 10, or null"])
    }
    return ReviewVerdict(score: document["score"]?.number, explanationText: explanation)
  }

  static func notes(in text: String) throws(AnswerFaults) -> String {
    try words("notes", of: try document(text))
  }

  private static func document(_ text: String) throws(AnswerFaults) -> JSONTree {
    guard let document = AnswerDocument.object(in: text) else {
      throw AnswerFaults(["the answer must be one JSON object"])
    }
    return document
  }

  private static func words(
    _ name: String, of document: JSONTree
  ) throws(AnswerFaults) -> String {
    guard let words = document[name]?.string?.oneLine, !words.isEmpty else {
      throw AnswerFaults(["\(name) must be a text"])
    }
    return words
  }
}
