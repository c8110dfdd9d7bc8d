#if canImport(Glibc)
  import Glibc
#endif

/// The time of day, passed to whatever needs it.
public struct WallClock: Sendable {
  /// Milliseconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int64

  /// A clock that tells what `now` says.
  public init(now: @escaping @Sendable () -> Int64) {
    self.now = now
  }

  /// The system's clock, or the time that `COACH_NOW` fixes (milliseconds since 1970-01-01 UTC).
  public init(_ environment: Environment) {
    if let fixed = environment["COACH_NOW"].flatMap(Int64.init) {
      now = { fixed }
    } else {
      now = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
      }
    }
  }
}
