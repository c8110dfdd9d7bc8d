/// What came of asking a learner for words.
enum TypedLine: Equatable {
  case text(String)
  /// The learner has thrown away what was typed (Ctrl-C).
  case givenUp
  /// There is no more (Ctrl-D), or nobody wants it.
  case end
}

/// How a learner's lines come from a terminal.
protocol LineSource {
  /// Takes the terminal; false where it cannot be used in this way. From the thread that asks.
  func begin() -> Bool

  /// Asks for a line.
  func next() -> TypedLine

  /// Waits until somebody calls the wake, or the time is over; returns whether the learner is
  /// typing already, who wants to wait no longer.
  ///
  /// - Parameter timeout: milliseconds; -1 for as long as it takes.
  func listen(timeout: Int32) -> Bool

  /// Puts a line among those that can be had again.
  func remember(_ line: String)

  /// Leaves the terminal as it was.
  func close()
}
