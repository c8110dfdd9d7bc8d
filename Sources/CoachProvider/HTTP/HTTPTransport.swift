/// Sends requests over HTTP; the real one is `CurlTransport`.
public protocol HTTPTransport: Sendable {
  /// Sends a request and waits for the head of the answer.
  ///
  /// - Throws: `ProviderFailure` (`connection`, `timeout`, `configuration`…), or `CancellationError`
  ///   where the task was cancelled; the connection is given up then.
  func send(_ request: HTTPRequest) async throws -> HTTPResponse
}

/// A POST of a JSON document.
public struct HTTPRequest: Sendable {
  public var url: String
  /// Header lines without the key, in the order in which they are sent.
  public var headers: [HTTPField]
  /// The one header that carries a key; nil for none.
  public var credential: Credential?
  public var body: [UInt8]
  public var timeouts: Timeouts

  public init(
    url: String, headers: [HTTPField] = [], credential: Credential? = nil, body: [UInt8],
    timeouts: Timeouts = Timeouts()
  ) {
    self.url = url
    self.headers = headers
    self.credential = credential
    self.body = body
    self.timeouts = timeouts
  }

  /// A header that is not shown when a request is printed.
  public struct Credential: Sendable {
    public var header: String
    /// What stands before the key, as `Bearer` and a blank.
    public var prefix: String
    public var key: APIKey

    public init(header: String, prefix: String = "", key: APIKey) {
      self.header = header
      self.prefix = prefix
      self.key = key
    }
  }
}

/// One header line.
public struct HTTPField: Sendable, Equatable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The beginning of an answer: status and headers.
public struct HTTPHead: Sendable, Equatable {
  public var status: Int
  /// In the order in which they came.
  public var headers: [HTTPField]

  public init(status: Int, headers: [HTTPField] = []) {
    self.status = status
    self.headers = headers
  }

  /// The last value of that header, whose name is compared without case; nil where there is none.
  public subscript(_ name: String) -> String? {
    headers.last { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The media type without its parameters, in lower case; nil where none is given.
  var contentType: String? {
    guard let value = self["content-type"] else { return nil }
    let type = value.prefix { $0 != ";" && $0 != " " && $0 != "," }
    return type.isEmpty ? nil : type.lowercased()
  }
}

/// An answer whose body is still arriving.
public struct HTTPResponse: Sendable {
  public let head: HTTPHead
  public let body: any HTTPBody

  public init(head: HTTPHead, body: any HTTPBody) {
    self.head = head
    self.body = body
  }
}

/// The body of an answer, in pieces as they arrive; one reader at a time.
///
/// Whoever lets go of it before its end gives the connection up.
public protocol HTTPBody: AnyObject, Sendable {
  /// The next bytes, nil at the end.
  ///
  /// - Throws: `ProviderFailure` (`cut`, `timeout`, `malformed`), or `CancellationError`.
  func next() async throws -> [UInt8]?

  /// Reads the little that is left without handing it out, so that the connection can be used again.
  func drain()
}
