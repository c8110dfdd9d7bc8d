public import CoachJSONL
import Synchronization

/// HTTP by libcurl's multi interface, on one thread of its own for all requests.
///
/// HTTP/2 where the server has it, connections used again, proxies and certificates as the
/// environment says, no redirects. Library and thread are loaded and started by the first request.
public final class CurlTransport: HTTPTransport {
  private let settings: CurlSettings
  private let loop = Mutex<CurlLoop?>(nil)

  /// - Parameter environment: `CURL_CA_BUNDLE`, `SSL_CERT_FILE` and `SSL_CERT_DIR` name the
  ///   authorities that are trusted. Proxies libcurl takes from the process's own environment.
  public init(environment: Environment) {
    settings = CurlSettings(environment: environment)
  }

  deinit {
    loop.withLock { $0?.send(.stop) }
  }

  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let loop = try startedLoop()
    let body = CurlBody(request, loop: loop, transport: self)
    loop.send(.add(body.exchange))
    let head = try await body.exchange.channel.head()
    return HTTPResponse(head: head, body: body)
  }

  private func startedLoop() throws -> CurlLoop {
    try loop.withLock { loop in
      if let loop { return loop }
      let started = try CurlLoop(settings)
      try started.start()
      loop = started
      return started
    }
  }
}

/// The reader's end of an exchange; when nobody holds it any more, the exchange ends.
private final class CurlBody: HTTPBody {
  let exchange: CurlExchange
  /// Its thread is needed until the body ends.
  private let transport: CurlTransport

  init(_ request: HTTPRequest, loop: CurlLoop, transport: CurlTransport) {
    self.transport = transport
    exchange = CurlExchange(request, now: SteadyClock.now())
    exchange.channel.onWish { [weak exchange] wish in
      guard let exchange else { return }
      switch wish {
      case .resume: loop.send(.resume(exchange))
      case .stop: loop.send(.remove(exchange))
      }
    }
  }

  deinit { exchange.channel.abandon() }

  func next() async throws -> [UInt8]? { try await exchange.channel.next() }

  func drain() { exchange.channel.drain() }
}
