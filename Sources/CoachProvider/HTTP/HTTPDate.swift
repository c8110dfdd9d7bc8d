/// Dates as HTTP writes them (RFC 9110 §5.6.7), the two forms of old included.
enum HTTPDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Milliseconds since 1970-01-01 UTC; nil where the text is no such date.
  static func milliseconds(_ text: String) -> Int64? {
    // Sun, 06 Nov 1994 08:49:37 GMT · Sunday, 06-Nov-94 08:49:37 GMT · Sun Nov  6 08:49:37 1994
    let parts = text.split(whereSeparator: { " ,-".contains($0) }).map { $0.lowercased() }
    guard parts.count >= 5 else { return nil }
    let isOldest = months.contains(parts[1])
    guard let month = months.firstIndex(of: parts[isOldest ? 1 : 2]),
      let day = Int64(parts[isOldest ? 2 : 1]),
      var year = Int64(parts[isOldest ? 4 : 3]),
      let time = timeOfDay(parts[isOldest ? 3 : 4]),
      (1...31).contains(day), (0...9_999).contains(year)
    else { return nil }
    // Two digits: the year of that ending that is nearest to our time.
    if year < 100 { year += year < 70 ? 2_000 : 1_900 }
    return (days(year: year, month: Int64(month + 1), day: day) * 86_400 + time) * 1_000
  }

  /// Seconds since midnight of `hh:mm:ss`.
  private static func timeOfDay(_ text: String) -> Int64? {
    let numbers = text.split(separator: ":").compactMap { Int64($0) }
    guard numbers.count == 3, (0...23).contains(numbers[0]), (0...59).contains(numbers[1]),
      (0...60).contains(numbers[2])
    else { return nil }
    return numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
  }

  /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March, so
  /// that a leap day is the last of its year.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let marchYear = month > 2 ? year : year - 1
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
