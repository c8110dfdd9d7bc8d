/// Why a line or record could not be worked on: what its `reject` and its diagnostic say.
///
/// The rule names the field, what must hold and what was found, and never quotes a text: a
/// diagnostic must not carry a user's words.
public struct RecordError: Error, Equatable, Sendable {
  /// A stable word for the kind of fault, the reject's `code`.
  public enum Code: String, Sendable, CaseIterable {
    /// The line is not a JSON document.
    case invalidJSON = "invalid_json"
    /// The line is JSON but not an object.
    case notAnObject = "not_an_object"
    /// The line is not UTF-8.
    case notUTF8 = "not_utf8"
    /// The line is longer than `--max-line`.
    case lineTooLong = "line_too_long"
    /// A field breaks a rule of contract §2.
    case invalidRecord = "invalid_record"
    /// More sessions are open than the tool has room for.
    case tooMuchOpen = "too_much_open"
    /// No userId in the record, in its session or in `COACH_USER`.
    case userUnknown = "user_unknown"
    /// The provider could not be reached, or did not answer.
    case providerFailed = "provider_failed"
    /// The provider refuses for now: too many requests, or no quota left.
    case quotaExceeded = "quota_exceeded"
    /// The key is missing or wrong.
    case notAuthorised = "not_authorised"
    /// The provider knows no such model, address or request.
    case misconfigured
    /// What is to be read is longer than the model can read.
    case contextOverflow = "context_overflow"
    /// The model answered, and the answer cannot be used.
    case answerUnusable = "answer_unusable"
    /// The tool was told to stop while it worked on the record.
    case cancelled

    /// How a tool ends that rejected something for this reason.
    var exitStatus: ExitStatus {
      switch self {
      case .invalidJSON, .notAnObject, .notUTF8, .lineTooLong, .invalidRecord, .tooMuchOpen,
        .userUnknown, .contextOverflow, .answerUnusable:
        .dataError
      case .providerFailed: .providerUnavailable
      case .quotaExceeded: .tryAgain
      case .notAuthorised: .notAuthorised
      case .misconfigured: .configuration
      case .cancelled: .ok
      }
    }
  }

  /// The kind of fault.
  public let code: Code
  /// The field at fault (`errors[0].span`), empty for the whole record.
  public let path: String
  /// What must hold, and what was found.
  public let rule: String
  /// Whether the same record may succeed later.
  public let isRetryable: Bool

  /// A fault at `path` against `rule`.
  public init(
    _ code: Code = .invalidRecord, at path: String = "", _ rule: String, isRetryable: Bool = false
  ) {
    self.code = code
    self.path = path
    self.rule = rule
    self.isRetryable = isRetryable
  }

  /// `path: rule`, as diagnostics and rejects give it.
  public var message: String { path.isEmpty ? rule : "\(path): \(rule)" }
}
