import Synchronization

/// Carries what a thread reads to a task that waits for it: first a head, then bytes, then the end.
///
/// It is bounded: when the reader lags by more than `capacity` bytes, the writer is told to wait.
final class ByteChannel<Head: Sendable>: Sendable {
  private struct State {
    var head: Head?
    var bytes: [UInt8] = []
    var ending: Result<Void, ProviderFailure>?
    var isAbandoned = false
    var isDraining = false
    var isWriterWaiting = false
    /// Counts what happened, so that a reader does not wait for what came while it looked.
    var news = 0
    var reader: CheckedContinuation<Void, Never>?
    var wish: (@Sendable (Wish) -> Void)?

    /// Takes the waiting reader out, to be woken outside of the lock.
    mutating func takeReader() -> CheckedContinuation<Void, Never>? {
      news += 1
      defer { reader = nil }
      return reader
    }

    /// What tells a waiting writer to go on; nil where none waits.
    mutating func takeResume() -> (@Sendable (Wish) -> Void)? {
      defer { isWriterWaiting = false }
      return isWriterWaiting ? wish : nil
    }
  }

  /// What the reader's side asks of the writer's.
  enum Wish: Sendable {
    /// There is room again.
    case resume
    /// Nobody reads any more.
    case stop
  }

  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int = 1 << 20) {
    self.capacity = capacity
  }

  /// - Parameter wish: called from the reader's side, on any thread, with no lock held.
  func onWish(_ wish: @escaping @Sendable (Wish) -> Void) {
    state.withLock { $0.wish = wish }
  }

  // MARK: The writer's side

  /// Hands the head over.
  func open(_ head: Head) {
    let reader = state.withLock { state in
      state.head = head
      return state.takeReader()
    }
    reader?.resume()
  }

  /// Hands bytes over; false where the reader lags, and nothing was taken: `Wish.resume` follows.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let (isTaken, reader) = state.withLock { state in
      if state.isAbandoned || state.isDraining {
        return (true, CheckedContinuation<Void, Never>?.none)
      }
      guard state.bytes.count < capacity else {
        state.isWriterWaiting = true
        return (false, nil)
      }
      state.bytes.append(contentsOf: bytes)
      return (true, state.takeReader())
    }
    reader?.resume()
    return isTaken
  }

  /// Says that nothing follows, and why where it is no proper end. Only the first call counts.
  func end(_ failure: ProviderFailure?) {
    let reader = state.withLock { state in
      if state.ending == nil { state.ending = failure.map(Result.failure) ?? .success(()) }
      return state.takeReader()
    }
    reader?.resume()
  }

  /// Whether what still comes is thrown away.
  var isDraining: Bool { state.withLock(\.isDraining) }

  /// Whether nobody reads any more.
  var isAbandoned: Bool { state.withLock(\.isAbandoned) }

  // MARK: The reader's side

  /// Waits for the head.
  func head() async throws -> Head {
    try await value { state in
      if let head = state.head { return head }
      if case .failure(let failure) = state.ending { throw failure }
      if state.ending != nil { throw ProviderFailure(.connection, "the answer has no head") }
      return nil
    }
  }

  /// Waits for bytes and takes all there are; nil at the end.
  func next() async throws -> [UInt8]? {
    let bytes: [UInt8] = try await value { state in
      if !state.bytes.isEmpty {
        defer { state.bytes = [] }
        return state.bytes
      }
      switch state.ending {
      case nil: return nil
      case .success: return []
      case .failure(let failure): throw failure
      }
    }
    state.withLock { $0.takeResume() }?(.resume)
    return bytes.isEmpty ? nil : bytes
  }

  /// Has the writer stop, unless it has ended; a reader that waits gets a `CancellationError`.
  func abandon() {
    let (wish, reader) = state.withLock { state in
      let mustStop = !state.isAbandoned && !state.isDraining && state.ending == nil
      state.isAbandoned = true
      state.bytes = []
      return (mustStop ? state.wish : nil, state.takeReader())
    }
    reader?.resume()
    wish?(.stop)
  }

  /// Has the writer go on to its end, but throws away what comes.
  func drain() {
    let wish = state.withLock { state in
      state.isDraining = true
      state.bytes = []
      return state.takeResume()
    }
    wish?(.resume)
  }

  /// Waits until `take` gives something.
  private func value<Value: Sendable>(
    _ take: (inout State) throws -> Value?
  ) async throws -> Value {
    while true {
      if Task.isCancelled { abandon() }
      let (value, news) = try state.withLock { state in
        if state.isAbandoned { throw CancellationError() }
        return (try take(&state), state.news)
      }
      if let value { return value }
      await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          let isLate = state.withLock { state in
            if state.news == news { state.reader = continuation }
            return state.news != news
          }
          if isLate { continuation.resume() }
        }
      } onCancel: {
        abandon()
      }
    }
  }
}
