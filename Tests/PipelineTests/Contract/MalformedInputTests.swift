import TestSupport
import Testing

/// Everything that `man/coach-jsonl.5` says of malformed input, tried on a tool.
@Suite struct MalformedInputTests {
  let dir: Dir
  let page: ManualPage

  init() throws {
    dir = try Dir()
    page = try ManualPage("coach-jsonl.5")
  }

  /// An item of the page, what it is tried with, and what comes out: lines that are passed on, or
  /// the codes of rejects.
  private typealias Case = (item: String, input: [String], output: [String])

  private static let note = Sample.note(1)
  private static let vast = "123456789012345678901234567890"

  private static func scored(_ member: String, _ value: String) -> String {
    Sample.assessment([member: value])
  }

  private static let tolerated: [Case] = [
    (
      "byte-order mark at the beginning of a file", ["\u{feff}\(note)", "\u{feff}\(note)"],
      [note, "invalid_json"]
    ),
    ("CRLF", ["\(note)\r"], [note]),
    ("blank lines", ["", " \t", "\r", note], [note]),
    ("no line feed at the end of the last line", [note], [note]),
    ("spaces and tabs around and within an object", [" { \"a\"\t: 1 } "], [" { \"a\"\t: 1 } "]),
    (
      "numbers beyond 64 bits or a double",
      [#"{"a":\#(vast),"b":1e400}"#, scored("createdAt", vast), scored("more", vast)],
      [#"{"a":\#(vast),"b":1e400}"#, "invalid_record", scored("more", vast)]
    ),
    (
      "numbers written in another way",
      [
        scored("createdAt", "1e3"), scored("createdAt", "1.0"), #"{"a":1.10}"#,
        scored("createdAt", "1.5"), scored("createdAt", #""1""#),
      ],
      [
        scored("createdAt", "1e3"), scored("createdAt", "1.0"), #"{"a":1.10}"#, "invalid_record",
        "invalid_record",
      ]
    ),
    (
      #"a lone surrogate escape, as Ql \eud83d"#,
      [#"{"a":"\ud83d"}"#, scored("explanationText", #""\ud83d""#), scored("id", #""\ud83d""#)],
      [#"{"a":"\ud83d"}"#, scored("explanationText", #""\ud83d""#), "invalid_record"]
    ),
    (
      #"an escaped NUL, Ql \eu0000"#, [#"{"a":"\u0000"}"#, scored("id", #""a\u0000""#)],
      [#"{"a":"\u0000"}"#, "invalid_record"]
    ),
    (
      "U+2028 and U+2029 in a text", ["{\"a\":\"x\u{2028}y\u{2029}z\"}"],
      ["{\"a\":\"x\u{2028}y\u{2029}z\"}"]
    ),
    (
      "repeated keys",
      [#"{"a":1,"a":2}"#]
        + ["11,\"score\":3", "3,\"score\":11"].map { scored("score", $0) },
      [#"{"a":1,"a":2}"#, scored("score", "11,\"score\":3"), "invalid_record"]
    ),
    ("a Va type No that is null", [scored("type", "null")], [scored("type", "null")]),
    (
      "a Va type No that is no string, or unknown", [#"{"type":7,"score":11}"#, note],
      [#"{"type":7,"score":11}"#, note]
    ),
    ("empty input", [], []),
  ]

  private static let rejected: [Case] = [
    broken("half a line", #"{"type":"interaction","id":"i"#),
    broken(
      "trailing commas, comments, single quotes, keys without quotes", #"{"a":1,}"#,
      #"{"a":1} // b"#, "{'a':1}", "{a:1}"),
    broken(
      "NaN, Infinity, leading zeros, Li +1 , .5 , 0x10", #"{"a":NaN}"#, #"{"a":-Infinity}"#,
      #"{"a":01}"#, #"{"a":+1}"#, #"{"a":.5}"#, #"{"a":0x10}"#),
    broken(
      "a NUL byte, a tab or another control character in a string", "{\"a\":\"\0\"}",
      "{\"a\":\"\t\"}", "{\"a\":\"\u{1b}\"}"),
    broken("two objects on a line", #"{"a":1}{"b":2}"#, "{\"a\":1}\r{\"b\":2}"),
    broken("an object on several lines", "{", #"  "a": 1"#, "}"),
    ("an array of objects", [#"[{"a":1},{"b":2}]"#], ["not_an_object"]),
    broken("something before the object", #"2026-01-02 INFO {"a":1}"#),
    broken(
      "nesting deeper than 1024 levels",
      #"{"a":\#(String(repeating: "[", count: 1024))\#(String(repeating: "]", count: 1024))}"#,
      String(repeating: "[", count: 100_000)),
    ("a line longer than Fl \\-max-line", [], ["line_too_long"]),
    (
      "an empty id, one of more than 128 characters, or one with a control character",
      ["", String(repeating: "i", count: 129), #"a\u0007"#].map { scored("id", "\"\($0)\"") },
      Array(repeating: "invalid_record", count: 3)
    ),
    (
      "a time in seconds with a fraction, or in quotes",
      [
        scored("createdAt", "1767340000.5"), scored("createdAt", #""1767340000""#),
        scored("createdAt", "1767340000"),
      ],
      ["invalid_record", "invalid_record", scored("createdAt", "1767340000")]
    ),
    (
      "a score of 0 or 11, a kind that does not fit its Va interactionIds",
      [scored("score", "0"), scored("score", "11"), scored("kind", #""multi_turn""#)],
      Array(repeating: "invalid_record", count: 3)
    ),
  ]

  /// Lines that are all no JSON.
  private static func broken(_ item: String, _ lines: String...) -> Case {
    (item, lines, lines.map { _ in "invalid_json" })
  }

  /// What is no text has a test of its own.
  private static let inBytes: [(item: String, codes: [String], line: [UInt8])] = [
    ("bytes that are not UTF-8", ["not_utf8"], Array("{\"a\":\"caf".utf8) + [0xe9, 0x22, 0x7d]),
    ("bytes that are not UTF-8", ["not_utf8"], Array("{\"a\":\"".utf8) + [0xc0, 0xaf, 0x22, 0x7d]),
    (
      "bytes that are not UTF-8", ["not_utf8"],
      Array("{\"a\":\"".utf8) + [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0x22, 0x7d]
    ),
    ("bytes that are not UTF-8", ["not_utf8"], [0x1f, 0x8b, 0x08, 0x00]),
    (
      "UTF-16", ["invalid_json", "not_utf8"], [0xff, 0xfe] + Array("{}".utf8).flatMap { [$0, 0] }
    ),
  ]

  @Test func everyItemOfThePageIsTried() {
    #expect(page.terms(of: "Tolerated") == Self.tolerated.map(\.item))
    #expect(
      Set(page.terms(of: "Rejected"))
        == Set(Self.rejected.map(\.item) + Self.inBytes.map(\.item)))
  }

  @Test func whatIsToleratedAndRejectedIsAsThePageSays() throws {
    for (item, input, output) in Self.tolerated + Self.rejected {
      let isLong = item.contains("max-line")
      let long = #"{"a":"\#(String(repeating: "x", count: 5_000))"}"#
      let command = dir.command("coach-level", isLong ? ["--max-line", "4096"] : [])
      let lines = (isLong ? [long] : input) + (input.isEmpty && !isLong ? [] : [Sample.note(9)])
      let result = try command.run(.bytes(Array(lines.joined(separator: "\n").utf8)))
      let isClean = output.allSatisfy { $0.contains("{") }
      #expect(result.exit == (isClean ? .success : .dataRejected), "\(item): \(result)")
      // The level that comes of the assessments is not what is asked about.
      let found = try result.lines.filter { !$0.hasPrefix(#"{"type":"level""#) }.map { line in
        line.hasPrefix(#"{"type":"reject""#) ? try MirrorReject.strict(line).code : line
      }
      #expect(found == output + (lines.isEmpty ? [] : [Sample.note(9)]), "\(item)")
      #expect(result.text.isEmpty || result.text.hasSuffix("\n"), "\(item)")
    }
  }

  @Test func whatIsNoTextIsKept() throws {
    for (item, codes, line) in Self.inBytes {
      let input = line + [0x0a] + Array(Sample.note(9).utf8)
      let result = try dir.command("coach-level").run(.bytes(input)).expect(.dataRejected)
      let reject = try MirrorReject.strict(result.lines[0])
      #expect(codes.contains(reject.code), "\(item)")
      #expect(reject.rawBase64 != nil && reject.raw == nil, "\(item)")
      #expect(result.lines.last == Sample.note(9), "\(item)")
    }
  }

  @Test func theStoreKeepsALoneSurrogate() throws {
    let line = Sample.turn.replacing("the office", with: #"the \ud83d"#)
    try dir.command("coach-store", "--db", "coach.db").run(.lines([line])).expect(.success)
    let result = try dir.command("coach-store", "query", "interactions", "--db", "coach.db").run()
    #expect(result.expect(.success).lines == [line])
    // A tool that needs the text does not make one up.
    try dir.command("coach-filter").run(.lines([line])).expect(.dataRejected)
  }
}
