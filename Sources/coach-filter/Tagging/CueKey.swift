import CoachJSONL

/// Keys that a scope's `ruleIds` hold beside those of findings: what said that a turn opens, closes
/// or goes on with a task, or asks for feedback.
///
/// Scopes are the filter's state between runs. Where kind, triggers and the task's state leave
/// open what a turn was, the key says it.
enum CueKey {
  /// The user's text opens a task.
  static let userOpens = "cue.user_opens_task"
  /// The user's text opens the task that is open already, and is nothing else.
  static let userOpensAgain = ScopeCue.userOpensAgain
  /// The coach's text opens a task.
  static let coachOpens = "cue.coach_opens_task"
  /// A roleplay begins without a cue.
  static let roleplay = "cue.roleplay_begins"
  /// The user's text closes the task and is nothing else.
  static let userCloses = ScopeCue.userCloses
  /// The coach's text closes the task.
  static let coachCloses = "cue.coach_closes_task"
  /// The user turns to something else: the task ended before this turn.
  static let changesSubject = "cue.user_changes_subject"
  /// The user steps out of the task for a moment, with a question about words.
  static let aside = "cue.aside"
  /// The first turn of a further buffer of a long task.
  static let goesOn = "cue.task_goes_on"
  /// The user asks for feedback; outside a task, when there is nothing to give it on.
  static let request = ScopeCue.request

  /// The user asks for feedback outside a task, when there are so many turns to give it on.
  static func request(on turns: Int) -> String { ScopeCue.request(on: turns) }

  /// How many turns a request outside a task was about, nil where its scope does not say.
  static func turnsOfRequest(_ ruleIds: [String]) -> Int? { ScopeCue.turnsOfRequest(ruleIds) }
}
