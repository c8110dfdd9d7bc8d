import CCurl

/// What libcurl's codes mean to whoever asked a model.
enum CurlFailure {
  /// - Parameters:
  ///   - status: that of the answer, where its head had begun.
  ///   - hasBegun: whether bytes of the body had come.
  ///   - isConnected: whether the connection stood.
  static func of(
    _ code: CURLcode, status: Int?, hasBegun: Bool, isConnected: Bool, timeouts: Timeouts
  ) -> ProviderFailure {
    // libcurl's own words name no host and quote nothing.
    let words = String(cString: ccurl_easy_strerror(code))
    switch code {
    case CURLE_OPERATION_TIMEDOUT:
      return ProviderFailure(
        .timeout, statusCode: status,
        isConnected
          ? "not done within \(timeouts.total) ms" : "no connection within \(timeouts.connect) ms")
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CACERT_BADFILE, CURLE_COULDNT_RESOLVE_PROXY, CURLE_OUT_OF_MEMORY:
      return ProviderFailure(.configuration, "libcurl: \(words)")
    case CURLE_BAD_CONTENT_ENCODING:
      return ProviderFailure(.malformed, statusCode: status, "libcurl: \(words)")
    default:
      return ProviderFailure(hasBegun ? .cut : .connection, statusCode: status, "libcurl: \(words)")
    }
  }
}
