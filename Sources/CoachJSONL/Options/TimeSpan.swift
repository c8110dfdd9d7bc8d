public import ArgumentParser

/// A length of time as an option gives it: `90s`, `20m`, `12h`, `30d` (contract §5).
public struct TimeSpan: Sendable, Hashable, Comparable, ExpressibleByArgument {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Twenty minutes, after which a conversation counts as over unless somebody says otherwise.
  public static let defaultIdle = TimeSpan(milliseconds: 20 * 60_000)

  private static let units: [(suffix: String, milliseconds: Int64)] = [
    ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
  ]

  /// A whole number and its unit; nil for anything else, and for more than 100,000 days.
  public init?(argument: String) {
    guard let unit = Self.units.first(where: { argument.hasSuffix($0.suffix) }) else { return nil }
    let digits = argument.dropLast(unit.suffix.count)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int64(digits)
    else { return nil }
    let (product, overflows) = count.multipliedReportingOverflow(by: unit.milliseconds)
    guard !overflows, product <= 100_000 * 86_400_000 else { return nil }
    milliseconds = product
  }

  public var defaultValueDescription: String {
    let unit = Self.units.last {
      milliseconds >= $0.milliseconds && milliseconds % $0.milliseconds == 0
    }
    return unit.map { "\(milliseconds / $0.milliseconds)\($0.suffix)" } ?? "\(milliseconds)ms"
  }

  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
