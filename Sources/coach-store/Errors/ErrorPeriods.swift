/// The time whose errors are counted, and the two times of equal length that show the trend.
struct ErrorPeriods: Equatable {
  /// Errors from here on count, milliseconds since 1970-01-01 UTC.
  let start: Int64
  /// Errors before this one count.
  let end: Int64
  /// Here the earlier of the two times begins, and ends at `middle`; the later goes on to `end`.
  let earliest: Int64
  let middle: Int64

  /// The time from `since` on, against the time of the same length before it.
  init(since: Int64, until: Int64) {
    start = since
    end = max(since, until)
    earliest = since - (end - since)
    middle = since
  }

  /// The whole of what there is, one half against the other.
  ///
  /// - Parameters:
  ///   - first: the time of the first assessment.
  ///   - last: that of the last.
  init(from first: Int64, through last: Int64) {
    start = first
    earliest = first
    end = last + 1
    // A single moment has no halves: all of it is later than nothing, which `compares` says.
    middle = first + (last - first + 1) / 2
  }

  /// Whether there are two times that can be compared.
  var compares: Bool { earliest < middle && middle < end }
}
