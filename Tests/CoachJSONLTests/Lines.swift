import Testing

@testable import CoachJSONL

#if canImport(Glibc)
  import Glibc
#endif

/// Calls `body` with a record over `line`.
func withRecord<Result>(
  _ line: String, _ body: (borrowing Record) throws -> Result
) throws -> Result {
  try withRecord(Array(line.utf8), body)
}

/// Calls `body` with a record over the bytes of a line.
func withRecord<Result>(
  _ line: [UInt8], _ body: (borrowing Record) throws -> Result
) throws -> Result {
  let padded = line + Array(repeating: 0x22, count: LineReader.padding)
  let parser = try JSONParser()
  return try padded.withUnsafeBytes { bytes in
    let record = try Record(
      bytes: UnsafeRawBufferPointer(rebasing: bytes[..<line.count]),
      place: Place(file: "stdin", line: 1, offset: 0), parser: parser)
    return try body(record)
  }
}

/// A pipe that is fed with bytes.
struct FedPipe: ~Copyable {
  let reading: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    reading = ends[0]
    writing = ends[1]
  }

  func write(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    _ = bytes.withUnsafeBytes { Glibc.write(writing, $0.baseAddress, $0.count) }
  }

  /// Whether what was written has not all been read.
  var isReadable: Bool {
    var watched = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }

  func end() { close(writing) }

  deinit { close(reading) }
}
