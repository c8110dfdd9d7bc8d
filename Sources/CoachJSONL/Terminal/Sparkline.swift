/// Scores as a line of small bars, one character each, all on the scale of 1–10: bars of several
/// lines can be compared.
public struct Sparkline: Sendable {
  /// The line.
  public let text: String

  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let marks: [Character] = ["_", ".", ":", "-", "=", "+", "*", "#"]

  /// - Parameters:
  ///   - scores: 1–10, oldest first.
  ///   - isUnicode: whether bars can be shown; else it is drawn in ASCII.
  public init(_ scores: some Sequence<Double>, isUnicode: Bool) {
    let steps = isUnicode ? Self.bars : Self.marks
    text = String(
      scores.map { score in
        let share = (min(max(score, 1), 10) - 1) / 9
        return steps[min(Int(share * Double(steps.count)), steps.count - 1)]
      })
  }
}
