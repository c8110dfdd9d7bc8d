import Testing

@testable import CoachJSONL

@Suite struct FieldSpliceTests {
  @Test(arguments: [
    (#"{}"#, #"{"scope":{"k":1}}"#),
    (#"{ }"#, #"{ "scope":{"k":1}}"#),
    (#"{"a":1.10,"z":1e400}"#, #"{"a":1.10,"z":1e400,"scope":{"k":1}}"#),
    (#"{"a":1}  "#, #"{"a":1,"scope":{"k":1}}  "#),
    (#"{"scope":null,"a":1}"#, #"{"scope":{"k":1},"a":1}"#),
    (#"{"a":1, "scope" : {"x":[1,{"y":"}"}]} , "b":2}"#, #"{"a":1, "scope" : {"k":1} , "b":2}"#),
    (#"{"sc\u006fpe":5}"#, #"{"sc\u006fpe":{"k":1}}"#),
    (#"{"scope":1,"scope":2}"#, #"{"scope":1,"scope":{"k":1}}"#),
    (#"{"a":{"scope":1}}"#, #"{"a":{"scope":1},"scope":{"k":1}}"#),
    (#"{"a":"\"scope\":1, {","b":[]}"#, #"{"a":"\"scope\":1, {","b":[],"scope":{"k":1}}"#),
    (#"{"a":"\\","scope":"\\\""}"#, #"{"a":"\\","scope":{"k":1}}"#),
  ])
  func splices(line: String, expected: String) throws {
    let spliced = try withRecord(line) { record in
      FieldSplice.splice(
        "scope", Array(#"{"k":1}"#.utf8), into: record.bytes, fields: record.fields)
    }
    #expect(String(decoding: spliced, as: UTF8.self) == expected)
  }
}
