import CoachJSONL
import Foundation
import TestSupport
import Testing

@testable import coach_filter

/// What the report counts, and what it makes of the audited turns.
@Suite struct FilterReportTests {
  private typealias C = Conversation

  /// Wilson's interval at 95 %, as tables of it say.
  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (1, 100, 0.0018, 0.0545),
  ])
  func intervalIsWilsons(_ found: Int, _ sample: Int, _ low: Double, _ high: Double) throws {
    let interval = try #require(Proportion(found: found, sample: sample).interval)
    #expect(abs(interval.lowerBound - low) < 0.000_06)
    #expect(abs(interval.upperBound - high) < 0.000_06)
  }

  @Test func anEmptySampleSaysNothing() {
    #expect(Proportion(found: 0, sample: 0).interval == nil)
    #expect(Proportion(found: 0, sample: 0).share == nil)
  }

  /// 12 turns of every kind, two commands, an evaluation and what an assessor said.
  private static func records() throws -> [String] {
    let audited = try FilterRun(
      (1...4).map { C.turn("q\($0)", minute: Double($0)) },
      policy: FilterPolicy(every: 0, audit: AuditSample(share: 1))
    ).lines
    let rest = try FilterRun(
      [C.turn("e1", "[error]", minute: 5), C.turn("e2", "[error]", minute: 6)]
        + C.turns("n", 4, from: 7)
        + [C.turn("o", "/task", minute: 11, command: .task)] + C.turns("t", 2, from: 12)
        + [C.turn("d", "/done", minute: 14, command: .done)],
      policy: FilterPolicy(every: 0)
    ).lines
    return audited + rest + [C.turn("late", minute: 15)]
  }

  private static func assessment(
    _ turn: String, score: Double?, errors: Int? = nil
  ) -> String {
    C.line(
      Assessment(
        id: "ass_\(turn)_\(errors == nil ? "p" : "e")", userId: "u1", sessionId: "s1",
        interactionIds: [turn], focusId: "focus_grammar", kind: .interaction,
        category: errors == nil ? .progress : .error, score: score, explanationText: "x",
        errors: errors.map { count in
          (0..<count).map { _ in
            LanguageError(key: "grammar.articles", message: "x", severity: .low)
          }
        }, createdAt: 1))
  }

  private static let judged = [
    assessment("q1", score: 6), assessment("q1", score: nil, errors: 2),
    assessment("q2", score: 9), assessment("q3", score: nil), assessment("e1", score: 4),
  ]

  private func report(_ lines: [String]) throws -> FilterReport {
    var census = FilterCensus()
    let parser = try RecordParser(name: "test")
    for line in lines {
      try parser.read(line.utf8) { try census.take($0) }
    }
    return census.report
  }

  @Test func countsCallsAndWhatTheSampleShows() throws {
    let report = try report(try Self.records() + Self.judged)
    #expect(report.turns == 12 && report.untagged == 1)
    #expect(report.skipped == 4 && report.alone == 2 && report.grouped == 2)
    #expect(report.audited == 4 && report.auditedAssessed == 3 && report.evaluations == 1)
    #expect(report.calls == 7 && report.callsSaved == 5)
    #expect(report.missedErrors.audited == 1 && report.missedErrors.share == 0.3333)
    #expect(report.missedErrors.low == 0.0615 && report.missedErrors.high == 0.7923)
    #expect(report.missedErrors.expected == 1.3)
    #expect(report.missedErrors.expectedLow == 0.2 && report.missedErrors.expectedHigh == 3.2)
    #expect(report.scored.audited == 2)
    #expect(report.meanScoreAudited == 7.5 && report.meanScoreTagged == 4)
    #expect(report.from == C.time(1) && report.until == C.time(13))
  }

  @Test func theOrderOfTheRecordsDoesNotMatter() throws {
    let lines = try Self.records() + Self.judged
    let expected = try report(lines)
    #expect(try report(lines.reversed()) == expected)
    #expect(try report(Self.judged + Self.records()) == expected)
    #expect(try report(lines + Self.records()) == expected)
  }

  @Test func withoutAuditItSaysThatItDoesNotKnow() throws {
    let report = try report(try FilterRun(C.turns("n", 3)).lines)
    #expect(report.callsSaved == 3)
    #expect(report.missedErrors.share == nil && report.missedErrors.expected == nil)
    let table = ReportFormat.table.lines(of: report).map { String(decoding: $0, as: UTF8.self) }
    #expect(table.contains { $0.hasSuffix("unknown: no audited turn was assessed") })
  }

  @Test func aRejectedAuditIsNoMissAndNoHit() throws {
    let reject =
      #"{"type":"reject","id":"rej_1","stage":"coach-assess","code":"provider_failed","#
      + #""message":"x","recordId":"q4","retryable":true,"attempts":1,"createdAt":1}"#
    let report = try report(try Self.records() + Self.judged + [reject])
    #expect(report.auditedRejected == 1 && report.auditedAssessed == 3)
  }

  @Test func isOneRecordOrATable() throws {
    let report = try report(try Self.records() + Self.judged)
    let lines = ReportFormat.jsonl.lines(of: report)
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    let record = try #require(FilterRun.decoded(String(decoding: line, as: UTF8.self)))
    #expect(record["type"] as? String == "filter_report")
    #expect(record["callsSaved"] as? Int == 5)
    let table = ReportFormat.table.lines(of: report).map { String(decoding: $0, as: UTF8.self) }
    #expect(table.contains("calls saved                       5 (41.7 %)"))
    #expect(
      table.contains(
        "  with errors, which it missed    "
          + "1 (33.3 %, 95 %: 6.2–79.2 %), about 1.3 of those left alone (0.2–3.2)"))
  }

  /// The manual page's table and the record have the same members.
  @Test func theManualPageHasItsMembers() throws {
    let page = try ManualPage("coach-jsonl.5")
    let line = ReportFormat.jsonl.lines(of: try report(try Self.records() + Self.judged))[0]
    #expect(
      try JSON(parsing: String(decoding: line, as: UTF8.self)).paths
        == ["type"] + page.fields(of: "filter_report").map(\.path))
  }
}
