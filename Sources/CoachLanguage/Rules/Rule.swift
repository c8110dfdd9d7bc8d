/// A rule of the table: what it looks for, what it says, and an example of each side.
public struct Rule: Sendable {
  /// A family prefix, a dot and a name in snake case: `grammar.past_tense`. Stable.
  public let key: String
  public let focusId: String
  public let severity: Severity
  /// What the learner is told, one sentence. `{}` stands for the words at fault, `{fix}` for the
  /// suggestion.
  public let message: String
  /// What to write instead, where it is the same for all that the rule finds.
  public let suggestion: String?
  /// A sentence in which the rule finds a fault.
  public let wrong: String
  /// The same said right: the rule is silent.
  public let right: String

  let focus: FocusKind
  let isSpelling: Bool
  let matcher: Matcher

  init(
    _ key: String, _ focus: FocusKind, _ severity: Severity, _ message: String,
    suggestion: String? = nil, wrong: String, right: String, _ matcher: Matcher
  ) {
    self.key = key.contains(".") ? key : "\(focus.family).\(key)"
    self.focusId = focus.id
    self.severity = severity
    self.message = message
    self.suggestion = suggestion
    self.wrong = wrong
    self.right = right
    self.focus = focus
    if case .spelling = matcher { isSpelling = true } else { isSpelling = false }
    self.matcher = matcher
  }

  /// How a rule finds what it is about.
  enum Matcher: Sendable {
    /// A pattern a line, in the language of ``Pattern``.
    case patterns(String)
    /// A look at the tokens around one of these words (or forms of "~lemma") or classes.
    case at(String, WordClass, @Sendable (Passage, Int) -> Match?)
    /// A look at the words that are written in one of these ways.
    case written(Token.Shape, @Sendable (Passage, Int) -> Match?)
    /// The spelling of a word: the analyzer does it.
    case spelling
  }
}

/// The tokens that a rule found fault with. Like the passage that it is about, it is good only while
/// the text is being analysed.
struct Match {
  var first: Int
  var last: Int
  /// Whether the fix can be put in without asking.
  var isSure = false
  /// Whether the fix keeps its small letter where it replaces a capital.
  var isCased = false
  private let makeFix: () -> String?

  /// - Parameter fix: what to write in place of the tokens. It is worked out when somebody asks: who
  ///   only wants to know whether there is a fault does not pay for it.
  init(
    _ first: Int, through last: Int, fix: @autoclosure @escaping () -> String? = nil,
    sure: Bool = false, cased: Bool = false
  ) {
    self.first = first
    self.last = last
    makeFix = fix
    isSure = sure
    isCased = cased
  }

  /// What to write in place of the tokens.
  var fix: String? { makeFix() }
}
