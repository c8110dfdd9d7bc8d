/// A time as people write it, in UTC and the Gregorian calendar.
public struct CivilTime: Sendable {
  /// Milliseconds since 1970-01-01 UTC.
  public let milliseconds: Int64

  /// The time of so many milliseconds since 1970-01-01 UTC.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// `2026-03-02 09:30:00Z`
  public var words: String {
    let second = Self.floor(milliseconds, by: 1000) - days * 86_400
    let clock = [second / 3600, second / 60 % 60, second % 60].map(Self.padded)
    return "\(day) \(clock.joined(separator: ":"))Z"
  }

  /// `2026-03-02`
  public var day: String {
    // From days to a date by eras of 400 years that begin in March, so that the leap day comes last
    // (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
    let shifted = days + 719_468
    let era = Self.floor(shifted, by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let digits = String(year.magnitude)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    let sign = year < 0 ? "-" : ""
    return "\(sign)\(zeros)\(digits)-\(Self.padded(month))-\(Self.padded(dayOfMonth))"
  }

  private var days: Int64 { Self.floor(milliseconds, by: 86_400_000) }

  private static func floor(_ value: Int64, by divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
