import Testing

@testable import CoachJSONL

@Suite struct LineReaderTests {
  /// All lines of `input`, written to a pipe in pieces of `size` bytes.
  private func lines(of input: [UInt8], pieces size: Int, maxLine: Int = 1 << 20) throws -> [String]
  {
    let pipe = FedPipe()
    var reader = LineReader(descriptor: pipe.reading, name: "stdin", maxLine: maxLine)
    var rest = input[...]
    var isEnded = false
    var found: [String] = []
    while true {
      switch reader.next() {
      case .line(let bytes, let place):
        found.append("\(place.line)@\(place.offset):\(String(decoding: bytes, as: UTF8.self))")
      case .overlong(let head, let length, let place):
        found.append("\(place.line)@\(place.offset):overlong \(head.count) of \(length)")
      case .needsInput:
        if rest.isEmpty {
          if !isEnded { pipe.end() }
          isEnded = true
        } else if !pipe.isReadable {
          pipe.write(rest.prefix(size))
          rest = rest.dropFirst(size)
        }
        try reader.fill()
      case .end:
        return found
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7, 4096])
  func toleratesWhatTheContractTolerates(size: Int) throws {
    let input = [0xEF, 0xBB, 0xBF] + Array("{\"a\":1}\r\n\n  \r\n{\"b\":2}\nlast".utf8)
    #expect(
      try lines(of: input, pieces: size)
        == ["1@3:{\"a\":1}", "4@17:{\"b\":2}", "5@25:last"])
  }

  @Test(arguments: [1, 5, 4096])
  func longLinesAreSkippedAndCounted(size: Int) throws {
    let input = Array("short\n123456789012345\nnext\n12345678901".utf8)
    #expect(
      try lines(of: input, pieces: size, maxLine: 10)
        == ["1@0:short", "2@6:overlong 15 of 15", "3@22:next", "4@27:overlong 11 of 11"])
  }

  @Test func aLineAsLongAsAllowedIsRead() throws {
    #expect(try lines(of: Array("1234567890\n".utf8), pieces: 3, maxLine: 10) == ["1@0:1234567890"])
  }

  @Test func emptyInputHasNoLines() throws {
    #expect(try lines(of: [], pieces: 1).isEmpty)
    #expect(try lines(of: [0x0A, 0x0A], pieces: 1).isEmpty)
  }

  @Test func aLineLargerThanTheBufferIsRead() throws {
    let long = String(repeating: "x", count: 700_000)
    #expect(
      try lines(of: Array("a\n\(long)\nb\n".utf8), pieces: 60_000).map(\.count)
        == ["1@0:a".count, "2@2:".count + 700_000, "3@700003:b".count])
  }
}
