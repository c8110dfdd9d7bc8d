/// A share that was found in a sample, and how far it may be from the share in the whole.
struct Proportion: Equatable {
  let found: Int
  let sample: Int

  /// The quantile of the normal distribution for an interval of 95 %.
  private static let quantile = 1.959963984540054

  /// The share in the sample, 0…1; nil where the sample is empty.
  var share: Double? { sample > 0 ? Double(found) / Double(sample) : nil }

  /// Wilson's score interval for the share in the whole, at 95 %; nil where the sample is empty.
  ///
  /// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22
  /// (1927): `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`. It holds for small samples and for
  /// shares of none and all, where the everyday interval has no width.
  var interval: ClosedRange<Double>? {
    guard let share else { return nil }
    let size = Double(sample)
    let square = Self.quantile * Self.quantile
    let middle = share + square / (2 * size)
    let spread =
      Self.quantile
      * (share * (1 - share) / size + square / (4 * size * size)).squareRoot()
    let whole = 1 + square / size
    // Rounding may not carry a bound past the share: of none or all the bound is the share itself.
    let lower = found == 0 ? 0 : max(0, (middle - spread) / whole)
    let upper = found == sample ? 1 : min(1, (middle + spread) / whole)
    return lower...upper
  }
}
