import CoachJSONL

/// What a learner has done since the chat began, told in a sentence at its end.
struct SessionRecap {
  private var turns = 0
  private var first: Int64?
  private var last: Int64 = 0
  private var tasks: [String] = []

  /// Takes a turn in.
  mutating func take(_ turn: Interaction) {
    first = first ?? turn.timestamp
    last = max(last, turn.timestamp)
    if let task = turn.task, !tasks.contains(task) { tasks.append(task) }
    // A goodbye is none of the learner's practice.
    if turn.command == nil { turns += 1 }
  }

  /// "3 turns in 4 minutes; practised: sales pitch."; nil where nothing was said.
  var words: String? {
    guard turns > 0, let first else { return nil }
    let minutes = (last - first) / 60_000
    let time = minutes > 0 ? " in \(minutes) \(minutes == 1 ? "minute" : "minutes")" : ""
    let practised = tasks.map { ChatScreen.harmless($0.replacing("_", with: " ")) }
    let list = practised.isEmpty ? "" : "; practised: \(practised.joined(separator: ", "))"
    return "This session: \(turns) \(turns == 1 ? "turn" : "turns")\(time)\(list)."
  }
}
