import CoachJSONL
import Testing

@testable import CoachProvider

@Suite struct FailureReadingTests {
  static func failure(
    _ status: Int, _ body: String, asksForm: Bool = true
  ) -> ProviderFailure {
    let error = (try? JSONTree(body.utf8)).flatMap(ServerError.init)
    return FailureReading.failure(
      HTTPHead(status: status), error, asksForm: asksForm, clock: stillClock)
  }

  static let table: [(Int, String, ProviderFailure.Kind)] = [
    (400, #"{"error":{"message":"no","type":"invalid_request_error"}}"#, .invalidRequest),
    (
      401, #"{"error":{"code":401,"message":"Invalid API Key","type":"authentication_error"}}"#,
      .notAuthorised
    ),
    (402, "{}", .quotaExceeded),
    (403, "<html>", .notAuthorised),
    (404, #"{"error":"model \"x\" not found"}"#, .notFound),
    (400, #"{"error":{"message":"no such","code":"model_not_found"}}"#, .notFound),
    (408, "", .conflict), (409, "", .conflict), (418, "", .invalidRequest),
    (422, "", .invalidRequest),
    (413, #"{"type":"error","error":{"type":"request_too_large"}}"#, .contextOverflow),
    (429, #"{"error":{"type":"tokens","code":"rate_limit_exceeded"}}"#, .rateLimited),
    (429, #"{"error":{"type":"insufficient_quota","code":"insufficient_quota"}}"#, .quotaExceeded),
    (429, #"{"error":{"message":"You reached your monthly spend limit."}}"#, .quotaExceeded),
    (
      429, #"[{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"slow"}}]"#, .rateLimited
    ),
    (
      400,
      #"{"type":"error","error":{"type":"invalid_request_error","#
        + #""message":"Your credit balance is too low to go on."}}"#, .quotaExceeded
    ),
    (400, #"{"error":{"message":"too much","code":"context_length_exceeded"}}"#, .contextOverflow),
    (
      400, #"{"error":{"code":400,"type":"exceed_context_size_error","n_ctx":64}}"#,
      .contextOverflow
    ),
    (
      400,
      #"{"type":"error","error":{"type":"invalid_request_error","#
        + #""message":"prompt is too long: 9 tokens > 8 maximum"}}"#, .contextOverflow
    ),
    (
      400,
      #"{"object":"error","message":"This model's maximum context length is 8 tokens.","#
        + #""type":"BadRequestError","code":400}"#, .contextOverflow
    ),
    (400, #"{"error":{"message":"Not supported","param":"response_format"}}"#, .formatRefused),
    (
      400, #"{"error":{"message":"'response_format' of type 'json_schema' is unknown"}}"#,
      .formatRefused
    ),
    (
      400,
      #"{"type":"error","error":{"type":"invalid_request_error","#
        + #""message":"output_config.format: no such field"}}"#, .formatRefused
    ),
    (422, #"{"detail":[{"loc":["body","response_format"],"msg":"extra fields"}]}"#, .formatRefused),
    (500, #"{"error":{"message":"Failed to parse grammar"}}"#, .formatRefused),
    (500, "<html>oops</html>", .server), (502, "", .server), (504, "", .server),
    (503, "", .overloaded), (529, "", .overloaded),
    (500, #"{"type":"error","error":{"type":"overloaded_error"}}"#, .overloaded),
    (301, "", .malformed), (204, "", .malformed),
  ]

  @Test(arguments: table.indices)
  func tellsWhatWentWrong(_ index: Int) {
    let (status, body, kind) = Self.table[index]
    let failure = Self.failure(status, body)
    #expect(failure.kind == kind, "\(status) \(body)")
    #expect(failure.statusCode == status)
  }

  @Test func blamesTheFormOnlyWhereOneWasAskedFor() {
    let body = #"{"error":{"message":"response_format is unknown"}}"#
    #expect(Self.failure(400, body, asksForm: false).kind == .invalidRequest)
  }

  @Test func neverQuotesAServersWords() {
    let canary = "the learner said so"
    for body in [
      #"{"error":{"message":"\#(canary)","type":"\#(canary)","code":"\#(canary)"}}"#,
      #"{"error":"\#(canary)"}"#, #"{"detail":"\#(canary)"}"#, canary,
      #"{"object":"error","message":"\#(canary)","param":"\#(canary)"}"#,
    ] {
      let failure = Self.failure(400, body)
      #expect(failure.detail == "status 400")
    }
    #expect(
      Self.failure(429, #"{"error":{"message":"\#(canary)","code":"rate_limit_exceeded"}}"#).detail
        == "status 429, rate_limit_exceeded")
  }

  @Test(arguments: [
    (#"{"error":{"message":"x","type":"overloaded_error"}}"#, ProviderFailure.Kind.overloaded),
    (#"{"error":{"message":"x","code":429}}"#, .rateLimited),
    (#"{"error":{"message":"x","code":"503"}}"#, .overloaded),
    (#"{"error":{"message":"x"}}"#, .server),
    (#"{"error":{"message":"x","type":"invalid_request_error"}}"#, .invalidRequest),
  ])
  func classifiesAnErrorInsideAnAnswer(_ body: String, _ kind: ProviderFailure.Kind) throws {
    let error = try #require(ServerError(JSONTree(body.utf8)))
    #expect(FailureReading.failure(inside: error, asksForm: false).kind == kind)
  }
}

@Suite struct RetryAdviceTests {
  @Test(
    arguments: [
      ([("retry-after-ms", "1500")], 1_500),
      ([("retry-after-ms", "20.5"), ("retry-after", "9")], 21),
      ([("Retry-After", "2")], 2_000),
      ([("retry-after", "0.25")], 250),
      ([("retry-after", "-4")], 0),
      ([("retry-after", "Tue, 14 Nov 2023 22:13:27 GMT")], 7_000),
      ([("retry-after", "Tuesday, 14-Nov-23 22:13:27 GMT")], 7_000),
      ([("retry-after", "Tue Nov 14 22:13:27 2023")], 7_000),
      ([("retry-after", "Tue, 14 Nov 2023 22:13:00 GMT")], 0),
      ([("retry-after", "1e300")], 31_622_400_000),
      ([("retry-after", "soon")], nil), ([("retry-after", "nan")], nil), ([], nil),
    ] as [([(String, String)], Int64?)])
  func readsHowLongToWait(_ headers: [(String, String)], _ wait: Int64?) {
    let head = HTTPHead(status: 429, headers: headers.map { HTTPField($0.0, $0.1) })
    #expect(RetryAdvice(head, clock: stillClock).wait == wait, "\(headers)")
  }

  @Test(arguments: [("true", true), ("False", false), ("perhaps", nil)] as [(String, Bool?)])
  func readsWhetherToTryAgain(_ value: String, _ shouldRetry: Bool?) {
    let head = HTTPHead(status: 400, headers: [HTTPField("X-Should-Retry", value)])
    #expect(RetryAdvice(head, clock: stillClock).shouldRetry == shouldRetry)
  }

  @Test(
    arguments: [
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199_000),
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777_000),
      ("Fri, 31 Dec 1999 00:00:01 GMT", 946_598_401_000),
      ("Sun, 06 Foo 1994 08:49:37 GMT", nil), ("Sun, 06 Nov 1994 25:49:37 GMT", nil), ("", nil),
    ] as [(String, Int64?)])
  func readsDates(_ text: String, _ milliseconds: Int64?) {
    #expect(HTTPDate.milliseconds(text) == milliseconds)
  }
}
