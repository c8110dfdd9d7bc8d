import TestSupport
import Testing

/// Contract §1: what a stage does not change, it passes on byte for byte.
@Suite struct PassThroughTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// Records that only a reader of grammar gets through unharmed.
  static let odd = [
    #"{"type":"note"}"#,
    #"{ "type" : "note" , "a" : [ 1 ,  2 ] }"#,
    #"  {"type":"note","indented":true}  "#,
    #"{"type":"note","price":1.10,"zero":-0.0,"big":1E+2}"#,
    #"{"type":"note","huge":1e400,"tiny":1e-400}"#,
    #"{"type":"note","id30":123456789012345678901234567890}"#,
    #"{"type":"note","over":18446744073709551616,"under":-9223372036854775809}"#,
    #"{"type":"note","lone":"\ud83d","swapped":"\udc00\ud800"}"#,
    #"{"type":"note","escapes":"\u00e9\/\b\f\n\r\t\"\\\u0000"}"#,
    #"{"type":"note","raw":"é — 你好 🎙️","del":"\#u{7f}","line":"\#u{2028}"}"#,
    #"{"type":"note","twice":1,"twice":2,"twice":1}"#,
    #"{"type":"note","":"an empty key","nested":{"":{"":[]}}}"#,
    #"{"type":"unheard_of","deep":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}"#,
    #"{"no":"type at all"}"#,
    #"{"type":"note","tab":\#t1}"#,
  ]

  @Test(arguments: Stage.all)
  func oddButGrammaticalRecordsComeOutAsTheyCame(_ stage: Stage) throws {
    // coach-chat takes a line for a record where it begins with a brace.
    let input = Self.odd.filter { stage.tool != "coach-chat" || $0.hasPrefix("{") }
    let result = try stage.command(in: dir).run(.lines(input)).expect(.success)
    #expect(result.lines == input)
  }

  @Test(arguments: Stage.all)
  func unknownFieldsOfKnownRecordsSurvive(_ stage: Stage) throws {
    let known = [
      #"{"type":"user","id":"u_1","name":"Mara","shoe":38.50,"z":{"b":1,"a":2}}"#,
      #"{"type":"focus","id":"focus_x","title":"X","weight":1.10}"#,
      #"{"shoe":1e400,"type":"user","id":"u_2"}"#,
      Sample.assessment(["extra": #"{"ratio":0.10,"lone":"\ud83d"}"#]),
    ]
    let result = try stage.command(in: dir).run(.lines(known)).expect(.success)
    let lines = try result.lines.filter { try JSON(parsing: $0)["type"] != .string("level") }
    #expect(lines == known)
  }

  @Test(arguments: Stage.all)
  func lineEndsAndByteOrderMarksAreTolerated(_ stage: Stage) throws {
    let input =
      "\u{feff}" + Sample.note(1) + "\r\n" + "\n" + Sample.note(2) + "\n\r\n\n" + Sample.note(3)
    let result = try stage.command(in: dir).run(.text(input)).expect(.success)
    #expect(result.lines.filter { !$0.isEmpty } == (1...3).map(Sample.note))
    #expect(result.stdout.last == UInt8(ascii: "\n"))
    #expect(!result.stdout.contains(UInt8(ascii: "\r")))
  }

  @Test(arguments: Stage.all)
  func noInputIsNoOutput(_ stage: Stage) throws {
    for input in ["", "\n", "\u{feff}"] {
      let result = try stage.command(in: dir).run(.text(input)).expect(.success)
      #expect(result.lines.joined().isEmpty, "\(result)")
    }
  }

  @Test(arguments: Stage.all)
  func onlyMeansTheOwnRecordsAlone(_ stage: Stage) throws {
    let result = try stage.command(in: dir, "--only")
      .run(.lines([Sample.note(1), Sample.note(2)])).expect(.success)
    #expect(result.text.isEmpty, "\(result)")
  }

  @Test func aTaggedTurnKeepsItsBytes() throws {
    let turn = String(Sample.turn.dropLast()) + #","ratio":1.10,"wide":1e400}"#
    let result = try dir.command("coach-filter", "--only").run(.lines([turn])).expect(.success)
    let line = try #require(result.lines.first)
    #expect(line.hasPrefix(turn.dropLast() + #","scope":{"#), "\(result)")
  }

  @Test func aTypeThatIsMissingIsInferred() throws {
    // With neither a type nor the marks of one, this would be passed on; with them it is checked.
    let wrong = Sample.assessment(["type": nil, "score": "11"])
    let right = Sample.assessment(["type": nil])
    let result = try dir.command("coach-level").run(.lines([right, wrong])).expect(.dataRejected)
    let records = try RecordLines(result)
    #expect(result.lines.first == right)
    #expect(records.ofType("reject").count == 1)
    #expect(try records.records(MirrorLevel.self).map(\.count) == [1])
  }
}
