#if canImport(Glibc)
  import Glibc
#endif

/// A descriptor that becomes readable when somebody calls: work that is done, a signal.
public struct Wake: Sendable {
  /// What becomes readable.
  public let descriptor: Int32
  /// Where a signal handler calls by ``call(_:)``.
  public let caller: Int32

  /// Throws `Errno` where the process has no descriptors left.
  public init() throws(Errno) {
    let pipe = try PipeEnds()
    descriptor = pipe.readEnd
    caller = pipe.writeEnd
    for end in [descriptor, caller] { Descriptor.neverBlock(end) }
  }

  /// May be called from any thread.
  public func call() { Self.call(caller) }

  /// May be called from a signal handler. A full pipe has been called already.
  public static func call(_ caller: Int32) {
    var byte: UInt8 = 1
    _ = write(caller, &byte, 1)
  }

  /// Waits until somebody calls, or the time is over (milliseconds; -1 for as long as it takes).
  public func wait(timeout: Int32) {
    var waits = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&waits, 1, timeout) > 0 { clear() }
  }

  /// Makes it unreadable again.
  public func clear() {
    var bytes: (UInt64, UInt64) = (0, 0)
    while read(descriptor, &bytes, 16) == 16 {}
  }

  /// Gives the descriptors back; nobody may call any more.
  public func close() {
    _ = Glibc.close(descriptor)
    _ = Glibc.close(caller)
  }
}
