import Foundation
import Glibc

/// What comes out of a pipe, read to its end by a thread, so that no output is too big.
final class Capture: @unchecked Sendable {
  private let condition = NSCondition()
  private var bytes: [UInt8] = []
  private var count = 0
  private var isAtEnd = false
  private var lineStart = 0

  /// Begins to read; closes the descriptor at its end. Where the bytes are not kept, they are counted.
  init(_ descriptor: Int32, keepsBytes: Bool = true) {
    inThread {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while let more = Descriptor.read(from: descriptor, into: &buffer) {
        self.condition.withLock {
          self.count += more.count
          if keepsBytes { self.bytes += more }
          self.condition.broadcast()
        }
      }
      close(descriptor)
      self.condition.withLock {
        self.isAtEnd = true
        self.condition.broadcast()
      }
    }
  }

  /// Everything, waited for until the end of the output or the deadline.
  func everything(until deadline: Date) -> [UInt8] {
    condition.withLock {
      while !isAtEnd, condition.wait(until: deadline) {}
      return bytes
    }
  }

  /// What has come until now.
  var current: [UInt8] { condition.withLock { bytes } }

  /// How many bytes have come until now.
  var byteCount: Int { condition.withLock { count } }

  /// The next whole line without its LF, or nil if none came before the deadline (or the end).
  func nextLine(until deadline: Date) -> [UInt8]? {
    condition.withLock {
      while true {
        if let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
          defer { lineStart = end + 1 }
          return Array(bytes[lineStart..<end])
        }
        if isAtEnd || !condition.wait(until: deadline) { return nil }
      }
    }
  }
}
