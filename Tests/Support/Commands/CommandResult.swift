import Glibc

/// What a command did: how it ended, and what it wrote.
public struct CommandResult: Sendable, CustomStringConvertible {
  /// The command as one would type it.
  public let commandLine: String
  /// How it ended.
  public let exit: Exit
  /// All of stdout, where it was captured and this was the last command of its pipeline.
  public let stdout: [UInt8]
  /// All of stderr.
  public let stderr: [UInt8]
  /// How many bytes came out of stdout, where they were read.
  public let byteCount: Int
  /// The largest resident memory in bytes, where it was asked for.
  public let peakMemory: Int

  /// stdout as text.
  public var text: String { String(decoding: stdout, as: UTF8.self) }
  /// stderr as text.
  public var diagnostics: String { String(decoding: stderr, as: UTF8.self) }
  /// The lines of stdout, without their LF.
  public var lines: [String] {
    // `memchr`, because the tests are built for debugging and some lines have 16 MiB.
    stdout.withUnsafeBytes { bytes in
      var lines: [String] = []
      var rest = bytes[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress {
        let end = memchr(start, 0x0a, rest.count).map { start.distance(to: $0) } ?? rest.count
        if rest.isEmpty { break }
        let line = UnsafeRawBufferPointer(rebasing: rest.prefix(end))
        lines.append(String(decoding: line, as: UTF8.self))
        rest = rest.dropFirst(end + 1)
      }
      return lines
    }
  }
  /// The lines of stderr, without their LF.
  public var diagnosticLines: [Substring] { diagnostics.split(separator: "\n") }

  /// What a failure prints: all that one needs to see what happened.
  public var description: String {
    """

    command: \(commandLine)
    ended:   \(exit)
    stdout:  \(Self.excerpt(stdout))
    stderr:  \(Self.excerpt(stderr))
    """
  }

  private static func excerpt(_ bytes: [UInt8]) -> String {
    guard bytes.count > 4000 else { return "\(String(decoding: bytes, as: UTF8.self))" }
    let ends = [bytes.prefix(2000), bytes.suffix(2000)].map { String(decoding: $0, as: UTF8.self) }
    return "\(ends[0])\n… \(bytes.count - 4000) bytes …\n\(ends[1])"
  }
}
