/// Keys in a scope's `ruleIds` that say what a turn was where kind, triggers and the task's state
/// leave it open: those that whoever reads stored scopes has to know.
public enum ScopeCue {
  /// The user's text opens the task that is open already, and is nothing else.
  public static let userOpensAgain = "cue.user_opens_task_again"
  /// The user's text closes the task and is nothing else.
  public static let userCloses = "cue.user_closes_task"
  /// The user asks for feedback; outside a task, when there is nothing to give it on.
  public static let request = "cue.feedback_request"

  /// The user asks for feedback outside a task, when there are so many turns to give it on.
  public static func request(on turns: Int) -> String {
    turns == 0 ? request : "\(request)_on_\(turns)"
  }

  /// How many turns a request outside a task was about, nil where its scope does not say.
  public static func turnsOfRequest(_ ruleIds: [String]) -> Int? {
    guard let key = ruleIds.first(where: { $0.hasPrefix(request) }) else { return nil }
    return key == request ? 0 : Int(key.dropFirst(request.count + 4))
  }
}
