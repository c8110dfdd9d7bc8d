/// Why a provider did not answer.
///
/// It never quotes: neither the learner, nor the model, nor the words of a server's error, which may
/// repeat the prompt.
public struct ProviderFailure: Error, Equatable, Sendable {
  /// What went wrong: the `errorCode` of the prompt run.
  public enum Kind: String, Sendable, CaseIterable {
    /// No connection, or one that broke before the answer began.
    case connection
    /// Nothing in time: no connection, no first byte, a silence, or too long in all.
    case timeout
    /// The answer broke off.
    case cut
    /// Status 408 or 409: the server asks to come again.
    case conflict
    /// Status 429: too many requests.
    case rateLimited = "rate_limited"
    /// Status 503 or 529: too much to do.
    case overloaded
    /// Any other status of 500 and more, or an error of the server inside a stream.
    case server
    /// Status 401 or 403: the key is missing or wrong.
    case notAuthorised = "not_authorised"
    /// The account has no money or quota left.
    case quotaExceeded = "quota_exceeded"
    /// The prompt is longer than the model can read.
    case contextOverflow = "context_overflow"
    /// The server knows no such form of the answer.
    case formatRefused = "format_refused"
    /// No such model, or no such address.
    case notFound = "not_found"
    /// Any other status of 400 and more.
    case invalidRequest = "invalid_request"
    /// What came is no answer: another content type, no JSON, far too long, a redirect.
    case malformed
    /// The configuration cannot be used: no such program, no key.
    case configuration
  }

  public let kind: Kind
  /// The HTTP status, where there was one.
  public let statusCode: Int?
  /// How long the server asks to wait, milliseconds (`retry-after-ms`, else `retry-after`).
  public let retryAfter: Int64?
  /// What the server says of a further try (`x-should-retry`), which wins over everything.
  public let shouldRetry: Bool?
  /// What exactly, in our words.
  public let detail: String

  public init(
    _ kind: Kind, statusCode: Int? = nil, retryAfter: Int64? = nil, shouldRetry: Bool? = nil,
    _ detail: String = ""
  ) {
    self.kind = kind
    self.statusCode = statusCode
    self.retryAfter = retryAfter
    self.shouldRetry = shouldRetry
    self.detail = detail
  }
}

extension ProviderFailure: CustomStringConvertible {
  /// One line for a diagnostic or a reject.
  public var description: String {
    let status = statusCode.map { " (status \($0))" } ?? ""
    return "the model could not be asked: \(kind.words)\(status)"
      + (detail.isEmpty ? "" : ": \(detail)")
  }
}

extension ProviderFailure.Kind {
  /// The kind as it stands in a sentence.
  fileprivate var words: String {
    switch self {
    case .connection: "no connection"
    case .timeout: "no answer in time"
    case .cut: "the answer broke off"
    case .conflict: "the server asks to come again"
    case .rateLimited: "too many requests"
    case .overloaded: "the server is overloaded"
    case .server: "the server failed"
    case .notAuthorised: "the key was refused"
    case .quotaExceeded: "no quota is left"
    case .contextOverflow: "the prompt is too long for the model"
    case .formatRefused: "the server refuses that form of answer"
    case .notFound: "no such model or address"
    case .invalidRequest: "the server refuses the request"
    case .malformed: "what came is no answer"
    case .configuration: "the configuration cannot be used"
    }
  }
}
