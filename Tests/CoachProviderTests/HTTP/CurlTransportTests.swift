import CoachJSONL
import CoachProvider
import Glibc
import TestSupport
import Testing

@Suite struct CurlTransportTests {
  let transport = CurlTransport(environment: Environment([:]))

  func request(_ server: FaultServer, timeouts: Timeouts = Timeouts()) -> HTTPRequest {
    HTTPRequest(url: server.address + "/x", body: Array("{}".utf8), timeouts: timeouts)
  }

  /// Waits until something is so, for at most ten seconds.
  func eventually(_ condition: () -> Bool) async throws -> Bool {
    for _ in 0..<1_000 where !condition() { try await Task.sleep(for: .milliseconds(10)) }
    return condition()
  }

  @Test func sendsKeyIdAndBody() async throws {
    let server = try FaultServer { _ in GoodAnswer.openAI(["Hi."]) }
    _ = await Asked(try server.provider("openai"))
    _ = await Asked(try server.provider("anthropic"))
    let requests = server.requests
    #expect(requests.map(\.method) == ["POST", "POST"])
    #expect(requests.map(\.path) == ["/v1/chat/completions", "/v1/messages"])
    #expect(requests.map { $0.headers["x-request-id"] } == ["req_1", "req_1"])
    #expect(requests[0].headers["authorization"] == "Bearer key-1")
    #expect(requests[1].headers["x-api-key"] == "key-1")
    #expect(requests[1].headers["authorization"] == nil)
    #expect(requests.allSatisfy { $0.headers["content-type"] == "application/json" })
    #expect(requests.allSatisfy { $0.headers["expect"] == nil })
    #expect(requests[0].headers["user-agent"]?.hasPrefix("coach-up/") == true)
  }

  @Test func usesAConnectionAgain() async throws {
    let server = try FaultServer { request in
      request.number == 2
        ? .document(status: 500, "{}") : GoodAnswer.openAI(["Hi."])
    }
    let provider = try server.provider(transport: transport)
    for _ in 0..<5 { _ = await Asked(provider) }
    #expect(server.requestCount == 5)
    #expect(server.connectionCount == 1)
  }

  @Test func sendsALargeBody() async throws {
    let server = try FaultServer { _ in .document("{}") }
    var request = request(server)
    request.body = [UInt8](repeating: 0x20, count: 3 << 20)
    let response = try await transport.send(request)
    #expect(response.head.status == 200)
    #expect(server.requests.first?.body.count == 3 << 20)
  }

  @Test func followsNoRedirect() async throws {
    let server = try FaultServer { _ in
      .document(status: 307, headers: [("Location", "/elsewhere")], "")
    }
    let response = try await transport.send(request(server))
    #expect(response.head.status == 307)
    #expect(server.requestCount == 1)
  }

  @Test func unpacksWhatIsPacked() async throws {
    // `printf 'packed' | gzip -n`
    let packed: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x2B, 0x48, 0x4C, 0xCE, 0x4E, 0x4D, 1, 0, 0x10, 0xB4,
      0xF6, 0x21, 6, 0, 0, 0,
    ]
    let server = try FaultServer { _ in
      let head = ServedAnswer.head(
        status: 200, type: "text/plain",
        [("Content-Encoding", "gzip"), ("Content-Length", String(packed.count))])
      return ServedAnswer([.send(head + packed)])
    }
    let response = try await transport.send(request(server))
    #expect(try await response.body.next() == Array("packed".utf8))
    #expect(try await response.body.next() == nil)
  }

  @Test func doesNotConnectForEver() async throws {
    // A listener that accepts nobody and whose queue is full: connections hang.
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = bind(listener, address, length)
        _ = listen(listener, 0)
        _ = getsockname(listener, address, &length)
      }
    }
    let url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/"
    var failures: [ProviderFailure] = []
    await withTaskGroup(of: ProviderFailure?.self) { group in
      for _ in 0..<4 {
        group.addTask {
          do {
            _ = try await self.transport.send(
              HTTPRequest(
                url: url, body: [],
                timeouts: Timeouts(connect: 200, firstByte: 1_000)))
          } catch {
            return error as? ProviderFailure
          }
          return nil
        }
      }
      for await failure in group { if let failure { failures.append(failure) } }
    }
    #expect(failures.count == 4)
    #expect(failures.contains { $0.detail == "no connection within 200 ms" })
    #expect(failures.allSatisfy { $0.kind == .timeout })
  }

  @Test func refusesOtherProtocols() async throws {
    let failure = await #expect(throws: ProviderFailure.self) {
      try await transport.send(HTTPRequest(url: "file:///etc/hostname", body: []))
    }
    #expect(failure?.kind == .configuration)
  }

  // MARK: Giving up

  @Test(arguments: [[], [ServedAnswer.Step.send(ServedAnswer.streamHead)]])
  func cancellingClosesTheConnection(_ steps: [ServedAnswer.Step]) async throws {
    let server = try FaultServer { _ in ServedAnswer(steps + [.hang]) }
    let provider = try server.provider(transport: transport)
    let task = Task { await Asked(provider) }
    #expect(try await eventually { server.requestCount == 1 })
    task.cancel()
    let asked = await task.value
    #expect(asked.failure == nil)
    #expect(asked.finish == nil)
    #expect(try await eventually { server.departureCount == 1 })
  }

  @Test func lettingGoOfAnAnswerClosesTheConnection() async throws {
    let server = try FaultServer { _ in
      GoodAnswer.openAI([String](repeating: "so ", count: 10_000), pause: 5)
    }
    let provider = try server.provider(transport: transport)
    for try await event in provider.stream(.sample()) {
      #expect(event == .text("so "))
      break
    }
    #expect(try await eventually { server.departureCount == 1 })
  }

  // MARK: Bounds

  @Test func aReaderThatLagsHoldsTheServerBack() async throws {
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    let server = try FaultServer { _ in
      let send = ServedAnswer.Step.send(ServedAnswer.chunk(piece))
      return ServedAnswer(
        [.send(ServedAnswer.streamHead)] + [ServedAnswer.Step](repeating: send, count: 40)
          + [.send(ServedAnswer.endOfChunks)])
    }
    let response = try await transport.send(request(server, timeouts: Timeouts(idle: 200)))
    // The reader's own silence is no silence of the server.
    try await Task.sleep(for: .milliseconds(600))
    var count = 0
    var most = 0
    while let bytes = try await response.body.next() {
      count += bytes.count
      most = max(most, bytes.count)
    }
    #expect(count == 40 << 20)
    #expect(most > 1 << 19)
    #expect(most < 3 << 19)
  }

  @Test func anAnswerWithoutEndIsRefused() async throws {
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    let server = try FaultServer { _ in
      let send = ServedAnswer.Step.send(ServedAnswer.chunk(piece))
      return ServedAnswer(
        [.send(ServedAnswer.streamHead)] + [ServedAnswer.Step](repeating: send, count: 80))
    }
    let response = try await transport.send(request(server))
    var count = 0
    let failure = await #expect(throws: ProviderFailure.self) {
      while let bytes = try await response.body.next() { count += bytes.count }
    }
    #expect(failure?.kind == .malformed)
    #expect(count <= 64 << 20)
    #expect(try await eventually { server.departureCount == 1 })
  }

  @Test func aThousandStreamsSideBySide() async throws {
    let server = try FaultServer(keepsRequests: false) { _ in
      GoodAnswer.openAI(["a", "b", "c"], pause: 100)
    }
    let provider = try server.provider(transport: transport)
    let answers = await withTaskGroup(of: Asked.self) { group in
      for _ in 0..<1_000 { group.addTask { await Asked(provider) } }
      return await group.reduce(into: [Asked]()) { $0.append($1) }
    }
    #expect(answers.count == 1_000)
    #expect(answers.allSatisfy { $0.text == "abc" && $0.finish == .stop })
    #expect(server.requestCount == 1_000)
  }
}
