import CoachJSONL

/// Tells from a server's refusal what went wrong.
enum FailureReading {
  /// The failure behind an answer that is an error.
  ///
  /// - Parameters:
  ///   - error: what the body says; nil where it says nothing that is understood.
  ///   - asksForm: whether the request asked for JSON, so that its form can be at fault.
  static func failure(
    _ head: HTTPHead, _ error: ServerError?, asksForm: Bool, clock: WallClock
  ) -> ProviderFailure {
    let advice = RetryAdvice(head, clock: clock)
    return ProviderFailure(
      kind(status: head.status, error, asksForm: asksForm), statusCode: head.status,
      retryAfter: advice.wait, shouldRetry: advice.shouldRetry,
      (["status \(head.status)"] + (error?.identifiers ?? [])).joined(separator: ", "))
  }

  /// The failure behind an error inside an answer that began well.
  static func failure(inside error: ServerError, asksForm: Bool) -> ProviderFailure {
    // Without a status of its own, it is the server's fault.
    ProviderFailure(
      kind(status: error.number ?? 500, error, asksForm: asksForm), statusCode: error.number,
      (["an error inside the answer"] + error.identifiers).joined(separator: ", "))
  }

  private static func kind(
    status: Int, _ error: ServerError?, asksForm: Bool
  ) -> ProviderFailure.Kind {
    guard status >= 400 else { return .malformed }
    if let error, let kind = named(error, status: status, asksForm: asksForm) { return kind }
    switch status {
    case 401, 403: return .notAuthorised
    case 402: return .quotaExceeded
    case 404: return .notFound
    case 408, 409: return .conflict
    case 413: return .contextOverflow
    case 429: return .rateLimited
    case 503, 529: return .overloaded
    case 500...: return .server
    default: return .invalidRequest
    }
  }

  /// What the error itself says, which the status may hide.
  private static func named(
    _ error: ServerError, status: Int, asksForm: Bool
  ) -> ProviderFailure.Kind? {
    if error.isCalled(
      "insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "billing_error",
      "insufficient_balance", "insufficient_credits")
      || error.mentions(
        "spend limit", "spending limit", "credit balance", "api usage limits",
        "insufficient credits", "insufficient balance")
    {
      return .quotaExceeded
    }
    if error.isCalled("context_length_exceeded", "exceed_context_size_error", "request_too_large")
      || (![401, 403, 429].contains(status)
        && error.mentions(
          "maximum context length", "prompt is too long", "exceed context limit",
          "context size", "context length", "context window", "input is too long"))
    {
      return .contextOverflow
    }
    if error.isCalled("overloaded_error", "server_overloaded", "overloaded", "unavailable") {
      return .overloaded
    }
    if error.isCalled("rate_limit_error", "rate_limit_exceeded", "resource_exhausted") {
      return .rateLimited
    }
    if error.isCalled("authentication_error", "permission_error", "invalid_api_key") {
      return .notAuthorised
    }
    if error.isCalled("model_not_found", "not_found_error") { return .notFound }
    if asksForm, [400, 404, 415, 422, 500, 501].contains(status),
      error.mentions(
        "response_format", "json_schema", "json_object", "output_config", "output_format",
        "structured output", "guided_", "grammar")
    {
      return .formatRefused
    }
    // Inside an answer there is no status but the one that is assumed.
    return status == 500 && error.isCalled("invalid_request_error") ? .invalidRequest : nil
  }
}
