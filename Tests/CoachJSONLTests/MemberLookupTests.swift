import Testing

@testable import CoachJSONL

/// Members are found by a hash of their names' ends, those of a large object one by one: neither must
/// ever take one for another.
@Suite struct MemberLookupTests {
  @Test func namesThatDifferInTheMiddleAreDifferent() throws {
    try withRecord(#"{"beginning-a-the-end":1,"beginning-b-the-end":2}"#) { record in
      #expect(record.fields["beginning-a-the-end"]?.integer == 1)
      #expect(record.fields["beginning-b-the-end"]?.integer == 2)
      #expect(!record.fields.has("beginning-c-the-end"))
    }
  }

  @Test func namesOfEveryLengthAreFound() throws {
    let name = "abcdefghijklmnopqrstuvwxyz"
    let members = (0...name.count).map { "\"\(name.prefix($0))\":\($0)" }
    try withRecord("{\(members.joined(separator: ","))}") { record in
      #expect(record.fields[""]?.integer == 0)
      #expect(record.fields["a"]?.integer == 1)
      #expect(record.fields["abc"]?.integer == 3)
      #expect(record.fields["abcd"]?.integer == 4)
      #expect(record.fields["abcdefg"]?.integer == 7)
      #expect(record.fields["abcdefgh"]?.integer == 8)
      #expect(record.fields["abcdefghijklmnop"]?.integer == 16)
      #expect(record.fields["abcdefghijklmnopq"]?.integer == 17)
      #expect(!record.fields.has("abd"))
      #expect(!record.fields.has("abcdefgi"))
    }
  }

  @Test(arguments: [100, 5_000])
  func ofManyMembersEachIsFoundAndTheLastOfAName(count: Int) throws {
    let members = (0..<count).map { "\"member\($0 % (count - 20))\":\($0)" }
    try withRecord("{\(members.joined(separator: ",")),\"a\":{\"b\":[7]}}") { record in
      #expect(record.fields.members.count == count + 1)
      #expect(record.fields["member20"]?.integer == 20)
      #expect(record.fields["member19"]?.integer == Int64(count - 1))
      #expect(!record.fields.has("member5000"))
      let inner = try #require(record.fields["a"])
      #expect(JSONFields(inner)["b"]?.elements.map(\.integer) == [7])
      // The members of the record are as they were, although others were taken in between.
      #expect(record.fields["member0"]?.integer == Int64(count - 20))
    }
  }

  /// They would take minutes if each were compared with all before it.
  @Test func aHundredThousandNamesWithTheSameEndsAreNoTrouble() throws {
    let members = (0..<100_000).map { "\"metadata_\(1_000_000 + $0)_timestamp\":\($0)" }
    try withRecord("{\(members.joined(separator: ","))}") { record in
      #expect(record.fields["metadata_1054321_timestamp"]?.integer == 54_321)
      #expect(!record.fields.has("metadata_2000000_timestamp"))
    }
  }

  @Test func whatIsNoObjectOrArrayHasNothingInIt() throws {
    try withRecord(#"{"a":1,"b":[],"c":{}}"#) { record in
      let number = try #require(record.fields["a"])
      #expect(!JSONFields(number).has("a"))
      #expect(number.elements.map(\.integer).isEmpty)
      #expect(record.fields["b"]?.elements.count == 0)
      #expect(try !JSONFields(#require(record.fields["c"])).has(""))
    }
  }
}
