import CoachJSONL

/// Counts what the filter decided and what came of it, record by record.
///
/// Of the turns it keeps those that were tagged alone, with what was said of them: an assessment may
/// come before its turn.
struct FilterCensus {
  /// How a turn was tagged.
  private enum Tag {
    case audit, alone
  }

  /// What is known of a turn that is assessed alone.
  private struct Subject {
    var tag: Tag?
    var isAssessed = false
    var isRejected = false
    var hasErrors = false
    var scores = 0
    var sum = 0.0
  }

  private var subjects: [String: Subject] = [:]
  private var turns = 0
  private var untagged = 0
  private var skipped = 0
  private var grouped = 0
  private var evaluations: Set<String> = []
  private var seen: Set<String> = []
  private var from: Int64?
  private var until: Int64?

  /// Takes a record in.
  ///
  /// - Throws: `RecordError` where the record cannot be read.
  mutating func take(_ record: borrowing Record) throws(RecordError) {
    switch record.type {
    case .interaction: try takeTurn(record)
    case .evaluation: if let id = try record.id("id") { evaluations.insert(id) }
    case .assessment: try takeAssessment(record)
    case .reject: try takeReject(record)
    default: break
    }
  }

  private mutating func takeTurn(_ record: borrowing Record) throws(RecordError) {
    guard let id = try record.id("id"), !record.has("command"), seen.insert(id).inserted else {
      return
    }
    guard let scope = try record.scope() else {
      untagged += 1
      return
    }
    turns += 1
    if let time = try record.time("timestamp") {
      from = min(from ?? time, time)
      until = max(until ?? time, time)
    }
    switch scope.kind {
    case .none:
      skipped += 1
      subjects[id] = nil
    case .multiTurn:
      grouped += 1
      subjects[id] = nil
    case .interaction:
      subjects[id, default: Subject()].tag = scope.triggers.contains(.audit) ? .audit : .alone
    }
  }

  private mutating func takeAssessment(_ record: borrowing Record) throws(RecordError) {
    let assessment = try Assessment(record)
    guard assessment.kind == .interaction, let id = assessment.interactionIds.first,
      !seen.contains(id) || subjects[id] != nil
    else { return }
    subjects[id, default: Subject()].isAssessed = true
    switch assessment.category {
    case .error:
      if assessment.errors?.isEmpty == false { subjects[id]?.hasErrors = true }
    case .progress:
      guard let score = assessment.score else { return }
      subjects[id]?.scores += 1
      subjects[id]?.sum += score
    }
  }

  private mutating func takeReject(_ record: borrowing Record) throws(RecordError) {
    let reject = try Reject(record)
    guard reject.stage == "coach-assess", let id = reject.recordId,
      !seen.contains(id) || subjects[id] != nil
    else { return }
    subjects[id, default: Subject()].isRejected = true
  }

  /// What was counted.
  var report: FilterReport {
    let audited = subjects.values.filter { $0.tag == .audit }
    let assessed = audited.filter(\.isAssessed)
    var report = FilterReport(
      missedErrors: .init(
        Proportion(found: assessed.count(where: \.hasErrors), sample: assessed.count),
        skipped: skipped),
      scored: .init(
        Proportion(found: assessed.count { $0.scores > 0 }, sample: assessed.count),
        skipped: skipped))
    report.turns = turns
    report.untagged = untagged
    report.skipped = skipped
    report.alone = subjects.values.count { $0.tag == .alone }
    report.grouped = grouped
    report.evaluations = evaluations.count
    report.audited = audited.count
    report.auditedAssessed = assessed.count
    report.auditedRejected = audited.count { $0.isRejected && !$0.isAssessed }
    report.meanScoreAudited = Self.mean(assessed)
    report.meanScoreTagged = Self.mean(subjects.values.filter { $0.tag == .alone })
    report.from = from
    report.until = until
    return report
  }

  private static func mean(_ subjects: [Subject]) -> Double? {
    let count = subjects.reduce(0) { $0 + $1.scores }
    guard count > 0 else { return nil }
    // In the order of their sizes, so that the last digit hangs on no dictionary's order.
    let sum = subjects.map(\.sum).sorted().reduce(0, +)
    return (sum / Double(count) * 100).rounded() / 100
  }
}
