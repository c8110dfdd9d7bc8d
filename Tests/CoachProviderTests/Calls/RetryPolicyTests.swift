import Testing

@testable import CoachProvider

/// The one layer that tries again, rule by rule.
struct RetryPolicyTests {
  /// A failure, which attempt it was, and what must follow with jitter 0 (the whole wait).
  struct Row: CustomTestStringConvertible, Sendable {
    let failure: ProviderFailure
    var attempt = 1
    let decision: RetryPolicy.Decision
    var testDescription: String { "\(failure.kind) at attempt \(attempt)" }
  }

  static let rows: [Row] = [
    // What may pass: 408, 409, 429, 500 and more, connections.
    Row(failure: ProviderFailure(.conflict, statusCode: 408), decision: .retry(after: 500)),
    Row(failure: ProviderFailure(.conflict, statusCode: 409), decision: .retry(after: 500)),
    Row(failure: ProviderFailure(.rateLimited, statusCode: 429), decision: .retry(after: 500)),
    Row(failure: ProviderFailure(.server, statusCode: 500), decision: .retry(after: 500)),
    Row(failure: ProviderFailure(.overloaded, statusCode: 503), decision: .retry(after: 500)),
    Row(failure: ProviderFailure(.overloaded, statusCode: 529), decision: .retry(after: 500)),
    Row(failure: ProviderFailure(.connection), decision: .retry(after: 500)),
    Row(failure: ProviderFailure(.timeout), decision: .retry(after: 500)),
    Row(failure: ProviderFailure(.cut), decision: .retry(after: 500)),
    // What does not pass.
    Row(failure: ProviderFailure(.notAuthorised, statusCode: 401), decision: .giveUp),
    Row(failure: ProviderFailure(.invalidRequest, statusCode: 400), decision: .giveUp),
    Row(failure: ProviderFailure(.notFound, statusCode: 404), decision: .giveUp),
    Row(failure: ProviderFailure(.contextOverflow, statusCode: 400), decision: .giveUp),
    Row(failure: ProviderFailure(.formatRefused, statusCode: 400), decision: .giveUp),
    Row(failure: ProviderFailure(.malformed, statusCode: 200), decision: .giveUp),
    Row(failure: ProviderFailure(.configuration), decision: .giveUp),
    // The wait doubles up to eight seconds.
    Row(failure: ProviderFailure(.connection), attempt: 2, decision: .retry(after: 1_000)),
    Row(failure: ProviderFailure(.connection), attempt: 4, decision: .retry(after: 4_000)),
    Row(failure: ProviderFailure(.connection), attempt: 5, decision: .retry(after: 8_000)),
    Row(failure: ProviderFailure(.connection), attempt: 20, decision: .retry(after: 8_000)),
    Row(failure: ProviderFailure(.connection), attempt: 21, decision: .giveUp),
    // The server's own time goes before ours.
    Row(
      failure: ProviderFailure(.rateLimited, statusCode: 429, retryAfter: 1_234),
      decision: .retry(after: 1_234)),
    Row(
      failure: ProviderFailure(.rateLimited, statusCode: 429, retryAfter: 0), attempt: 3,
      decision: .retry(after: 0)),
    // Nobody waits an hour.
    Row(
      failure: ProviderFailure(.rateLimited, statusCode: 429, retryAfter: 3_600_000),
      decision: .giveUp),
    // What the server says of a further try wins …
    Row(
      failure: ProviderFailure(.server, statusCode: 500, shouldRetry: false), decision: .giveUp),
    Row(
      failure: ProviderFailure(.invalidRequest, statusCode: 400, shouldRetry: true),
      decision: .retry(after: 500)),
    // … but for money, which does not come back within seconds.
    Row(failure: ProviderFailure(.quotaExceeded, statusCode: 429), decision: .giveUp),
    Row(
      failure: ProviderFailure(.quotaExceeded, statusCode: 429, retryAfter: 1, shouldRetry: true),
      decision: .giveUp),
  ]

  @Test(arguments: rows) func theRule(_ row: Row) {
    let policy = RetryPolicy(retries: 20, random: { 0 })
    #expect(policy.decision(after: row.failure, attempt: row.attempt) == row.decision)
  }

  @Test(arguments: [(0.0, 500), (0.5, 437), (0.999_999, 375)])
  func jitterTakesUpToAQuarterAway(_ random: Double, _ wait: Int64) {
    let policy = RetryPolicy(retries: 1, random: { random })
    #expect(policy.decision(after: ProviderFailure(.connection), attempt: 1) == .retry(after: wait))
  }

  @Test func withoutRetriesNothingIsTriedAgain() {
    let policy = RetryPolicy(retries: 0, random: { 0 })
    #expect(policy.decision(after: ProviderFailure(.connection), attempt: 1) == .giveUp)
  }
}
