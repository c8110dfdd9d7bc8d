@testable import CoachLanguage

/// The manual page `coach-rules(7)`, written from the rule table.
///
/// It stands with the tests because no tool needs it: ``RuleReferenceTests`` holds the page in `man/`
/// to it, and writes the page anew where it is asked to.
enum RuleReference {
  /// The page in mdoc, as it stands in the file.
  static var page: String {
    var lines = [
      ".\\\" Written from the rule table: see CONTRIBUTING.md, do not edit.",
      ".Dd November 22, 2026", ".Dt COACH-RULES 7", ".Os \"Coach Up\"", ".Sh NAME",
      ".Nm coach-rules", ".Nd what the built-in assessor finds, rule by rule", ".Sh DESCRIPTION",
      "These are the rules by which",
      ".Xr coach-filter 1 ,", ".Xr coach-assess 1", "and", ".Xr coach-chat 1",
      "look at what a learner writes, by the focus that they belong to.",
      "The key of a rule is the",
      ".Va key", "of the errors that it finds; it never changes its meaning.",
      "In a message,", ".Ql {}", "stands for the words at fault and", ".Ql {fix}",
      "for what to write instead.",
    ]
    for focus in DefaultFocus.catalog {
      let rules = RuleTable.all.filter { $0.focusId == focus.id }
      lines += [".Sh \(focus.title.uppercased())", escaped(focus.description)]
      lines += ["The focus is", ".Ql \(focus.id) ,", "its rules are \(rules.count):"]
      lines += [".Bl -tag -width Ds"]
      for rule in rules { lines += entry(rule) }
      lines.append(".El")
    }
    lines += [
      ".Sh SEE ALSO", ".Xr coach-assess 1 ,", ".Xr coach-filter 1 ,", ".Xr coach-jsonl 5 ,",
      ".Xr coach 7",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ rule: Rule) -> [String] {
    [
      ".It Sy \(rule.key) Pq \(rule.severity.rawValue)",
      escaped(rule.message), ".br", "Wrong:", ".Dq \(argument(rule.wrong))", ".br", "Right:",
      ".Dq \(argument(rule.right))",
    ]
  }

  /// Text that no formatter takes for a request or an escape.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("'", with: "\\(aq")
    return text.hasPrefix(".") ? "\\&" + text : text
  }

  /// Text as one argument of a macro: quoted, so that no word of it is taken for a macro.
  private static func argument(_ text: String) -> String {
    "\"\(escaped(text).replacing("\"", with: "\\(dq").replacing("\n", with: " "))\""
  }
}
