/// Whether a learner's turn opens a task, and which.
enum TaskOpening {
  /// A turn of more words is the task itself, not its announcement.
  private static let mostWords = 45

  /// How much a turn that opens nothing speaks for a task all the same.
  static func hint(in text: CueText, _ found: TurnFindings) -> (weight: Int, name: String?) {
    let tally = found.tally
    let said =
      (tally.has(.wish) ? 1 : 0) + (tally.has(.opener) || tally.has(.practice) ? 2 : 0)
      + (tally.has(.pretend) ? 1 : 0)
    guard said > 0, text.wordCount <= mostWords else { return (0, nil) }
    let all = 0..<text.words.count
    let name = TaskNames.first(in: text, range: all)
    let role = name == nil ? TaskNames.first(in: text, range: all, table: TaskNames.roles) : nil
    return (said + (name ?? role == nil ? 0 : 1), name ?? role)
  }

  /// The task's name, nil where none is opened.
  static func name(in text: CueText, _ found: TurnFindings) -> String? {
    guard text.wordCount <= mostWords else { return nil }
    if let opener = found.opener,
      let name = TaskNames.first(in: text, range: text.sentence(from: opener.lowerBound))
    {
      return name
    }
    if let pretends = found.pretends {
      let range = pretends.lowerBound..<text.words.count
      if let role = TaskNames.first(in: text, range: range, table: TaskNames.roles) { return role }
      if let name = TaskNames.first(in: text, range: range) { return name }
    }
    guard found.practice != nil, !found.tally.has(.administrative), !found.asksHow else {
      return nil
    }
    let all = 0..<text.words.count
    return TaskNames.first(in: text, range: all)
      ?? TaskNames.first(in: text, range: all, table: TaskNames.roles)
      ?? (found.pretends == nil ? "practice" : "roleplay")
  }
}
