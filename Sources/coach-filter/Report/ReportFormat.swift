import ArgumentParser
import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// How a report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// As a record.
  case jsonl
  /// As aligned lines, for eyes.
  case table

  /// What suits those who read a descriptor: eyes or programs.
  static func fitting(descriptor: Int32) -> ReportFormat {
    isatty(descriptor) == 1 ? .table : .jsonl
  }

  /// The lines, without line feeds.
  func lines(of report: FilterReport) -> [[UInt8]] {
    switch self {
    case .jsonl:
      var writer = JSONWriter()
      writer.object { report.encodeFields(into: &$0) }
      return [writer.bytes]
    case .table:
      return Self.rows(report).map { row in
        Array(row.name.utf8)
          + Array(repeating: 0x20, count: max(1, 34 - row.name.count)) + Array(row.value.utf8)
      }
    }
  }

  private static func rows(_ report: FilterReport) -> [(name: String, value: String)] {
    var rows = [
      ("turns decided about", "\(report.turns)"),
      ("  left alone", "\(report.skipped)"),
      ("  to assess alone", "\(report.alone)"),
      ("  of tasks, requests and cues", "\(report.grouped)"),
      ("  audited", "\(report.audited)"),
      ("evaluations", "\(report.evaluations)"),
      ("calls with the filter", "\(report.calls)"),
      ("calls saved", "\(report.callsSaved)\(percent(report.savedShare))"),
      ("audited turns assessed", "\(report.auditedAssessed)"),
    ]
    if report.untagged > 0 { rows.insert(("turns without a scope", "\(report.untagged)"), at: 1) }
    if report.auditedRejected > 0 {
      rows.append(("  that could not be", "\(report.auditedRejected)"))
    }
    rows.append(("  with errors, which it missed", words(report.missedErrors)))
    rows.append(("  with a score", words(report.scored)))
    if let mean = report.meanScoreAudited { rows.append(("mean score, audited", "\(mean)")) }
    if let mean = report.meanScoreTagged { rows.append(("mean score, to assess alone", "\(mean)")) }
    return rows
  }

  /// "3 (12.0 %, 95 %: 4.1–29.9 %), about 24 of those left alone (8.3–60.0)".
  private static func words(_ miss: FilterReport.Miss) -> String {
    guard let share = miss.share, let low = miss.low, let high = miss.high,
      let expected = miss.expected, let least = miss.expectedLow, let most = miss.expectedHigh
    else { return "unknown: no audited turn was assessed" }
    return "\(miss.audited) (\(number(share * 100)) %, 95 %: \(number(low * 100))–"
      + "\(number(high * 100)) %), about \(number(expected)) of those left alone "
      + "(\(number(least))–\(number(most)))"
  }

  private static func percent(_ share: Double?) -> String {
    share.map { " (\(number($0 * 100)) %)" } ?? ""
  }

  /// One decimal is enough for eyes.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
