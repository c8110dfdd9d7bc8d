import Foundation
import Glibc

/// What the operating system refused, by the name of the call.
public struct SystemCallFailure: Error, CustomStringConvertible {
  /// The call, and what it was asked to do.
  public let call: String
  /// Its `errno`.
  public let code: Int32

  init(_ call: String, code: Int32 = errno) {
    self.call = call
    self.code = code
  }

  public var description: String { "\(call): \(String(cString: strerror(code)))" }
}

/// The calls of the harness on file descriptors. Every descriptor is opened close-on-exec: a child
/// that inherits the write end of somebody else's pipe keeps the reader of that pipe waiting for ever.
enum Descriptor {
  /// Held while a child is started, and while a descriptor exists that it must not inherit.
  static let startLock = NSLock()

  /// Opens a pipe and gives its two ends.
  static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    // `pipe2` is not among the calls that Swift's Glibc shows; so no child may start in between.
    try startLock.withLock {
      guard Glibc.pipe(&ends) == 0 else { throw SystemCallFailure("pipe") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    return (ends[0], ends[1])
  }

  /// Opens a file to read it.
  static func reading(_ path: String) throws -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemCallFailure("open \(path)") }
    return descriptor
  }

  /// Opens a file to write it, created where it is missing and emptied where it is not.
  static func writing(_ path: String) throws -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemCallFailure("open \(path)") }
    return descriptor
  }

  /// Writes all the bytes; false when the reader is gone (or the disk full), which is the reader's
  /// affair and no failure of the writer.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    withoutBrokenPipeSignal {
      bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
          let part = UnsafeRawBufferPointer(rebasing: rest)
          let count = Glibc.write(descriptor, part.baseAddress, part.count)
          if count < 0 {
            if errno == EINTR { continue }
            return false
          }
          rest = rest.dropFirst(count)
        }
        return true
      }
    }
  }

  /// Holds off SIGPIPE from this thread alone: other tests run stages in this process, which set
  /// the signal for all of it.
  private static func withoutBrokenPipeSignal<Result>(_ job: () -> Result) -> Result {
    var brokenPipe = sigset_t()
    sigemptyset(&brokenPipe)
    sigaddset(&brokenPipe, SIGPIPE)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &brokenPipe, &before)
    let result = job()
    var now = timespec()
    while sigtimedwait(&brokenPipe, nil, &now) == SIGPIPE {}
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return result
  }

  /// Reads what is there, at most 64 KiB; nil at the end of the input.
  static func read(from descriptor: Int32, into buffer: inout [UInt8]) -> ArraySlice<UInt8>? {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 { return buffer[..<count] }
      if count == 0 || errno != EINTR { return nil }
    }
  }
}

/// Starts a thread of its own for a job that blocks: the pool that runs the tests has one thread a
/// core, and must not wait for itself.
func inThread(_ job: @escaping @Sendable () -> Void) {
  let thread = Thread(block: job)
  thread.stackSize = 1 << 20
  thread.start()
}
