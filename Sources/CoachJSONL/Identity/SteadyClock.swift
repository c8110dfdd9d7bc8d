#if canImport(Glibc)
  import Glibc
#endif

/// A clock that nobody sets, for how long things take.
public enum SteadyClock {
  /// Milliseconds since some moment.
  public static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
