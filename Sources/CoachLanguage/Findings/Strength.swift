/// Something that a text does well, with the words that show it.
public struct Strength: Sendable, Equatable {
  /// What it is: a family, a dot and a name in snake case (`persuasion.number`). Stable.
  public let key: String
  /// The focus that it belongs to.
  public let focusId: String
  /// What the writer did, to go into a sentence: "you gave a number".
  public let phrase: String
  /// Where it shows, in Unicode scalars of the text; nil where it is the whole text.
  public let span: Range<Int>?

  public init(key: String, focusId: String, phrase: String, span: Range<Int>?) {
    self.key = key
    self.focusId = focusId
    self.phrase = phrase
    self.span = span
  }
}
