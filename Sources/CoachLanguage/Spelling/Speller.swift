/// A dictionary that knows which words are spelled right.
public protocol Speller: AnyObject {
  /// Whether `word` is spelled right as it stands, capitals included.
  func isKnown(_ word: String) -> Bool
  /// Words that may have been meant by `word`, the likeliest first.
  func suggestions(for word: String) -> [String]
}
