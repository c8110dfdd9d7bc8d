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
}
