import TestSupport
import Testing

/// A line longer than `--max-line` is rejected without being held; what a reject carries is bounded.
@Suite struct LongLineTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// A record of exactly so many bytes.
  private func line(bytes: Int, bad: Bool = false) -> String {
    let (start, end) = (#"{"type":"note","text":""#, bad ? #"",}"# : #""}"#)
    let count = bytes - start.utf8.count - end.utf8.count
    return start + String(repeating: "x", count: count) + end
  }

  @Test(arguments: Stage.all)
  func aLineAboveTheLimitIsRejected(_ stage: Stage) throws {
    let input = [line(bytes: 1000), line(bytes: 1001), line(bytes: 200_000), Sample.note(4)]
    let result = try stage.command(in: dir, "--max-line", "1000").run(.lines(input))
      .expect(.dataRejected)
    try #require(result.lines.count == 4, "\(result)")
    #expect(result.lines[0] == input[0])
    #expect(result.lines[3] == input[3])
    for (place, length) in [(1, 1001), (2, 200_000)] {
      let reject = try MirrorReject.strict(result.lines[place])
      #expect(reject.line == place + 1)
      #expect(reject.rawBytes ?? length == length)
      #expect(reject.raw == input[place])
    }
  }

  @Test(arguments: Stage.all)
  func theLimitIs16MiBWhereNothingIsSaid(_ stage: Stage) throws {
    let limit = 16 << 20
    let input = [line(bytes: limit), line(bytes: limit + 1), Sample.note(3)]
    let result = try stage.command(in: dir).run(.lines(input)).expect(.dataRejected)
    let lines = result.lines
    try #require(lines.count == 3)
    #expect(lines[0].utf8.count == limit)
    #expect(lines[2] == input[2])
    let reject = try MirrorReject.strict(lines[1])
    #expect(reject.rawBytes == limit + 1)
    #expect(reject.raw?.utf8.count == 65_536)
  }

  @Test(arguments: Stage.all)
  func aBadLineIsKeptWholeUpToAMebibyte(_ stage: Stage) throws {
    let input = [line(bytes: 1 << 20, bad: true), line(bytes: (1 << 20) + 1, bad: true)]
    let result = try stage.command(in: dir).run(.lines(input)).expect(.dataRejected)
    let rejects = try RecordLines(result).records(MirrorReject.self)
    try #require(rejects.count == 2)
    #expect(rejects[0].raw == input[0])
    #expect(rejects[1].raw?.utf8.count == 65_536)
    #expect(rejects[1].rawBytes == (1 << 20) + 1)
  }

  @Test(arguments: Stage.all)
  func aLineWithoutEndIsNotHeldInMemory(_ stage: Stage) throws {
    let result = try stage.command(in: dir, "--max-line", "65536")
      .run(
        .repeated([UInt8](repeating: UInt8(ascii: "{"), count: 1 << 20), times: 64),
        measuringMemory: true
      )
      .expect(.dataRejected)
    let reject = try MirrorReject.strict(try #require(result.lines.first))
    #expect(reject.rawBytes == 64 << 20)
    #expect(result.peakMemory < MemoryTests.limit, "\(result.peakMemory) bytes")
  }
}
