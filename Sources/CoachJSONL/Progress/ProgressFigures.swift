/// How far long work is.
struct ProgressFigures: Equatable {
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

  static func == (left: ProgressFigures, right: ProgressFigures) -> Bool {
    left.records == right.records && left.elapsed == right.elapsed
      && left.inFlight == right.inFlight && left.costCents == right.costCents
      && left.input?.read == right.input?.read && left.input?.all == right.input?.all
  }

  /// One line of at most so many columns: what comes last gives way.
  func line(tool: String, width: Int, isUnicode: Bool) -> String {
    var line = "\(tool): \(Self.grouped(records)) records"
    for part in parts(isUnicode) {
      let longer = line + (isUnicode ? " · " : ", ") + part
      if DisplayWidth.of(longer) > width { break }
      line = longer
    }
    return DisplayWidth.of(line) <= width ? line : String(line.prefix(max(width, 0)))
  }

  private func parts(_ isUnicode: Bool) -> [String] {
    var parts: [String] = []
    if elapsed > 0 { parts.append("\(Self.grouped(records * 1000 / Int(elapsed)))/s") }
    if let input, input.all > 0 {
      let read = min(input.read, input.all)
      parts.append("\(100 * read / input.all) %")
      // Before a hundredth is read nobody can say.
      if read >= input.all / 100, read > 0 {
        let left = Double(elapsed) * Double(input.all - read) / Double(read)
        parts.append("\(Self.clock(Int64(left / 1000))) left")
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
