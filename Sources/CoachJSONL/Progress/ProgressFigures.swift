/// How far long work is.
struct ProgressFigures {
  /// Lines read.
  var records: Int
  /// Since the beginning, milliseconds.
  var elapsed: Int64
  /// Pieces of work that wait or are under way.
  var inFlight = 0
  /// What models have cost so far, cents.
  var costCents = 0.0
  /// How much of the input is read, and how much there is, bytes; nil where that is not known.
  var input: (read: Int64, all: Int64)?

  /// One line of at most so many columns: what comes last gives way.
  func line(tool: String, width: Int, isUnicode: Bool) -> String {
    var line = "\(tool): \(Self.grouped(done)) records"
    for part in parts(isUnicode) {
      let longer = line + (isUnicode ? " · " : ", ") + part
      if DisplayWidth.of(longer) > width { break }
      line = longer
    }
    return DisplayWidth.of(line) <= width ? line : String(line.prefix(max(width, 0)))
  }

  /// What is in flight is read, and not done.
  private var done: Int { max(0, records - inFlight) }

  /// The part of the input that is done; nil where nobody knows how much there is.
  private var share: Double? {
    guard let input, input.all > 0, records > 0 else { return nil }
    return Double(min(input.read, input.all)) / Double(input.all) * Double(done) / Double(records)
  }

  private func parts(_ isUnicode: Bool) -> [String] {
    var parts: [String] = []
    if elapsed > 0 { parts.append("\(Self.grouped(done * 1000 / Int(elapsed)))/s") }
    if let share {
      parts.append("\(Int(100 * share)) %")
      // Before a hundredth is done nobody can say.
      if share >= 0.01 {
        parts.append("\(Self.clock(Int64(Double(elapsed) * (1 - share) / share / 1000))) left")
      }
    }
    if inFlight > 0 { parts.append("\(Self.grouped(inFlight)) in flight") }
    if costCents > 0 { parts.append(Self.cents(costCents) + (isUnicode ? " ¢" : " ct")) }
    return parts
  }

  /// `1,234,567`
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return ([digits[...]] + groups).joined(separator: ",")
  }

  /// `0:07`, `12:30`, `1:02:03`
  static func clock(_ seconds: Int64) -> String {
    func padded(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let rest = "\(padded(seconds % 60))"
    return seconds < 3600
      ? "\(seconds / 60):\(rest)" : "\(seconds / 3600):\(padded(seconds / 60 % 60)):\(rest)"
  }

  private static func cents(_ cents: Double) -> String {
    let hundredths = Int((cents * 100).rounded())
    let rest = hundredths % 100
    return "\(grouped(hundredths / 100)).\(rest < 10 ? "0" : "")\(rest)"
  }
}
