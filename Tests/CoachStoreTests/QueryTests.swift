import ArgumentParser
import CoachJSONL
import Testing

@testable import coach_store

/// What is read back, in which order, and what filters let through.
@Suite struct QueryTests {
  private static let conversation = [
    #"{"type":"user","id":"u_1","name":"Mira"}"#,
    #"{"type":"focus","id":"focus_tone","title":"Tone"}"#,
    Line.choice("focus_tone", order: 1),
    Line.turn("int_1", at: 10),
    Line.turn("int_2", at: 20),
    Line.assessment("ass_1", of: ["int_2"], score: 6, at: 20),
    Line.assessment("ass_2", of: ["int_2"], on: "focus_logic", category: .error, at: 20),
    Line.assessment("ass_3", of: [], on: nil, score: 7, at: 30),
    Line.session(start: 10, end: 30),
    Line.turn("int_3", session: "sess_2", at: 40),
  ]

  private func shelf() throws -> Shelf {
    let shelf = try Shelf()
    try shelf.put(Array(Self.conversation[5...] + Self.conversation[..<5]))
    return shelf
  }

  private func filter(_ set: (inout QueryFilter) -> Void) -> QueryFilter {
    var filter = QueryFilter()
    set(&filter)
    return filter
  }

  @Test func allIsMergedByTimeWithTheEndOfASessionLast() throws {
    let shelf = try shelf()
    var expected = Self.conversation
    expected.insert(contentsOf: try shelf.query(.levels), at: 3)
    #expect(try shelf.query(.all) == expected)
    #expect(expected.count == Self.conversation.count + 1)
  }

  @Test func nounsAreSingularOrPluralWithEitherDash() throws {
    #expect(Noun(argument: "user_focus") == .userFocuses)
    #expect(Noun(argument: "user-focuses") == .userFocuses)
    #expect(Noun(argument: "Focus") == .focuses)
    #expect(Noun(argument: "prompt_run") == .promptRuns)
    #expect(Noun(argument: "assessments") == .assessments)
    #expect(Noun(argument: "context") == .context)
    #expect(Noun(argument: "things") == nil)
    for noun in Noun.allCases { #expect(Noun(argument: noun.rawValue) == noun) }
  }

  @Test func filtersLeaveOutWhatDoesNotMatch() throws {
    let shelf = try shelf()
    let lines = Self.conversation
    let ask = { (noun: Noun, set: (inout QueryFilter) -> Void) in
      try shelf.query(noun, filter: self.filter(set))
    }
    #expect(try ask(.interactions) { $0.session = "sess_1" } == [lines[3], lines[4]])
    #expect(try ask(.interactions) { $0.user = "u_1" }.count == 3)
    #expect(try ask(.interactions) { $0.user = "u_2" }.isEmpty)
    #expect(try ask(.interactions) { $0.since = 20 } == [lines[4], lines[9]])
    #expect(try ask(.interactions) { $0.until = 20 } == [lines[3]])
    #expect(try ask(.interactions) { $0.last = 2 } == [lines[4], lines[9]])
    #expect(try ask(.assessments) { $0.focus = "focus_logic" } == [lines[6]])
    #expect(try ask(.assessments) { $0.category = "error" } == [lines[6]])
    #expect(try ask(.assessments) { $0.kind = "session_summary" } == [lines[7]])
    #expect(
      try ask(.assessments) {
        $0.user = "u_1"
        $0.last = 1
      } == [lines[7]])
    #expect(try ask(.focuses) { $0.user = "u_1" } == [lines[1]])
    #expect(try ask(.focuses) { $0.user = "u_2" }.isEmpty)
    #expect(try ask(.all) { $0.user = "u_2" }.isEmpty)
  }

  @Test func groupGivesAllOfAnEvaluation() throws {
    let shelf = try Shelf()
    let lines = ["focus_a", "focus_b"].enumerated().map { index, focus in
      Line.assessment(
        "ass_\(index)", of: ["int_1", "int_2"], on: focus, score: 5, group: "grp_1")
    }
    try shelf.put(lines + [Line.assessment("ass_9", of: ["int_3", "int_4"], group: "grp_2")])
    #expect(try shelf.query(.assessments, filter: filter { $0.group = "grp_1" }) == lines)
  }

  @Test func contextComesFirst() throws {
    let shelf = try shelf()
    let lines = try shelf.query(
      .interactions, filter: filter { $0.session = "sess_1" }, context: true)
    #expect(Array(lines[..<3]) == Array(Self.conversation[..<3]))
    #expect(lines[3].contains(#""type":"level""#))
    #expect(Array(lines[4...]) == Array(Self.conversation[3...4]))
  }

  @Test(arguments: [
    ["interactions", "--focus", "f"], ["users", "--since", "1"], ["unassessed", "interactions"],
    ["all", "--format", "csv"], ["levels", "--last", "0"], ["assessments", "--kind", "error"],
    ["levels", "--with-context", "--format", "table"], ["things"], [],
  ])
  func whatCannotBeAskedForIsAMistake(arguments: [String]) {
    #expect(throws: (any Error).self) { try QueryCommand.parse(arguments) }
  }

  @Test func timesAreMillisecondsOrISO8601() {
    #expect(Timestamp(argument: "1700000000000")?.milliseconds(now: 0) == 1_700_000_000_000)
    #expect(Timestamp(argument: "2023-11-14T22:13:20Z")?.milliseconds(now: 0) == 1_700_000_000_000)
    #expect(
      Timestamp(argument: "2023-11-14T23:13:20+01:00")?.milliseconds(now: 0) == 1_700_000_000_000)
    #expect(
      Timestamp(argument: "2023-11-14T22:13:20.250Z")?.milliseconds(now: 0) == 1_700_000_000_250)
    #expect(Timestamp(argument: "2023-11-14")?.milliseconds(now: 0) == 1_699_920_000_000)
    #expect(Timestamp(argument: "7d")?.milliseconds(now: 8 * 86_400_000) == 86_400_000)
    #expect(Timestamp(argument: "yesterday") == nil)
  }

  @Test func theAssessmentsOfAUserComeInOrderWhateverTheirFocus() throws {
    let shelf = try Shelf()
    let lines = (0..<12).map { number -> String in
      let focus = number % 4 == 0 ? nil : "focus_\(number % 3)"
      return Line.assessment(
        "ass_\(number)", of: ["int_\(number)"], on: focus, score: 5, at: Int64(100 + number / 2))
    }
    try shelf.put(lines)
    let ofUser = QueryFilter(user: "u_1")
    #expect(try shelf.query(.assessments, filter: ofUser) == lines)
    #expect(try shelf.query(.assessments, filter: QueryFilter(user: "u_2")).isEmpty)
    var last = ofUser
    last.last = 5
    #expect(try shelf.query(.assessments, filter: last) == lines.suffix(5))
    last.since = 102
    last.until = 104
    #expect(try shelf.query(.assessments, filter: last) == Array(lines[4..<8]))
  }

  @Test func whoMadeARecordIsAFilterToo() throws {
    let shelf = try Shelf()
    let made = { (id: String, rubric: String, model: String, request: String) -> String in
      let line = Line.assessment(id, of: ["int_\(id)"], score: 5).dropLast()
      return line + #","rubricVersion":"\#(rubric)","provider":"openai","modelId":"\#(model)","#
        + #""requestId":"\#(request)"}"#
    }
    let lines = [made("a", "v1", "small", "req_1"), made("b", "v2", "large", "req_2")]
    let turn = Line.turn("int_a", at: 5).dropLast() + #","modelId":"large"}"#
    let run =
      #"{"type":"prompt_run","id":"pr_1","requestId":"req_2","provider":"openai","modelId":"large","#
      + #""inputTokens":1,"outputTokens":2,"latencyMs":3,"status":"ok","createdAt":8}"#
    try shelf.put(lines + [String(turn), run])
    let ask = { (set: (inout QueryFilter) -> Void) in
      try shelf.query(.assessments, filter: self.filter(set))
    }
    #expect(try ask { $0.rubric = "v2" } == [lines[1]])
    #expect(try ask { $0.provider = "openai" } == lines)
    #expect(try ask { $0.provider = "anthropic" }.isEmpty)
    #expect(try ask { $0.model = "small" } == [lines[0]])
    #expect(try ask { $0.request = "req_2" } == [lines[1]])
    #expect(
      try shelf.query(.all, filter: filter { $0.model = "large" })
        == [String(turn), run, lines[1]])
    #expect(try shelf.query(.promptRuns, filter: filter { $0.request = "req_2" }) == [run])
  }
}
