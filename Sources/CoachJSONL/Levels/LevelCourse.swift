extension Level {
  /// The moving average after each score of the window, oldest first; the last is `ema`.
  public var course: [Double] {
    var average = MovingAverage(alpha: alpha)
    return window.map { average.take($0.score) }
  }
}
