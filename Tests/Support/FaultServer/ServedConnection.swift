import Glibc

/// One connection of the fault server: reads requests, does what a script says.
final class ServedConnection: @unchecked Sendable {
  /// What stands before the body of a request.
  struct Head {
    var method: String
    var path: String
    /// Names in lower case.
    var headers: [String: String]
  }

  let descriptor: Int32
  private var received: [UInt8] = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  func close() { _ = Glibc.close(descriptor) }

  /// The next request; nil where the client has gone.
  func readRequest() -> (head: Head, body: [UInt8])? {
    let mark = Array("\r\n\r\n".utf8)
    var searched = 0
    var end: Int?
    while end == nil {
      let start = max(searched - mark.count, 0)
      end = received.indices.dropFirst(start).first { received[$0...].starts(with: mark) }
      searched = received.count
      if end == nil, !receive() { return nil }
    }
    guard let end else { return nil }
    let head = Self.head(of: String(decoding: received[..<end], as: UTF8.self))
    received.removeSubrange(..<(end + mark.count))
    let length = head.headers["content-length"].flatMap { Int($0) } ?? 0
    while received.count < length { if !receive() { return nil } }
    defer { received.removeSubrange(..<length) }
    return (head, Array(received[..<length]))
  }

  private static func head(of text: String) -> Head {
    let lines = text.split(separator: "\r\n")
    let words = lines.first?.split(separator: " ").map(String.init) ?? []
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    return Head(method: words.first ?? "", path: words.dropFirst().first ?? "", headers: headers)
  }

  private func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      received.append(contentsOf: buffer[..<count])
      return true
    }
  }

  /// Does the steps; false where the connection is at its end.
  ///
  /// - Parameter onDeparture: called where the client went before the last step.
  func perform(_ steps: [ServedAnswer.Step], onDeparture: () -> Void) -> Bool {
    for step in steps {
      let isAlive =
        switch step {
        case .send(let bytes): send(bytes[...])
        case .sendBytewise(let bytes):
          bytes.indices.allSatisfy { send(bytes[$0...$0]) }
        case .pause(let milliseconds): waitForDeparture(milliseconds)
        case .hang: waitForDeparture(-1)
        case .close: false
        }
      guard isAlive else {
        if case .close = step {} else { onDeparture() }
        return false
      }
    }
    return true
  }

  private func send(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Waits for so long, or until the client goes, which is false.
  private func waitForDeparture(_ milliseconds: Int) -> Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, Int32(milliseconds)) == 0
  }
}
