import CoachJSONL

/// What the filter saved, and what the audited turns show it to have missed.
///
/// A judgement of one turn, or of one evaluation, counts as one call.
struct FilterReport: JSONEncodable, Equatable {
  /// What audited turns show, carried over to all turns that were left alone.
  struct Miss: JSONEncodable, Equatable {
    /// How many audited turns show it.
    var audited = 0
    /// Their share of the audited turns that were assessed, and its 95 % interval (Wilson), 0…1.
    var share: Double?
    var low: Double?
    var high: Double?
    /// How many of the turns that nobody assessed that makes, with the same interval.
    var expected: Double?
    var expectedLow: Double?
    var expectedHigh: Double?

    /// - Parameter skipped: the turns to carry the share over to.
    init(_ proportion: Proportion, skipped: Int) {
      audited = proportion.found
      share = proportion.share.map(Self.rounded)
      low = (proportion.interval?.lowerBound).map(Self.rounded)
      high = (proportion.interval?.upperBound).map(Self.rounded)
      let turns = Double(skipped)
      expected = proportion.share.map { Self.tenths($0 * turns) }
      expectedLow = (proportion.interval?.lowerBound).map { Self.tenths($0 * turns) }
      expectedHigh = (proportion.interval?.upperBound).map { Self.tenths($0 * turns) }
    }

    /// Four decimals say more than the samples do.
    private static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

    private static func tenths(_ turns: Double) -> Double { (turns * 10).rounded() / 10 }

    func encodeFields(into writer: inout JSONWriter) {
      writer.field("audited", audited)
      writer.field("share", share)
      writer.field("low", low)
      writer.field("high", high)
      writer.field("expected", expected)
      writer.field("expectedLow", expectedLow)
      writer.field("expectedHigh", expectedHigh)
    }
  }

  /// Turns that the filter has decided about, commands not counted: without it, each is a call.
  var turns = 0
  /// Turns that it has not seen.
  var untagged = 0
  /// Turns that it left alone.
  var skipped = 0
  /// Turns to be assessed alone, audited ones not counted.
  var alone = 0
  /// Turns of tasks, requests and cues, which are assessed in evaluations.
  var grouped = 0
  var evaluations = 0
  /// Turns that are assessed only as a sample.
  var audited = 0
  /// Audited turns of which there is a judgement.
  var auditedAssessed = 0
  /// Audited turns that could not be assessed.
  var auditedRejected = 0
  /// Missed errors: audited turns in which errors were found.
  var missedErrors: Miss
  /// Audited turns that got a score: they were long enough to be judged.
  var scored: Miss
  /// The mean score of audited turns and of the turns tagged to be assessed alone, 1–10.
  var meanScoreAudited: Double?
  var meanScoreTagged: Double?
  /// The first and the last turn's timestamps, milliseconds since 1970-01-01 UTC.
  var from: Int64?
  var until: Int64?

  /// Judgements to be made with the filter, its sample included.
  var calls: Int { alone + audited + evaluations }

  /// Judgements that the filter saved; fewer than none where tasks of one turn outnumber the rest.
  var callsSaved: Int { turns - calls }

  /// The share of the calls that was saved, 0…1; nil where there are no turns.
  var savedShare: Double? { turns > 0 ? Double(callsSaved) / Double(turns) : nil }

  func encodeFields(into writer: inout JSONWriter) {
    writer.field("type", Self.type)
    writer.field("turns", turns)
    writer.field("untagged", untagged)
    writer.field("skipped", skipped)
    writer.field("alone", alone)
    writer.field("grouped", grouped)
    writer.field("evaluations", evaluations)
    writer.field("audited", audited)
    writer.field("calls", calls)
    writer.field("callsSaved", callsSaved)
    writer.field("auditedAssessed", auditedAssessed)
    writer.field("auditedRejected", auditedRejected)
    writer.field("missedErrors", missedErrors)
    writer.field("scored", scored)
    writer.field("meanScoreAudited", meanScoreAudited)
    writer.field("meanScoreTagged", meanScoreTagged)
    writer.field("from", from)
    writer.field("until", until)
  }

  /// What its `type` says.
  static let type = "filter_report"
}
