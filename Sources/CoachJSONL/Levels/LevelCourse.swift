extension Level {
  /// The moving average after each score of the window, oldest first (plan §2); the last is `ema`.
  public var course: [Double] {
    guard let first = window.first else { return [] }
    var course = [first.score]
    course.reserveCapacity(window.count)
    var average = first.score
    for next in window.dropFirst() {
      average += alpha * (next.score - average)
      course.append(average)
    }
    return course
  }
}
