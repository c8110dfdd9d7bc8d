import CoachJSONL

/// What a server's headers say of a further try.
struct RetryAdvice: Equatable {
  /// How long to wait, milliseconds: `retry-after-ms`, else `retry-after`, in seconds or until a date.
  var wait: Int64?
  /// `x-should-retry`.
  var shouldRetry: Bool?

  /// No server means more than a year.
  private static let longest = 366.0 * 86_400_000

  init(_ head: HTTPHead, clock: WallClock) {
    switch head["x-should-retry"]?.lowercased() {
    case "true": shouldRetry = true
    case "false": shouldRetry = false
    default: break
    }
    if let milliseconds = head["retry-after-ms"].flatMap(Double.init), milliseconds.isFinite {
      wait = Self.clamped(milliseconds)
    } else if let after = head["retry-after"] {
      if let seconds = Double(after) {
        if seconds.isFinite { wait = Self.clamped(seconds * 1_000) }
      } else if let time = HTTPDate.milliseconds(after) {
        wait = Self.clamped(Double(time - clock.now()))
      }
    }
  }

  private static func clamped(_ milliseconds: Double) -> Int64 {
    Int64(min(max(milliseconds, 0), longest).rounded(.up))
  }
}
