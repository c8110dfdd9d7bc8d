import TestSupport
import Testing

/// The arithmetic of contract §4, worked out once more.
enum LevelArithmetic {
  /// The moving average of scores, oldest first.
  static func average(_ scores: [Double], alpha: Double = 0.3) -> Double {
    guard let first = scores.first else { return .nan }
    return scores.dropFirst().reduce(first) { $0 + alpha * ($1 - $0) }
  }

  /// The level and the band of a moving average.
  static func level(_ average: Double) -> (level: Int, band: String) {
    switch average {
    case ..<4: (Int(average.rounded(.down)), "novice")
    case ..<8: (Int(average.rounded(.down)), "developing")
    default: (8 + min(2, Int((1.5 * (average - 8)).rounded(.down))), "mastery")
    }
  }

  /// Holds a level record to its own window.
  static func check(
    _ record: MirrorLevel, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = average(record.window.map(\.score), alpha: record.alpha)
    #expect(abs(record.ema - expected) < 1e-9, sourceLocation: sourceLocation)
    let (level, band) = level(record.ema)
    #expect(record.level == level && record.band == band, sourceLocation: sourceLocation)
    #expect(record.count >= record.window.count, sourceLocation: sourceLocation)
    #expect(record.window.count <= record.n, sourceLocation: sourceLocation)
    #expect(
      record.updatedAt == record.window.map(\.createdAt).max(), sourceLocation: sourceLocation)
    let order = record.window.map { ($0.createdAt, $0.id) }
    for (earlier, later) in zip(order, order.dropFirst()) {
      #expect(earlier < later, sourceLocation: sourceLocation)
    }
  }
}
