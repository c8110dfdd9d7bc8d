import CoachJSONL

/// How the scores of one judge stand to those of another, over the turns that both have judged.
struct Comparison: Equatable {
  /// What the two judges differ in.
  enum Criterion: String {
    case rubric
    case provider
    case model
  }

  let criterion: Criterion
  let from: String
  let to: String
  /// Nil for all focuses together.
  let focusId: String?
  /// How many turns and groups of turns both have scored.
  private(set) var pairs = 0
  private var sumFrom = 0.0
  private var sumTo = 0.0
  /// The mean of the differences so far, and the sum of their squares about it (Welford 1962).
  private var mean = 0.0
  private var squares = 0.0
  /// How many levels there are over the turns that both have scored, and how many are another.
  private(set) var levels = 0
  private(set) var levelsChanged = 0

  init(_ criterion: Criterion, from: String, to: String, focusId: String? = nil) {
    self.criterion = criterion
    self.from = from
    self.to = to
    self.focusId = focusId
  }

  /// Takes in what both say of the same turns.
  mutating func add(from earlier: Double, to later: Double) {
    pairs += 1
    sumFrom += earlier
    sumTo += later
    let difference = later - earlier
    let step = difference - mean
    mean += step / Double(pairs)
    squares += step * (difference - mean)
  }

  /// Takes in the levels of one learner by both.
  mutating func add(levelFrom: Int, levelTo: Int) {
    levels += 1
    if levelFrom != levelTo { levelsChanged += 1 }
  }

  /// The mean of the differences; nil where there is none.
  var shift: Double? { pairs > 0 ? mean : nil }

  /// The interval of 95 % confidence about the shift, by Student's t over the paired differences:
  /// mean ± t · s / √n. Nil for fewer than two pairs.
  var interval: ClosedRange<Double>? {
    guard pairs > 1 else { return nil }
    let deviation = (squares / Double(pairs - 1)).squareRoot()
    let reach =
      StudentT.quantile975(degreesOfFreedom: pairs - 1) * deviation / Double(pairs).squareRoot()
    return mean - reach...mean + reach
  }

  /// As a line of JSON, of a type that every stage passes on.
  func line() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("type", "comparison")
      writer.field("by", criterion)
      writer.field("from", from)
      writer.field("to", to)
      writer.field("focusId", focusId)
      writer.field("pairs", pairs)
      writer.field("meanFrom", pairs > 0 ? rounded(sumFrom / Double(pairs)) : nil)
      writer.field("meanTo", pairs > 0 ? rounded(sumTo / Double(pairs)) : nil)
      writer.field("shift", shift.map(rounded))
      writer.field("low", interval.map { rounded($0.lowerBound) })
      writer.field("high", interval.map { rounded($0.upperBound) })
      writer.field("levels", levels)
      writer.field("levelsChanged", levelsChanged)
    }
    return writer.bytes
  }

  /// Four digits behind the point: nobody's scores say more.
  private func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }

  /// What a table shows of it.
  static var columns: [Column] {
    [
      Column("focusId"), Column("pairs", .number), Column("meanFrom", .number),
      Column("meanTo", .number), Column("shift", .number), Column("low", .number),
      Column("high", .number), Column("levels", .number), Column("levelsChanged", .number),
    ]
  }
}
