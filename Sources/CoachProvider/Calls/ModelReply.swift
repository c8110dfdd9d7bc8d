import CoachJSONL

/// What came of asking a chain of models.
struct ModelReply: Sendable {
  /// All text that came, also where the answer broke off.
  var text = ""
  /// Why the model stopped; nil where the answer broke off or never came.
  var finish: FinishReason?
  /// Why there is no whole answer, as the last attempt failed.
  var failure: ProviderFailure?
  /// Whether the caller was told to stop.
  var isCancelled = false
  /// Who gave the answer, or failed last.
  var provider: String
  var modelId: String
  /// From the question to the first text, milliseconds; nil where none came.
  var ttftMs: Int64?
  /// From the question to the end, milliseconds.
  var latencyMs: Int64 = 0
  /// One for each attempt, in order.
  var runs: [PromptRun] = []

  /// Why the answer cannot be used as a whole one; nil where it can.
  var error: RecordError? {
    if isCancelled { return RecordError(.cancelled, "the call was cancelled", isRetryable: true) }
    if let failure { return RecordError(failure) }
    switch finish {
    case .stop, .other: return nil
    case .length:
      return RecordError(
        .answerUnusable, "the model's answer was cut at its length limit", isRetryable: true)
    case .contentFilter:
      return RecordError(.answerUnusable, "the service held the model's answer back")
    case .refusal: return RecordError(.answerUnusable, "the model declined")
    case nil: return RecordError(.providerFailed, "no answer came", isRetryable: true)
    }
  }
}

extension RecordError {
  /// What a reject says of a call that failed for good.
  init(_ failure: ProviderFailure) {
    let code: Code =
      switch failure.kind {
      case .connection, .timeout, .cut, .conflict, .overloaded, .server, .malformed:
        .providerFailed
      case .rateLimited, .quotaExceeded: .quotaExceeded
      case .notAuthorised: .notAuthorised
      case .contextOverflow: .contextOverflow
      case .formatRefused, .notFound, .invalidRequest, .configuration: .misconfigured
      }
    // What a new key, another model or more money mends may be asked again; a prompt that is too
    // long stays too long.
    self.init(code, failure.description, isRetryable: code != .contextOverflow)
  }
}
