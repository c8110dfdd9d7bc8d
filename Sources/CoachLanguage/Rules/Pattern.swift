/// A row of elements that a rule looks for.
///
/// A pattern is written as words, one an element, separated by blanks:
///
/// | written | stands for |
/// |---|---|
/// | `about` | the word |
/// | `a\|an` | one of the words |
/// | `~go` | any form of the word |
/// | `<n\|ns!v>` | a word that can be a noun or plural, and no verb (names of ``WordClass/named``) |
/// | `_` | any word |
/// | `,` `.` `?` | the mark |
/// | `very?` | the word or nothing |
/// | `-to` | here is not this word (takes no place) |
/// | `^` `$` | the beginning, the end of a sentence (take no place); `$\|,` is the end or a comma |
/// | `[a b]` | what is reported; without brackets, all |
///
/// After ` => ` stands what to write in its place: words, `$1` for what the first element found,
/// `$1.base` (`.s`, `.past`, `.part`, `.ing`, `.plural`, `.singular`) for a form of it, with letters
/// or a mark behind it where they follow (`$1,`). Every element counts, also those that take no
/// place. ` =>? ` says the same of a fix that may be wrong.
struct Pattern: Sendable {
  /// The most elements that a pattern may have.
  static let limit = 16

  var elements: [Element] = []
  /// The elements that are reported.
  var reported = 0..<0
  var fix: Fix?
  /// The element whose words call the pattern up.
  var anchor = 0
  /// The fewest and the most tokens before the anchor.
  var before = 0...0

  struct Element: Sendable {
    var words: [WordID] = []
    var lemmas: [WordID] = []
    var any: WordClass = []
    var without: WordClass = []
    var isAnyWord = false
    var isOptional = false
    /// Whether the end of a sentence will do as well.
    var isOrEnd = false
    var kind: Kind = .token

    enum Kind: UInt8, Sendable { case token, not, start, end }
  }
}
