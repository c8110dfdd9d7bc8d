/// Varies words without chance: by the session and the place in it, and away from what was said.
struct Choice {
  private let seed: Int
  private let said: [String]

  init(_ turn: ChatTurn) {
    // FNV-1a: the hash of the standard library differs from run to run.
    var hash: UInt32 = 2_166_136_261
    for byte in turn.sessionId.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    seed = Int(hash >> 8) + turn.number
    said = turn.history.map(\.aiResponse)
  }

  /// One of several ways to say a thing; empty where there is none.
  func one(of words: [String]) -> String {
    words.isEmpty ? "" : words[seed % words.count]
  }

  /// One that was not said in the turns that are remembered, beginning anywhere in the list and
  /// going on through it from turn to turn; where all were said, the one said longest ago. Empty
  /// where there is none.
  func unused(of words: [String]) -> String {
    guard !words.isEmpty else { return "" }
    let start = seed % words.count
    return next(of: Array(words[start...] + words[..<start]))
  }

  /// The same in the order of the list, for words that lead from one to the next.
  func next(of words: [String]) -> String {
    words.min { lastSaid($0) < lastSaid($1) } ?? ""
  }

  /// Whether the turns that are remembered had none of these words.
  func isUnsaid(_ words: String) -> Bool { lastSaid(words) < 0 }

  /// The place of the last reply with these words among those remembered; -1 where none had them.
  private func lastSaid(_ words: String) -> Int {
    said.lastIndex { $0.contains(words) } ?? -1
  }

  /// Whether one of the last three replies had these words in them, be the first letter large or
  /// small.
  func wasSaidLately(_ words: String) -> Bool {
    said.suffix(3).contains { $0.contains(words.dropFirst()) }
  }
}
