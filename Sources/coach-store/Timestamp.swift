import ArgumentParser
import CoachJSONL
import FoundationEssentials

/// A time as the command line gives it: milliseconds since 1970-01-01 UTC, ISO 8601, or how long ago.
enum Timestamp: ExpressibleByArgument, Equatable {
  /// Milliseconds since 1970-01-01 UTC.
  case moment(Int64)
  /// So long before now.
  case ago(TimeSpan)

  /// Milliseconds since 1970-01-01 UTC.
  ///
  /// - Parameter now: the wall clock, in the same unit.
  func milliseconds(now: Int64) -> Int64 {
    switch self {
    case .moment(let milliseconds): milliseconds
    case .ago(let span): now - span.milliseconds
    }
  }

  init?(argument: String) {
    if let span = TimeSpan(argument: argument) {
      self = .ago(span)
      return
    }
    if let milliseconds = Int64(argument) {
      // `20260109` and `2026` are dates to whoever writes them, not moments of January 1970.
      guard milliseconds == 0 || milliseconds.magnitude > 99_999_999 else { return nil }
      self = .moment(milliseconds)
      return
    }
    let style = Date.ISO8601FormatStyle()
    let styles = [
      style, Date.ISO8601FormatStyle(includingFractionalSeconds: true),
      style.year().month().day(),
    ]
    guard let date = styles.lazy.compactMap({ try? $0.parse(argument) }).first else { return nil }
    self = .moment(Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }
}
