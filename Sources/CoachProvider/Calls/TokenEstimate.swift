/// How many tokens a text has, where nobody has counted them.
///
/// A token of English is about four bytes of UTF-8 (the services' own rule of thumb); of other
/// scripts it is fewer characters and as many bytes.
enum TokenEstimate {
  /// What the form of one message adds to its text.
  static let perMessage = 4

  static func tokens(of text: String) -> Int { (text.utf8.count + 3) / 4 }

  static func tokens(of prompt: Prompt) -> Int {
    prompt.messages.reduce(tokens(of: prompt.system ?? "") + perMessage) {
      $0 + tokens(of: $1.text) + perMessage
    }
  }
}
