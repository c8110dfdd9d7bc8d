import CoachJSONL
import CoachLanguage

/// Reviews a session by counting: every sentence of it stands on assessments of that session, and
/// nothing else is said.
public struct RulesReviewAgent: ReviewAgent {
  public init() {}

  public func review(_ session: SessionReview) async -> AgentAnswer<ReviewVerdict> {
    AgentAnswer(builtin: verdict(on: session))
  }

  private func verdict(on session: SessionReview) -> ReviewVerdict {
    let courses = FocusCourse.courses(of: session.assessments, titles: titles(of: session))
    let errors = ErrorTally.tallies(of: session.assessments)
    var sentences = [opening(session, courses)]
    sentences += whatWentWell(courses)
    sentences += errorSentences(errors)
    sentences += nextSteps(courses, errors)
    return ReviewVerdict(
      score: overall(courses), explanationText: sentences.joined(separator: " "),
      tags: errors.prefix(3).map(\.key))
  }

  /// The mean of the focuses' means, each focus counting once; to one decimal.
  private func overall(_ courses: [FocusCourse]) -> Double? {
    guard !courses.isEmpty else { return nil }
    return (courses.map(\.mean).reduce(0, +) / Double(courses.count)).toOneDecimal
  }

  private func titles(of session: SessionReview) -> [String: String] {
    let known = DefaultFocus.catalog.map { ($0.id, $0.title) }
    return session.titles.merging(known) { given, _ in given }
  }

  private func opening(_ session: SessionReview, _ courses: [FocusCourse]) -> String {
    let turns = counted(session.turns.count, "turn")
    guard !session.assessments.isEmpty else {
      return "\(turns) in this session; nothing in it was assessed."
    }
    guard !courses.isEmpty else {
      return "\(turns) in this session; nothing in it was long enough to score."
    }
    let scored = Set(session.assessments.flatMap(\.interactionIds)).count
    return "\(turns) in this session, \(scored) of them assessed."
  }

  private func whatWentWell(_ courses: [FocusCourse]) -> [String] {
    var sentences: [String] = []
    if let best = best(courses) {
      sentences.append("\(best.title) went best (\(best.mean.brief) on average).")
    }
    let moved = courses.filter { abs($0.movement) >= 0.5 }
    for course in moved.sorted(by: { $0.movement > $1.movement }) {
      let direction = course.movement > 0 ? "rose" : "fell"
      sentences.append(
        "\(course.title) \(direction) from \(course.early.brief) to \(course.late.brief).")
    }
    return sentences
  }

  /// The focus to praise: the one with the highest mean, where that is 6 or more.
  private func best(_ courses: [FocusCourse]) -> FocusCourse? {
    courses.max { $0.mean < $1.mean }.flatMap { $0.mean >= 6 ? $0 : nil }
  }

  private func errorSentences(_ errors: [ErrorTally]) -> [String] {
    guard !errors.isEmpty else { return [] }
    let top = errors.prefix(3).map { tally in
      "\(tally.name) (\(tally.count)×\(tally.trend.words))"
    }
    return ["Most frequent: \(top.joined(separator: ", "))."]
  }

  /// One step for the commonest error, one for the weakest focus.
  private func nextSteps(_ courses: [FocusCourse], _ errors: [ErrorTally]) -> [String] {
    var steps: [String] = []
    if let worst = errors.first { steps.append("Next: \(worst.advice)") }
    if let weakest = courses.min(by: { $0.mean < $1.mean }), weakest.mean < 8,
      weakest.focusId != errors.first?.focusId, weakest.focusId != best(courses)?.focusId
    {
      steps.append(
        "\(steps.isEmpty ? "Next" : "Then"): work on \(weakest.title.lowercased()) "
          + "(\(weakest.mean.brief) so far).")
    }
    return steps
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

extension Double {
  var toOneDecimal: Double { (self * 10).rounded() / 10 }

  /// One decimal, none where it is zero.
  var brief: String {
    let rounded = toOneDecimal
    return Int(exactly: rounded).map(String.init) ?? String(rounded)
  }
}
