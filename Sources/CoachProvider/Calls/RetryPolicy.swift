/// Whether and when a failed request is tried again: the one layer that does so.
///
/// The rules are those of the services' own clients: what the server says of a further try wins;
/// else what may pass is tried again, after the time that the server names or after
/// min(0.5 · 2ⁿ, 8) seconds, with jitter × (0.75–1).
public struct RetryPolicy: Sendable {
  /// What follows a failure.
  public enum Decision: Equatable, Sendable {
    /// The same request again, after so many milliseconds.
    case retry(after: Int64)
    case giveUp
  }

  /// How often a request is tried again.
  public var retries: Int
  /// Beyond so many milliseconds nobody waits for a server: the next model is asked.
  public var longestWait: Int64
  /// Numbers from 0 up to 1, for the jitter.
  private let random: @Sendable () -> Double

  public init(
    retries: Int = 2, longestWait: Int64 = 120_000,
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.retries = retries
    self.longestWait = longestWait
    self.random = random
  }

  /// What follows the failure of an attempt.
  ///
  /// - Parameter attempt: counted from 1.
  public func decision(after failure: ProviderFailure, attempt: Int) -> Decision {
    guard attempt <= retries, isWorthRetrying(failure) else { return .giveUp }
    let wait = failure.retryAfter ?? backoff(attempt)
    return wait > longestWait ? .giveUp : .retry(after: max(wait, 0))
  }

  private func isWorthRetrying(_ failure: ProviderFailure) -> Bool {
    // Money does not come back within seconds, whatever the header says.
    if failure.kind == .quotaExceeded { return false }
    return failure.shouldRetry ?? failure.kind.isPassing
  }

  /// min(0.5 · 2ⁿ, 8) s × (0.75–1), n counted from 0, in milliseconds.
  private func backoff(_ attempt: Int) -> Int64 {
    let whole = min(500 << min(attempt - 1, 10), 8_000)
    return Int64(Double(whole) * (1 - 0.25 * random()))
  }
}

extension ProviderFailure.Kind {
  /// Whether the same request may succeed a moment later.
  public var isPassing: Bool {
    switch self {
    case .connection, .timeout, .cut, .conflict, .rateLimited, .overloaded, .server: true
    case .notAuthorised, .quotaExceeded, .contextOverflow, .formatRefused, .notFound,
      .invalidRequest, .malformed, .configuration:
      false
    }
  }
}
