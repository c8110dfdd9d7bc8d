/// The lines that have gone into the stages and not come out, in their order.
struct FeedbackLedger {
  /// A line with its line feed and, of an interaction, its id.
  typealias Entry = (line: [UInt8], interactionId: String?)

  /// A line that a stage has put a reject in the place of does not come back: it is known to be gone
  /// when one of so many behind it comes.
  private static let farthest = 256

  private var entries: ArraySlice<Entry> = []

  /// The lines, oldest first.
  var outstanding: [[UInt8]] { entries.map(\.line) }

  /// A line has gone in.
  mutating func sent(_ entry: Entry) { entries.append(entry) }

  /// A line has come out: one that went in, as it was or, where it is an interaction, with its
  /// scope; or one of the stages' own, which is nothing here.
  mutating func returned(_ entry: Entry) {
    let found = entries.prefix(Self.farthest).firstIndex { known in
      if let id = entry.interactionId { return known.interactionId == id }
      return known.line == entry.line
    }
    if let found { entries = entries[(found + 1)...] }
  }
}
