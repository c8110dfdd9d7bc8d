import Synchronization

/// A length of time that one thread sets and another takes, once.
struct SharedTime: ~Copyable, Sendable {
  private let value = Atomic<Int64>(-1)

  /// Sets it, in milliseconds.
  func store(_ time: Int64) { value.store(time, ordering: .relaxed) }

  /// What was set since it was taken last.
  func take() -> Int64? {
    let time = value.exchange(-1, ordering: .relaxed)
    return time >= 0 ? time : nil
  }
}
