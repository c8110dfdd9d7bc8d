/// What a model costs, in nano-dollars (10⁻⁹ dollars) per million tokens.
///
/// Integers, so that sums of many runs are exact: 0.075 dollars per million tokens are 75,000,000.
public struct ModelPrice: Sendable, Equatable {
  public var input: Int64
  /// Of input tokens that were read from a cache.
  public var cachedInput: Int64
  public var output: Int64

  /// - Parameter cachedInput: nil where cached tokens cost what others do.
  public init(input: Int64, cachedInput: Int64? = nil, output: Int64) {
    self.input = input
    self.cachedInput = cachedInput ?? input
    self.output = output
  }

  /// The cost of a request in nano-dollars, rounded to the nearest.
  public func cost(of usage: TokenUsage) -> Int64 {
    let cached = min(max(usage.cachedTokens ?? 0, 0), usage.inputTokens)
    // 128 bits: a price and a count that are each plausible must not overflow together.
    let total =
      Int128(usage.inputTokens - cached) * Int128(input) + Int128(cached) * Int128(cachedInput)
      + Int128(usage.outputTokens) * Int128(output)
    return Int64(clamping: (total + 500_000) / 1_000_000)
  }

  /// Nano-dollars of an amount in dollars as it is written (`0.075`), exactly: digits, and up to nine
  /// behind a point; nil for anything else and for more than a million dollars.
  static func nanoDollars(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard let whole = parts.first, (1...7).contains(whole.utf8.count),
      (1...9).contains(fraction.utf8.count),
      (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let dollars = Int64(whole),
      let nanoDollars = Int64(fraction + String(repeating: "0", count: 9 - fraction.utf8.count))
    else { return nil }
    let total = dollars * 1_000_000_000 + nanoDollars
    return total <= 1_000_000 * 1_000_000_000 ? total : nil
  }
}
