import CoachJSONL
import TestSupport
import Testing

@testable import coach_store

/// What the store finds out is written as `man/coach-jsonl.5` says.
@Suite struct ReportTests {
  private static let reports: [(type: String, line: [UInt8])] = {
    var comparison = Comparison(.rubric, from: "v1", to: "v2", focusId: "focus_tone")
    comparison.add(from: 4, to: 6)
    comparison.add(from: 5, to: 6)
    return [
      (
        "top_error",
        TopError(
          key: "grammar.tense", severity: .high, lastSeen: 1, message: "Say it.", suggestion: "it"
        ).line()
      ),
      ("comparison", comparison.line()),
      (
        "finding",
        Finding(code: .stub, table: "focus", id: "focus_tone", message: "has not come").line()
      ),
      ("removal", Removal(verb: .erase, table: .user, records: 1).line()),
    ]
  }()

  @Test func theManualHasTheirMembersInOrder() throws {
    let page = try ManualPage("coach-jsonl.5")
    // Two reports are of other tools.
    let others = ["estimate", "filter_report"]
    #expect(
      page.subsections(of: "REPORTS").filter { !others.contains($0) } == Self.reports.map(\.type))
    for (type, line) in Self.reports {
      let record = try JSON(parsing: String(decoding: line, as: UTF8.self))
      #expect(record["type"]?.string == type)
      #expect(try record.paths == ["type"] + page.fields(of: type).map(\.path), "\(type)")
    }
  }
}
