/// A kind of work that is given to a model of its own (plan §11: a small fast one for the chat, a
/// larger one for the background).
public enum Route: String, Sendable, CaseIterable {
  /// Answering a learner.
  case chat
  /// Judging turns.
  case assess
  /// Reviewing sessions.
  case summarize
  /// Deciding about turns that the rules leave open.
  case filter
}
