import Foundation
import Glibc
import Synchronization

/// An HTTP server on this machine that does what a script says, faults included.
///
/// It writes raw bytes to sockets: a server that others have written would not let an answer break
/// off in the middle of a character. Each connection has a thread of its own.
public final class FaultServer: Sendable {
  /// What is done with a request.
  public typealias Script = @Sendable (ServedRequest) -> ServedAnswer

  private struct Record {
    var requests: [ServedRequest] = []
    var requestCount = 0
    var connections = 0
    var departures = 0
    var open: Set<Int32> = []
    var isStopped = false
  }

  /// The port that it listens on.
  public let port: UInt16
  private let listener: Int32
  private let script: Script
  private let keepsRequests: Bool
  private let record = Mutex(Record())

  /// Starts to listen, on 127.0.0.1.
  ///
  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - keepsRequests: whether `requests` has them; a server that runs for long must not keep them.
  public init(port: UInt16 = 0, keepsRequests: Bool = true, script: @escaping Script) throws {
    self.script = script
    self.keepsRequests = keepsRequests
    let listener = try Descriptor.startLock.withLock {
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      guard listener >= 0 else { throw SystemCallFailure("socket") }
      _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
      return listener
    }
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard bind(listener, address, length) == 0, listen(listener, 4096) == 0 else {
          return errno
        }
        return getsockname(listener, address, &length) == 0 ? 0 : errno
      }
    }
    guard code == 0 else {
      close(listener)
      throw SystemCallFailure("listen on port \(port)", code: code)
    }
    self.listener = listener
    self.port = UInt16(bigEndian: address.sin_port)
    inThread { [weak self] in
      // The server may be let go of while nobody connects.
      while let connection = FaultServer.accept(listener) {
        guard let server = self, server.take(connection) else {
          close(connection)
          break
        }
      }
    }
  }

  deinit { stop() }

  /// Where it is.
  public var address: String { "http://127.0.0.1:\(port)" }

  /// The requests so far, in the order of their arrival.
  public var requests: [ServedRequest] { record.withLock(\.requests) }

  /// How many requests there were.
  public var requestCount: Int { record.withLock(\.requestCount) }

  /// How many connections there were.
  public var connectionCount: Int { record.withLock(\.connections) }

  /// How many connections were closed by the client before an answer's end.
  public var departureCount: Int { record.withLock(\.departures) }

  /// Ends all connections and stops listening.
  public func stop() {
    let open = record.withLock { record in
      if record.isStopped { return Set<Int32>?.none }
      record.isStopped = true
      return record.open
    }
    guard let open else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    for connection in open { shutdown(connection, Int32(SHUT_RDWR)) }
  }

  private static func accept(_ listener: Int32) -> Int32? {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      if connection >= 0 {
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        return connection
      }
      guard [EINTR, ECONNABORTED, EMFILE].contains(errno) else { return nil }
    }
  }

  // MARK: One connection

  private func take(_ descriptor: Int32) -> Bool {
    let number = record.withLock { record -> Int? in
      guard !record.isStopped else { return nil }
      record.connections += 1
      record.open.insert(descriptor)
      return record.connections
    }
    guard let number else { return false }
    var yes: Int32 = 1
    setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    inThread { self.serve(ServedConnection(descriptor), number) }
    return true
  }

  private func serve(_ connection: ServedConnection, _ number: Int) {
    while let (head, body) = connection.readRequest() {
      let request = note(head, body, number)
      if !connection.perform(script(request).steps, onDeparture: noteDeparture) { break }
    }
    record.withLock { _ = $0.open.remove(connection.descriptor) }
    connection.close()
  }

  private func note(
    _ head: ServedConnection.Head, _ body: [UInt8], _ connection: Int
  ) -> ServedRequest {
    record.withLock { record in
      record.requestCount += 1
      let request = ServedRequest(
        number: record.requestCount, connection: connection, method: head.method, path: head.path,
        headers: head.headers, body: body)
      if keepsRequests { record.requests.append(request) }
      return request
    }
  }

  private func noteDeparture() {
    record.withLock { $0.departures += 1 }
  }
}
