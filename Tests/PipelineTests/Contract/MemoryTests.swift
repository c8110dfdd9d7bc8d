import TestSupport
import Testing

/// Memory does not grow with the length of the stream: with open sessions and learners only.
@Suite(.serialized) struct MemoryTests {
  /// Bytes. The design gives a release build 40 MB; the tests run what was built for debugging.
  static let limit = 48_000_000
  /// Bytes. The store holds a batch and SQLite's pages besides, whatever the length of the stream.
  static let storeLimit = 64_000_000

  let dir: Dir

  init() throws { dir = try Dir() }

  /// About 1 MiB: an ended session of turns that were looked at already, among records of no type
  /// that anybody knows.
  static let block: [UInt8] = {
    let text = String(repeating: "We have talked about the price for a long time. ", count: 80)
    var lines = [#"{"type":"session","id":"sess_1","userId":"u_1","startTime":1767340000000}"#]
    for number in 0..<130 {
      lines.append(
        #"{"type":"interaction","id":"int_\#(number)","userId":"u_1","sessionId":"sess_1","#
          + #""userText":"\#(text)","aiResponse":"Go on.","timestamp":\#(1_767_340_000_000 + number),"#
          + #""scope":{"kind":"none","triggers":[],"focusIds":[],"ruleIds":[],"reason":"clean"}}"#)
      lines.append(#"{"type":"note","number":\#(number),"text":"\#(text)"}"#)
    }
    lines.append(
      #"{"type":"session","id":"sess_1","userId":"u_1","startTime":1767340000000,"#
        + #""endTime":1767340000129}"#)
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }()

  @Test(arguments: Stage.all)
  func aStreamOf100MBTakesNoMoreThanAShortOne(_ stage: Stage) throws {
    let peaks = try [3, 100].map { times in
      let result = try stage.command(in: dir).timeout(120)
        .run(.repeated(Self.block, times: times), output: .counted, measuringMemory: true)
        .expect(.success)
      #expect(result.byteCount >= Self.block.count * times)
      return result.peakMemory
    }
    expectFlat(peaks, stage)
  }

  /// One session that does not end, of turns to be assessed: a stage may know which they were, but
  /// it must not keep their lines, here of 16 KB each.
  @Test(arguments: Stage.all)
  func aLongSessionIsNotKeptInLines(_ stage: Stage) throws {
    let padding = String(repeating: "x", count: 16_000)
    let turns = (0..<1500).map { number in
      Sample.taggedTurn
        .replacing("int_1", with: "int_\(number)")
        .replacing("1767340000000", with: String(1_767_340_000_000 + number * 1000))
        .dropLast() + #","padding":"\#(padding)"}"#
    }
    let peaks = try [150, turns.count].map { count in
      let result = try stage.command(in: dir).timeout(120)
        .run(.lines(turns.prefix(count).map(String.init)), output: .counted, measuringMemory: true)
        .expect(.success)
      #expect(result.byteCount > count * padding.count)
      return result.peakMemory
    }
    expectFlat(peaks, stage)
  }

  /// Expects that the longer stream took no more than the shorter one, and neither more than allowed.
  private func expectFlat(_ peaks: [Int], _ stage: Stage) {
    if stage.tool == "coach-store" {
      #expect(peaks[1] < Self.storeLimit, "\(peaks) bytes")
    } else {
      #expect(peaks[1] < Self.limit, "\(peaks) bytes")
      #expect(peaks[1] < peaks[0] + 8_000_000, "\(peaks) bytes")
    }
  }

  /// Progress assessments of a few learners: what coach-level counts, and holds 20 of.
  @Test func levelsOfManyAssessmentsTakeAWindowEach() throws {
    let block = (0..<2000).map { number in
      Sample.assessment([
        "id": #""ass_\#(number)""#, "userId": #""u_\#(number % 10)""#,
        "interactionIds": #"["int_\#(number)"]"#, "createdAt": String(1_767_340_000_000 + number),
      ]) + "\n"
    }
    let result = try dir.command("coach-level")
      .run(.repeated(Array(block.joined().utf8), times: 10), measuringMemory: true)
      .expect(.success)
    #expect(result.peakMemory < Self.limit, "\(result.peakMemory) bytes")
    let levels = try RecordLines(result).records(MirrorLevel.self)
    #expect(levels.count == 10)
    #expect(levels.allSatisfy { $0.window.count == 20 && $0.ema == 7 })
  }
}
