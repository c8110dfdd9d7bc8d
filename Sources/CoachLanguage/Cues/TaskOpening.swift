/// Whether a learner's turn opens a task, and which.
enum TaskOpening {
  /// A turn of more words is the task itself, not its announcement.
  private static let mostWords = 45

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
