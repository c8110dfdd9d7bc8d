import CoachJSONL

/// The lines that have gone into the stages and not come out, in their order.
struct FeedbackLedger {
  /// A line with its line feed and, of an interaction, its id.
  typealias Entry = (line: [UInt8], interactionId: String?)

  /// A line that does not come back is known to be gone when one of so many behind it comes.
  private static let farthest = 256

  private var entries: ArraySlice<Entry> = []

  /// The lines, oldest first.
  var outstanding: [[UInt8]] { entries.map(\.line) }

  /// A line has gone in.
  mutating func sent(_ entry: Entry) { entries.append(entry) }

  /// A line has come out: one that went in, as it was or, where it is an interaction, with its
  /// scope; or one of the stages' own, which is nothing here.
  ///
  /// - Returns: whether it went in.
  mutating func returned(_ entry: Entry) -> Bool {
    let found = entries.prefix(Self.farthest).firstIndex { known in
      if let id = entry.interactionId { return known.interactionId == id }
      return known.line == entry.line
    }
    if let found { entries = entries[(found + 1)...] }
    return found != nil
  }

  /// A stage's own reject has come: the line in whose place it stands does not come back.
  mutating func rejected(_ reject: Reject) {
    let found = entries.prefix(Self.farthest).firstIndex { known in
      if let id = known.interactionId, id == reject.recordId { return true }
      return Self.isKept(known.line.dropLast(), in: reject)
    }
    if let found { entries.remove(at: found) }
  }

  /// Whether a line, without its line feed, is what a reject keeps. (What is not UTF-8 the chat has
  /// rejected itself.)
  private static func isKept(_ line: ArraySlice<UInt8>, in reject: Reject) -> Bool {
    guard let kept = reject.raw?.utf8, line.count == reject.rawBytes ?? kept.count else {
      return false
    }
    return line.starts(with: kept)
  }
}
