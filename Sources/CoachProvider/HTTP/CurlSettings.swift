import CCurl
import CoachJSONL

/// What every transfer is told.
struct CurlSettings: Sendable {
  private let authorities: (file: String?, directory: String?)

  /// - Parameter environment: where `CURL_CA_BUNDLE`, `SSL_CERT_FILE` and `SSL_CERT_DIR` come from,
  ///   which curl(1) knows and its library does not. The proxies' variables the library reads itself.
  init(environment: Environment) {
    authorities = (
      environment["CURL_CA_BUNDLE"] ?? environment["SSL_CERT_FILE"], environment["SSL_CERT_DIR"]
    )
  }

  func apply(to easy: UnsafeMutableRawPointer) {
    ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
    ccurl_set_long(easy, CURLOPT_POST, 1)
    ccurl_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    ccurl_set_long(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    ccurl_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1)
    ccurl_close_on_exec(easy)
    // Whatever the library can unpack.
    ccurl_set_text(easy, CURLOPT_ACCEPT_ENCODING, "")
    ccurl_set_text(easy, CURLOPT_USERAGENT, "coach-up/\(SuiteVersion.current)")
    if let file = authorities.file { ccurl_set_text(easy, CURLOPT_CAINFO, file) }
    if let directory = authorities.directory { ccurl_set_text(easy, CURLOPT_CAPATH, directory) }
  }
}
