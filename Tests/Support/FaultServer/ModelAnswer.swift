/// What a model that understands nothing answers to a request: so many words, or a document of the
/// schema that was asked for.
public struct ModelAnswer {
  private let request: ServedRequest
  private let pieces: Int
  private let pause: Int

  /// - Parameters:
  ///   - pieces: how many pieces an answer in words has.
  ///   - pause: milliseconds between two pieces.
  public init(_ request: ServedRequest, pieces: Int = 8, pause: Int = 0) {
    self.request = request
    self.pieces = pieces
    self.pause = pause
  }

  /// The answer, by the wire that the path belongs to.
  public var answer: ServedAnswer {
    guard request.method == "POST", let document = request.document else {
      return .document(status: 400, #"{"error":{"type":"invalid_request_error"}}"#)
    }
    if request.path.hasSuffix("/chat/completions") {
      return GoodAnswer.openAI(
        texts(document["response_format"]?["json_schema"]?["schema"]), pause: pause)
    }
    if request.path.hasSuffix("/messages") {
      return GoodAnswer.anthropic(
        texts(document["output_config"]?["format"]?["schema"]), pause: pause)
    }
    return .document(status: 404, #"{"error":{"type":"not_found_error"}}"#)
  }

  private func texts(_ schema: JSON?) -> [String] {
    guard let schema else {
      return (1...max(pieces, 1)).map { "word \($0) of answer \(request.number). " }
    }
    // In halves, as a model would not write all of it at once.
    let text = SchemaInstance(of: schema, number: request.number).text
    let middle = text.index(text.startIndex, offsetBy: text.count / 2)
    return [String(text[..<middle]), String(text[middle...])]
  }
}
