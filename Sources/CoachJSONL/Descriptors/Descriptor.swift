#if canImport(Glibc)
  import Glibc
#endif

/// What is done with descriptors in more than one place.
public enum Descriptor {
  /// Whether it is a pipe or a socket: what somebody else writes or reads as it goes.
  public static func isPipe(_ descriptor: Int32) -> Bool {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { return false }
    return [S_IFIFO, S_IFSOCK].contains(information.st_mode & S_IFMT)
  }

  /// No program that this process starts has it.
  public static func closeOnExec(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  /// Whoever would have to wait for it gets `EAGAIN` instead.
  public static func neverBlock(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
  }

  /// Writes all bytes, however many writes it takes; one that does not block is waited for.
  ///
  /// - Throws: `Errno` where they could not all be written.
  public static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(Errno) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw Errno(errno)
      }
    }
  }
}
