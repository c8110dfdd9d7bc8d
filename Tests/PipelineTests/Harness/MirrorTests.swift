import TestSupport
import Testing

/// The codec of the tests: it must refuse what it is there to find.
@Suite struct MirrorTests {
  @Test(arguments: [
    #"{"type":"focus","id":"f","title":"T","description":"D"}"#,
    #"{"type":"focus","id":"f","title":"T"}"#,
    #"{"type":"focus","id":"f","title":"T","description":null}"#,
  ])
  func aRecordAsInTheContractIsRead(_ line: String) throws {
    #expect(try MirrorFocus.strict(line).title == "T")
  }

  @Test(arguments: [
    #"{"type":"focus","title":"T","id":"f"}"#,
    #"{"type":"focus","id":"f","title":"T","more":1}"#,
    #"{"type":"focus","id":"f","title":7}"#,
    #"{"type":"focus","id":"f"}"#,
    #"{"type":"focus","id":"f","id":"f","title":"T"}"#,
    #"{"type":"user","id":"f","title":"T"}"#,
    #"{"type":"focus","id":"f","title":"T"} x"#,
  ])
  func anyOtherIsRefused(_ line: String) {
    #expect(throws: JSONFault.self) { try MirrorFocus.strict(line) }
  }

  @Test func theOrderIsHeldAllTheWayDown() {
    let score = #"{"id":"a","kind":"interaction","interactionIds":["i"],"createdAt":1,"score":3}"#
    let line =
      #"{"type":"level","userId":"u","focusId":"f","ema":3,"level":3,"band":"novice","count":1,"#
      + #""window":[\#(score)],"alpha":0.3,"n":20,"updatedAt":1}"#
    #expect(throws: JSONFault.self) { try MirrorLevel.strict(line) }
    #expect(throws: Never.self) {
      try MirrorLevel.strict(
        line.replacing(#""createdAt":1,"score":3"#, with: #""score":3,"createdAt":1"#))
    }
  }

  @Test func aDerivedIdIsTheOneOfTheContract() {
    // printf '["sess_1","int_1"]' | sha256sum
    #expect(
      DerivedIdentifier.group(session: "sess_1", firstInteraction: "int_1")
        == "grp_6722f8ef24d01cfff703d4f749c8093a")
  }
}
