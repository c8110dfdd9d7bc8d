import CoachJSONL

/// Keeps what was said apart from what a model is told: data between two lines that it cannot end.
struct Fence {
  /// The word of the two lines: made of the data itself, so that the data cannot contain it, and the
  /// same data always gives the same prompt.
  let word: String
  /// The data between its lines.
  let text: String

  init(_ lines: [String]) {
    let data = lines.joined(separator: "\n")
    let digits = DerivedID.request.from(data).dropFirst(DerivedID.request.rawValue.count)
    word = String(digits.prefix(16))
    text = "<<<\(word)\n\(data)\n\(word)>>>"
  }

  /// A line of data: who says it, and the words as a JSON string, so that no line break in them
  /// begins a line of its own.
  static func line(_ speaker: String, _ words: String) -> String {
    "\(speaker): " + String(decoding: JSONTree.string(words).encoded, as: UTF8.self)
  }
}
