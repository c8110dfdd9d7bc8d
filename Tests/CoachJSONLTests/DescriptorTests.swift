import Testing

@testable import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

struct DescriptorTests {
  @Test("No child inherits the ends of a pipe")
  func closesOnExec() throws {
    let pipe = try PipeEnds()
    defer { pipe.close() }
    for end in [pipe.readEnd, pipe.writeEnd] { #expect(fcntl(end, F_GETFD) & FD_CLOEXEC != 0) }
  }

  @Test("What does not fit into a pipe that never blocks is waited with")
  func writesAll() async throws {
    let pipe = try PipeEnds()
    Descriptor.neverBlock(pipe.writeEnd)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let writing = Task.detached {
      defer { close(pipe.writeEnd) }
      try Descriptor.writeAll(bytes[...], to: pipe.writeEnd)
    }
    var received: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(pipe.readEnd, &block, block.count)
      guard count > 0 else { break }
      received += block[..<count]
    }
    try await writing.value
    close(pipe.readEnd)
    #expect(received == bytes)
  }

  @Test("What cannot be written is an error with its number")
  func tellsWhy() throws {
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(full) }
    #expect(throws: Errno(ENOSPC)) { try Descriptor.writeAll([1], to: full) }
  }

  @Test("A pipe is one, a file and a closed descriptor are none")
  func knowsPipes() throws {
    let pipe = try PipeEnds()
    defer { pipe.close() }
    let file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    #expect(Descriptor.isPipe(pipe.readEnd))
    #expect(Descriptor.isPipe(pipe.writeEnd))
    #expect(!Descriptor.isPipe(file))
    #expect(!Descriptor.isPipe(-1))
  }
}
