#if canImport(Glibc)
  import Glibc
#endif

/// The two ends of a pipe, neither of which a child process inherits.
///
/// (`pipe2` is not among the calls that Swift's Glibc shows: a child that another thread starts in
/// between does.)
public struct PipeEnds: Sendable {
  /// Where it is read.
  public let readEnd: Int32
  /// Where it is written.
  public let writeEnd: Int32

  /// Makes a pipe; whoever made it closes its ends.
  ///
  /// - Throws: `Errno` where the process has no descriptors left.
  public init() throws(Errno) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Errno(errno) }
    for end in ends { Descriptor.closeOnExec(end) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  /// Closes both ends.
  public func close() {
    _ = Glibc.close(readEnd)
    _ = Glibc.close(writeEnd)
  }
}
