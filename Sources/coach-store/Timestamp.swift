import ArgumentParser
import FoundationEssentials

/// A time as the command line gives it: milliseconds since 1970-01-01 UTC, or ISO 8601.
struct Timestamp: ExpressibleByArgument, Equatable {
  /// Milliseconds since 1970-01-01 UTC.
  let milliseconds: Int64

  init(milliseconds: Int64) { self.milliseconds = milliseconds }

  init?(argument: String) {
    if let milliseconds = Int64(argument) {
      // `20260109` and `2026` are dates to whoever writes them, not moments of January 1970.
      guard milliseconds == 0 || milliseconds.magnitude > 99_999_999 else { return nil }
      self.milliseconds = milliseconds
      return
    }
    let style = Date.ISO8601FormatStyle()
    let styles = [
      style, Date.ISO8601FormatStyle(includingFractionalSeconds: true),
      style.year().month().day(),
    ]
    guard let date = styles.lazy.compactMap({ try? $0.parse(argument) }).first else { return nil }
    milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
  }
}
