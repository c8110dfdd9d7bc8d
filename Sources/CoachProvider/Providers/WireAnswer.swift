import CoachJSONL

/// One answer of a service over HTTP, read as far as somebody asks for it.
actor WireAnswer<Wire: ChatWire> {
  private let service: WireService<Wire>
  private let request: ChatRequest
  private var wire: Wire
  private var body: (any HTTPBody)?
  private var reading: AnswerReading<Wire.Decoder>?
  private var recording: RecordedExchange?
  /// What was decoded and not yet asked for, the next one last.
  private var pending: [ChatEvent] = []
  private var isSent = false
  /// What is thrown behind the last event.
  private var failure: ProviderFailure?

  init(_ service: WireService<Wire>, _ request: ChatRequest) {
    self.service = service
    self.request = request
    wire = service.wire
  }

  /// The next event, nil after the last one.
  ///
  /// - Throws: `ProviderFailure` or `CancellationError`; nothing follows it.
  func next() async throws -> ChatEvent? {
    while pending.isEmpty {
      if let failure {
        self.failure = nil
        throw failure
      }
      if let body {
        try await readOn(body)
      } else if !isSent {
        try await send()
      } else {
        return nil
      }
    }
    return pending.removeLast()
  }

  private func send() async throws {
    isSent = true
    try service.recorder?.check()
    recording = service.recorder.map { _ in RecordedExchange(of: Wire.provider, request) }
    do {
      let response = try await service.transport.send(wire.httpRequest(for: request))
      recording?.open(response.head)
      body = response.body
      reading = try AnswerReading(
        response.head, decoder: Wire.decoder(asksForm: request.asksForm),
        asksForm: request.asksForm, clock: service.clock)
    } catch let failure as ProviderFailure {
      // What the head tells is told by a recording too.
      if body == nil { recording?.failure = failure }
      end(failure)
    }
  }

  private func readOn(_ body: any HTTPBody) async throws {
    let step: Result<[UInt8]?, ProviderFailure>
    do {
      step = .success(try await body.next())
    } catch let failure as ProviderFailure {
      step = .failure(failure)
    } catch {
      self.body = nil
      throw error
    }
    var events: [ChatEvent] = []
    do throws(ProviderFailure) {
      switch step {
      case .success(let bytes?):
        recording?.append(bytes)
        try reading?.read(bytes, into: &events)
        if reading?.isComplete ?? true {
          // What is left of it is an end of stream, which frees the connection for the next one.
          body.drain()
          end(nil)
        }
      case .success(nil):
        if adapts() { return }
        try reading?.finish(nil, into: &events)
        end(nil)
      case .failure(let failure):
        recording?.failure = failure
        try reading?.finish(failure, into: &events)
        end(nil)
      }
    } catch {
      end(error)
    }
    pending = events.reversed()
  }

  /// Whether the server refused a parameter that there is another way to say: it is asked again.
  private func adapts() -> Bool {
    guard let reading, reading.isRefusal, let error = reading.refusal.error,
      let other = wire.adapted(to: error)
    else { return false }
    wire = other
    service.adapt(to: other)
    body = nil
    isSent = false
    return true
  }

  private func end(_ failure: ProviderFailure?) {
    self.failure = failure
    body = nil
    reading = nil
    if let recording { service.recorder?.write(recording) }
    recording = nil
  }
}
