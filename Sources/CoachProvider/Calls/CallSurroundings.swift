public import CoachJSONL

/// What calls need of the world around them.
public struct CallSurroundings: Sendable {
  /// The time of day, for records.
  public var clock: WallClock
  /// Milliseconds of a clock that never goes back, for latencies.
  public var steady: @Sendable () -> Int64
  /// Waits so many milliseconds; throws where the task is cancelled.
  public var sleep: @Sendable (Int64) async throws -> Void
  /// Mints the ids of prompt runs.
  public var mint: IDMint
  /// Where each attempt is logged, without a word of what was said.
  public var diagnostics: Diagnostics

  public init(
    clock: WallClock, mint: IDMint, diagnostics: Diagnostics,
    steady: @escaping @Sendable () -> Int64 = CallSurroundings.systemSteady,
    sleep: @escaping @Sendable (Int64) async throws -> Void = CallSurroundings.systemSleep
  ) {
    self.clock = clock
    self.mint = mint
    self.diagnostics = diagnostics
    self.steady = steady
    self.sleep = sleep
  }

  /// The system's monotonic clock.
  public static let systemSteady: @Sendable () -> Int64 = {
    SteadyClock.now()
  }

  /// The task's own sleep.
  public static let systemSleep: @Sendable (Int64) async throws -> Void = { milliseconds in
    try await Task.sleep(nanoseconds: UInt64(clamping: milliseconds) * 1_000_000)
  }
}
