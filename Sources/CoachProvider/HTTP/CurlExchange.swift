import CCurl
import CoachJSONL

/// One request on its way: what libcurl is told of it, and what it hands back.
///
/// The loop's thread alone touches it, but for `channel`.
final class CurlExchange: @unchecked Sendable {
  /// The most bytes of one answer; more is no answer of a model.
  static let mostBytes = 64 << 20
  /// The most bytes of a head.
  private static let mostHeadBytes = 256 << 10
  /// The most bytes that are read to be thrown away, for the sake of the connection.
  private static let mostDrainedBytes = 64 << 10

  let request: HTTPRequest
  let channel = ByteChannel<HTTPHead>()
  /// Nil until the loop has taken it up.
  private(set) var easy: UnsafeMutableRawPointer?
  private var headerList: UnsafeMutablePointer<curl_slist>?

  private var head: HTTPHead?
  private var isHeadWhole = false
  private var headBytes = 0
  private var bodyBytes = 0
  private var drainedBytes = 0
  /// Why it was ended from this side.
  private var verdict: ProviderFailure?
  private var isPaused = false
  private var deadline: Deadline

  /// By when something must have happened, on a steady clock, milliseconds.
  private struct Deadline {
    var time: Int64
    var isFirstByte: Bool
  }

  init(_ request: HTTPRequest, now: Int64) {
    self.request = request
    deadline = Deadline(time: now + request.timeouts.firstByte, isFirstByte: true)
  }

  deinit {
    if let easy { ccurl_easy_cleanup(easy) }
    if let headerList { ccurl_slist_free_all(headerList) }
  }

  // MARK: Setting up

  /// Makes the transfer; nil where libcurl has no memory for it.
  func prepare(_ settings: CurlSettings) -> UnsafeMutableRawPointer? {
    guard let easy = ccurl_easy_init() else { return nil }
    self.easy = easy
    settings.apply(to: easy)
    ccurl_set_text(easy, CURLOPT_URL, request.url)
    // Requests side by side share a connection where the server can do that, which TLS tells at
    // once; without TLS, it would be known only when the first one is answered.
    let isSecure = request.url.lowercased().hasPrefix("https:")
    ccurl_set_long(easy, CURLOPT_PIPEWAIT, isSecure ? 1 : 0)
    ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, Int(request.timeouts.connect))
    ccurl_set_long(easy, CURLOPT_TIMEOUT_MS, Int(request.timeouts.total))
    ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, Int(request.body.count))
    request.body.withUnsafeBytes { body in
      _ = ccurl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, body.baseAddress)
    }
    // Without `Expect`: a server that does not know it would cost a second of waiting.
    for line in request.headers.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
      headerList = ccurl_slist_append(headerList, line)
    }
    if let credential = request.credential {
      headerList = ccurl_slist_append(
        headerList, "\(credential.header): \(credential.prefix)\(credential.key.secret)")
    }
    ccurl_set_pointer(easy, CURLOPT_HTTPHEADER, headerList)

    let this = Unmanaged.passUnretained(self).toOpaque()
    ccurl_set_pointer(easy, CURLOPT_HEADERDATA, this)
    ccurl_set_transfer(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, this in
      CurlExchange.of(this)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
        ?? 0
    }
    ccurl_set_pointer(easy, CURLOPT_WRITEDATA, this)
    ccurl_set_transfer(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, this in
      CurlExchange.of(this)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
        ?? 0
    }
    return easy
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> CurlExchange? {
    pointer.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: What arrives

  /// One header line; anything but its length ends the transfer.
  private func takeHeader(_ line: UnsafeRawBufferPointer) -> Int {
    headBytes += line.count
    guard headBytes <= Self.mostHeadBytes else {
      verdict = ProviderFailure(.malformed, "the head of the answer is too long")
      return 0
    }
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      // Another head may have come before: 100 Continue.
      let status = text.split(separator: " ").dropFirst().first
        .flatMap { Int($0.prefix { $0.isNumber }) }
      head = HTTPHead(status: status ?? 0)
      isHeadWhole = false
    } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      head?.headers.append(
        HTTPField(String(text[..<colon]), text[text.index(after: colon)...].trimmingBlanks))
    } else if text.trimmingBlanks.isEmpty, let head, head.status >= 200, !isHeadWhole {
      isHeadWhole = true
      channel.open(head)
    }
    return line.count
  }

  /// A piece of the body; anything but its length, or the order to pause, ends the transfer.
  private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    if channel.isDraining {
      drainedBytes += bytes.count
      return drainedBytes <= Self.mostDrainedBytes ? bytes.count : 0
    }
    guard bodyBytes + bytes.count <= Self.mostBytes else {
      verdict = ProviderFailure(
        .malformed, statusCode: head?.status,
        "the answer is longer than \(Self.mostBytes >> 20) MiB")
      return 0
    }
    guard channel.write(bytes) else {
      isPaused = true
      return Int(CURL_WRITEFUNC_PAUSE)
    }
    bodyBytes += bytes.count
    deadline = Deadline(time: SteadyClock.now() + request.timeouts.idle, isFirstByte: false)
    return bytes.count
  }

  /// Goes on after the reader has caught up.
  func resume() {
    guard isPaused, let easy else { return }
    isPaused = false
    deadline.time = SteadyClock.now() + request.timeouts.idle
    _ = ccurl_easy_pause(easy, CURLPAUSE_CONT)
  }

  // MARK: How it ends

  /// Whether something should have happened by now; never where the reader keeps it waiting.
  func isLate(_ now: Int64) -> Bool { !isPaused && deadline.time <= now }

  /// When to look again whether it is late; nil where the reader keeps it waiting. Its first byte
  /// may come at any time, and from then on it may be silent for `idle` only.
  func nextLook(_ now: Int64) -> Int64? {
    if isPaused { return nil }
    return deadline.isFirstByte ? min(deadline.time, now + request.timeouts.idle) : deadline.time
  }

  /// Notes that nothing came in time.
  func expire() {
    let timeouts = request.timeouts
    verdict = ProviderFailure(
      .timeout, statusCode: head?.status,
      deadline.isFirstByte
        ? "no first byte within \(timeouts.firstByte) ms"
        : "nothing more within \(timeouts.idle) ms")
  }

  /// Tells the reader how it ended.
  func finish(_ code: CURLcode) {
    channel.end(verdict ?? failure(code))
  }

  private func failure(_ code: CURLcode) -> ProviderFailure? {
    if code == CURLE_OK {
      return isHeadWhole ? nil : ProviderFailure(.connection, "the answer has no head")
    }
    var connected: curl_off_t = 0
    if let easy { _ = ccurl_get_size(easy, CURLINFO_PRETRANSFER_TIME_T, &connected) }
    return CurlFailure.of(
      code, status: head?.status, hasBegun: bodyBytes > 0, isConnected: connected > 0,
      timeouts: request.timeouts)
  }
}

extension StringProtocol {
  /// The text without blanks, tabs and line ends around it.
  var trimmingBlanks: String {
    let bytes = Array(utf8)
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let start = bytes.firstIndex(where: { !isBlank($0) }),
      let end = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}
