import CoachJSONL

/// Finds the JSON object in a model's answer.
enum AnswerDocument {
  /// The answer itself, or the one object that stands in words or in a fence of code around it; nil
  /// where there is none.
  static func object(in answer: String) -> JSONTree? {
    let bytes = Array(answer.utf8)
    if let tree = object(bytes[...]) { return tree }
    guard let first = bytes.firstIndex(of: UInt8(ascii: "{")),
      let last = bytes.lastIndex(of: UInt8(ascii: "}")), first < last
    else { return nil }
    return object(bytes[first...last])
  }

  private static func object(_ bytes: ArraySlice<UInt8>) -> JSONTree? {
    guard let tree = try? JSONTree(bytes), case .object = tree else { return nil }
    return tree
  }
}

extension String {
  /// A model's words in one line, without control characters.
  var oneLine: String {
    let scalars = unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  }
}
