import CoachJSONL
import Testing

@Suite struct JSONTreeTests {
  static func tree(_ text: String) throws -> JSONTree { try JSONTree(Array(text.utf8)) }

  @Test func readsEveryKind() throws {
    let tree = try Self.tree(
      #" {"n":null,"b":true,"i":-3,"d":1.5,"w":4.0,"s":"a\n😀","a":[1,[],{}],"o":{"x":"y"}} "#)
    #expect(tree["n"]?.isNull == true)
    #expect(tree["b"]?.bool == true)
    #expect(tree["i"]?.integer == -3)
    #expect(tree["d"]?.number == 1.5)
    #expect(tree["d"]?.integer == nil)
    #expect(tree["w"]?.integer == 4)
    #expect(tree["i"]?.number == -3)
    #expect(tree["s"]?.string == "a\n😀")
    #expect(tree["a"] == .array([1, [], [:]]))
    #expect(tree["o"]?["x"] == "y")
    #expect(tree["missing"] == nil)
    #expect(tree["s"]?["x"] == nil)
    #expect(tree["o"]?.elements == nil)
  }

  @Test func writesWhatItRead() throws {
    let text = #"{"z":[1,-2.5,"q\"\\\n",true,null],"a":{},"long name":{"b":[[]]}}"#
    #expect(String(decoding: try Self.tree(text).encoded, as: UTF8.self) == text)
  }

  @Test func ofARepeatedNameTheLastCounts() throws {
    #expect(try Self.tree(#"{"a":1,"a":2}"#)["a"]?.integer == 2)
  }

  @Test func whatHasNoValueIsNull() throws {
    let tree = try Self.tree(#"{"big":123456789012345678901234567890,"lone":"\ud800","kept":"x"}"#)
    #expect(tree["big"]?.isNull == true)
    #expect(tree["lone"]?.isNull == true)
    #expect(tree["kept"] == "x")
    #expect(try Self.tree("18446744073709551615").number == 18_446_744_073_709_551_616)
  }

  @Test(arguments: ["", " ", "{", "{\"a\":}", "[1,]", "nul", "{} {}", "{\"a\":01}"])
  func refusesWhatIsNoDocument(_ text: String) {
    let error = #expect(throws: RecordError.self) { _ = try Self.tree(text) }
    #expect(error?.code == .invalidJSON)
  }

  @Test func refusesWhatIsNotUTF8() {
    let error = #expect(throws: RecordError.self) {
      _ = try JSONTree([0x22, 0xC3, 0x28, 0x22])
    }
    #expect(error?.code == .notUTF8)
  }

  @Test func readsASliceOfBytes() throws {
    let bytes = Array("data: {\"a\":1}".utf8)
    #expect(try JSONTree(bytes[6...])["a"]?.integer == 1)
  }
}
