/// The plan's exponential moving average (§2): it starts at the oldest score, and each newer one moves
/// it by `ema ← ema + α·(score − ema)`.
struct MovingAverage {
  /// The weight of the newer score, over 0 and at most 1.
  let alpha: Double
  /// nil before the first score.
  private(set) var value: Double?

  init(alpha: Double) { self.alpha = alpha }

  /// Takes the next newer score in; returns the average then.
  @discardableResult
  mutating func take(_ score: Double) -> Double {
    let moved = value.map { $0 + alpha * (score - $0) } ?? score
    value = moved
    return moved
  }
}
