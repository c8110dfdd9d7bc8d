import Testing

@testable import CoachJSONL

/// RFC 8259: what must be refused is refused, what must be accepted is accepted.
@Suite struct JSONConformanceTests {
  @Test(arguments: [
    #"{"a":1e400}"#,
    #"{"a":-1e400}"#,
    #"{"a":123456789012345678901234567890}"#,
    #"{"a":-123456789012345678901234567890}"#,
    #"{"a":18446744073709551615}"#,
    #"{"a":"\ud83d"}"#,
    #"{"a":"\ude00"}"#,
    #"{"a":"\ud83d\ud83d"}"#,
    #"{"a":"x\ud83dy\u0041"}"#,
    #"{"\ud83d":1}"#,
    #"{"a":"\ud83d\ude00"}"#,
    #"{"a":-0,"b":-0.0,"c":0e0,"d":1E+2,"e":0.1e-7}"#,
    #"{"a":[[[[]]]],"b":{"c":{}}}"#,
    #"{"":""}"#,
    #"{"a":1,"a":2}"#,
    #" { "a" : [ 1 , true , null ] } "#,
    #"{"a":"\"\\\/\b\f\n\r\t\u0000"}"#,
    #"{"a":"é😀\#u{FFFF}\#u{7F}"}"#,
    #"{}"#,
    #"{"a":1e400,"b":"\ud83d","c":[123456789012345678901234567890]}"#,
  ])
  func accepted(line: String) throws {
    let bytes = try withRecord(line) { $0.copy() }
    #expect(bytes == Array(line.utf8))
  }

  @Test(arguments: [
    "[", "{", "]", "}", #"{"a":1,}"#, #"{"a":[1,]}"#, #"{,}"#, #"{"a"}"#, #"{"a":}"#, #"{a:1}"#,
    #"{'a':1}"#, #"{"a":NaN}"#, #"{"a":Infinity}"#, #"{"a":-}"#, #"{"a":01}"#, #"{"a":+1}"#,
    #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":1e}"#, #"{"a":0x10}"#, #"{"a":"\x"}"#, #"{"a":"\u12"}"#,
    #"{"a":"\u12G4"}"#, #"{"a":tru}"#, #"{"a":True}"#, #"{"a":1}{"b":2}"#, #"{"a":1} x"#,
    "{\"a\":\"\u{01}\"}", "{\"a\":\"tab\there\"}", #"{"a":"open}"#, #"{"a" 1}"#, #"{"a":1 "b":2}"#,
    #"// {"a":1}"#, #"{"a":1 /* b */}"#, #"{"a":1e400,}"#, #"{"a":"\ud83d",}"#,
    #"{"a":1e400,"b":01}"#, #"{"a":"\ud83d","b":"\q"}"#, #"{"a":123456789012345678901234567890"#,
    "nul", "x",
  ])
  func refused(line: String) {
    #expect(fault(of: Array(line.utf8))?.code == .invalidJSON)
  }

  @Test(arguments: ["[1]", "1", #""text""#, "null", "true", "1e400"])
  func documentsThatAreNoObjects(line: String) {
    let code = fault(of: Array(line.utf8))?.code
    #expect(code == .notAnObject || code == .invalidJSON)
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0xE2, 0x82],
    ] as [[UInt8]])
  func notUTF8(sequence: [UInt8]) {
    let line = Array(#"{"a":""#.utf8) + sequence + Array(#""}"#.utf8)
    #expect(fault(of: line)?.code == .notUTF8)
  }

  @Test func deepNestingIsRefusedWithoutACrash() {
    let line =
      #"{"a":"# + String(repeating: "[", count: 100_000)
      + String(repeating: "]", count: 100_000) + "}"
    #expect(fault(of: Array(line.utf8))?.code == .invalidJSON)
  }

  @Test func onlyANeededFieldMustDecode() throws {
    let line = #"{"id":"x","n":1e400,"t":"\ud83d","s":7,"o":{"k":1e999}}"#
    #expect(try withRecord(line) { try $0.id("id") } == "x")
    #expect(try withRecord(line) { try $0.decoder.number("s", in: 1...10) } == 7)
    #expect(
      fault(of: Array(line.utf8)) { _ = try $0.text("t") }
        == RecordError(at: "t", "must be a string, got a value that cannot be decoded"))
    #expect(
      fault(of: Array(line.utf8)) { _ = try $0.decoder.number("n", in: 1...10) }
        == RecordError(at: "n", "must be a number, got a value that cannot be decoded"))
  }

  @Test func theLastOfARepeatedKeyCounts() throws {
    #expect(try withRecord(#"{"id":"first","id":"last"}"#) { try $0.id("id") } == "last")
  }

  @Test(arguments: ["userId", "sessionId"])
  func aLongKeyPassesForNoShortOne(name: StaticString) throws {
    let text = "\(name)"
    let long = text.prefix(4) + String(repeating: "x", count: 249) + text.dropFirst(4)
    let longer = text + String(repeating: "x", count: 256 - 3) + text.suffix(3)
    for key in [String(long), longer, text + String(repeating: "x", count: 256)] {
      #expect(try withRecord("{\"\(key)\":\"u\"}") { $0.has(name) } == false)
    }
  }

  @Test(arguments: [#"{"t":"a\udc00b"}"#, #"{"t":"\ud800"}"#, #"{"t":"\ud800\ud800\udc00"}"#])
  func loneSurrogatesNeverDecodeToText(line: String) {
    #expect(fault(of: Array(line.utf8)) { _ = try $0.text("t") }?.path == "t")
  }

  /// Why a line is no record, or `body` cannot work on it; nil where all is well.
  private func fault(
    of line: [UInt8], _ body: (borrowing Record) throws -> Void = { _ in }
  ) -> RecordError? {
    do {
      try withRecord(line, body)
      return nil
    } catch {
      return error as? RecordError
    }
  }
}
