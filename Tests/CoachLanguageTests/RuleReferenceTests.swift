import Foundation
import Testing

@testable import CoachLanguage

/// `man/coach-rules.7` says of each rule what the rule table says.
@Suite struct RuleReferenceTests {
  private static let regenerate =
    "COACH_WRITE_PAGES=1 swift test --filter RuleReferenceTests"

  @Test func thePageIsThatOfTheTable() throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("man/coach-rules.7")
    if ProcessInfo.processInfo.environment["COACH_WRITE_PAGES"] != nil {
      try RuleReference.page.write(to: file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(
      written == RuleReference.page,
      "man/coach-rules.7 is stale; write it anew with: \(Self.regenerate)")
  }

  @Test func everyRuleHasAnEntryUnderItsFocus() {
    let lines = RuleReference.page.split(separator: "\n").map(String.init)
    for rule in RuleTable.all {
      let entry = ".It Sy \(rule.key) Pq \(rule.severity.rawValue)"
      #expect(lines.filter { $0 == entry }.count == 1, "\(rule.key)")
    }
    #expect(lines.filter { $0.hasPrefix(".It ") }.count == RuleTable.all.count)
    #expect(lines.filter { $0 == ".Bl -tag -width Ds" }.count == DefaultFocus.catalog.count)
    // No line of text is a request by accident.
    #expect(!lines.contains { $0.hasPrefix("'") })
  }
}
