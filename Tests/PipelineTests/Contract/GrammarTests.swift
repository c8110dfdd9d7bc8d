import TestSupport
import Testing

/// JSON is read by RFC 8259: what must be refused is refused, with one reject for each line.
@Suite struct GrammarTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// What is not JSON, within an object, so that every stage takes it for a record.
  static let refusedObjects = [
    #"{"a":[}"#, #"{"a":1,}"#, #"{"a":[1,]}"#, #"{"a":[,1]}"#, #"{"a":[1,,2]}"#, #"{,}"#,
    #"{"a":NaN}"#, #"{"a":Infinity}"#, #"{"a":-Infinity}"#, #"{"a":nan}"#, #"{"a":inf}"#,
    #"{"a":"\x41"}"#, #"{"a":"\u12"}"#, #"{"a":"\u123g"}"#, #"{"a":"\ud83d\u12"}"#, #"{"a":"\'"}"#,
    #"{"a":"tab\#tinside"}"#, #"{"a":"open}"#, #"{"a":"\"}"#, #"{"a":'single'}"#, #"{a:1}"#,
    #"{"a" 1}"#, #"{"a"::1}"#, #"{"a":1"b":2}"#, #"{"a":1 2}"#, #"{"a":}"#, #"{"a"}"#, #"{:1}"#,
    #"{1:1}"#, #"{null:1}"#, #"{"a":tru}"#, #"{"a":True}"#, #"{"a":nulll}"#, #"{"a":undefined}"#,
    #"{"a":+1}"#, #"{"a":01}"#, #"{"a":-01}"#, #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":-}"#,
    #"{"a":1e}"#, #"{"a":1e+}"#, #"{"a":0x10}"#, #"{"a":1_000}"#, #"{"a":1.e5}"#, #"{"a":--1}"#,
    #"{"a":1e400.5}"#, #"{"a":012345678901234567890123456789}"#,
    #"{"a":123456789012345678901234567890,}"#, #"{"a":"\ud83d",}"#, #"{"a":"\ud83d","b":tru}"#,
    #"{"a":1}}"#, #"{"a":1}]"#, #"{"a":1} {"b":2}"#, #"{"a":1},"#, #"{"a":1}x"#, #"{"a":{"b":1}"#,
    #"{"a":[1]"#, #"{"a":]}"#, #"{"a":[1}"#, #"{"a":(1)}"#, #"{"a":1} // note"#,
    #"{"a":/* note */1}"#, #"{"#, #"{""#, #"{"a"#, "{\"a\":\u{0}}", "{\"a\":\"\u{0}\"}",
    "{\"a\":\u{a0}1}", "{\u{feff}\"a\":1}", "{\"a\":\"\u{1f}\"}", "{\u{c}\"a\":1}",
  ]

  /// What is not an object; coach-chat would take it for what somebody said.
  static let refusedOthers = [
    "[", "]", "[1,2]", "}", "42", "null", "true", #""text""#, "plain words", "[{}", "NaN", "\\",
    "'", ",", "[1,]", "-", "0x1", "\u{feff}\u{feff}{}",
  ]

  /// Bytes that are not UTF-8: overlong, a surrogate, beyond the last scalar, cut short, alone.
  static let notUTF8: [[UInt8]] = [
    [0xff], [0xfe], [0x80], [0xc0, 0xaf], [0xe0, 0x80, 0xaf], [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82], [0xc3],
  ]

  @Test(arguments: Stage.all)
  func whatIsNotJSONIsRefused(_ stage: Stage) throws {
    let others = stage.tool == "coach-chat" ? [] : Self.refusedOthers
    try expectRejects(Self.refusedObjects + others, of: stage)
  }

  @Test(arguments: Stage.all)
  func bytesThatAreNotUTF8AreRefused(_ stage: Stage) throws {
    var input: [UInt8] = []
    for (number, bytes) in Self.notUTF8.enumerated() {
      input += Array(#"{"a":""#.utf8) + bytes + Array(#""}"#.utf8) + [0x0a]
      input += Array(Sample.note(number).utf8) + [0x0a]
    }
    let records = try RecordLines(stage.command(in: dir).run(.bytes(input)).expect(.dataRejected))
    #expect(
      try records.records(MirrorReject.self).map(\.line) == Self.notUTF8.indices.map { 2 * $0 + 1 })
    #expect(records.ofType("note").map(\.text) == Self.notUTF8.indices.map(Sample.note))
  }

  @Test(arguments: Stage.all)
  func nestingWithoutEndIsRefusedAndHarmsNobody(_ stage: Stage) throws {
    let open = String(repeating: "[", count: 100_000)
    let objects = String(repeating: #"{"a":"#, count: 100_000)
    let closed = open + String(repeating: "]", count: 100_000)
    let bad = [#"{"a":"# + open, objects]
    try expectRejects(bad, of: stage)

    // Grammatical, but deeper than anybody means it: refused or passed on whole, never lost.
    let line = #"{"type":"note","a":\#(closed)}"#
    let result = try stage.command(in: dir).run(.lines([line, Sample.note(2)]))
    #expect([.success, .dataRejected].contains(result.exit), "\(result)")
    try #require(result.lines.count == 2, "\(result)")
    #expect(result.lines[1] == Sample.note(2))
    if result.exit == .dataRejected {
      #expect(try MirrorReject.strict(result.lines[0]).raw == line)
    } else {
      #expect(result.lines[0] == line)
    }
  }

  /// Feeds bad lines, each followed by a good one, and expects a reject in the place of each.
  private func expectRejects(_ bad: [String], of stage: Stage) throws {
    let input = bad.enumerated().flatMap { [$0.element, Sample.note($0.offset)] }
    let result = try stage.command(in: dir).run(.lines(input)).expect(.dataRejected)
    let records = try RecordLines(result)
    let rejects = try records.records(MirrorReject.self)
    let rejected = rejects.compactMap(\.raw)
    for line in bad where !rejected.contains(line) {
      Issue.record("\(stage.tool) does not refuse \(line.prefix(100).debugDescription)")
    }
    #expect(rejects.count == bad.count)
    #expect(rejects.map(\.line) == bad.indices.map { 2 * $0 + 1 })
    #expect(records.ofType("note").map(\.text) == bad.indices.map(Sample.note))
  }
}
