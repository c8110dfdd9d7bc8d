import TestSupport
import Testing

/// The rules of contract §2 hold in every tool, also in one that has no use for the record.
@Suite struct ValidationTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// Assessments that break one of the rules, and the field that the message must name.
  static let wrongAssessments: [(field: String, changes: KeyValuePairs<String, String?>)] = [
    ("score", ["score": "11"]),
    ("score", ["score": "0"]),
    ("score", ["score": "-1"]),
    ("score", ["score": "10.5"]),
    ("score", ["score": #""7""#]),
    ("score", ["score": "true"]),
    ("interactionIds", ["interactionIds": "[]"]),
    ("interactionIds", ["interactionIds": #"["int_1","int_2"]"#]),
    ("interactionIds", ["interactionIds": #""int_1""#]),
    ("interactionIds", ["interactionIds": nil]),
    ("interactionIds", ["kind": #""multi_turn""#]),
    ("interactionIds", ["kind": #""multi_turn""#, "interactionIds": "[]"]),
    ("interactionIds", ["kind": #""session_summary""#]),
    ("kind", ["kind": #""turn""#]),
    ("kind", ["kind": nil]),
    ("category", ["category": #""praise""#]),
    ("category", ["category": nil]),
    (
      "errors[0].interactionId",
      [
        "kind": #""multi_turn""#, "interactionIds": #"["int_1","int_2"]"#,
        "errors": #"[{"key":"k","message":"m","severity":"low"}]"#,
      ]
    ),
  ]

  @Test(arguments: Stage.all)
  func aRuleThatIsBrokenIsARejectThatNamesTheField(_ stage: Stage) throws {
    try expectRejects(Self.wrongAssessments, of: stage)
  }

  /// Assessments that are no assessments in other ways: what a stage does not need it does not
  /// look at, but the store needs all.
  static let malformedAssessments: [(field: String, changes: KeyValuePairs<String, String?>)] = [
    ("interactionIds[0]", ["interactionIds": "[1]"]),
    ("id", ["id": nil]),
    ("id", ["id": #""""#]),
    ("id", ["id": "7"]),
    ("id", ["id": "\"" + String(repeating: "a", count: 129) + "\""]),
    ("id", ["id": #""ass\u0007""#]),
    ("userId", ["userId": nil]),
    ("sessionId", ["sessionId": "null"]),
    ("explanationText", ["explanationText": nil]),
    ("createdAt", ["createdAt": nil]),
    ("createdAt", ["createdAt": #""2026-01-02""#]),
    ("createdAt", ["createdAt": "1767340000000.5"]),
    ("errors", ["errors": "{}"]),
    ("errors[0].severity", ["errors": #"[{"key":"k","message":"m","severity":"fatal"}]"#]),
    ("errors[0].key", ["errors": #"[{"message":"m","severity":"low"}]"#]),
    ("errors[0].message", ["errors": #"[{"key":"k","severity":"low"}]"#]),
    (
      "errors[0].span.end",
      ["errors": #"[{"key":"k","message":"m","severity":"low","span":{"start":5,"end":2}}]"#]
    ),
  ]

  @Test func theStoreTakesNothingMalformed() throws {
    let store = try #require(Stage.all.last)
    try expectRejects(Self.malformedAssessments, of: store)
  }

  private func expectRejects(
    _ wrong: [(field: String, changes: KeyValuePairs<String, String?>)], of stage: Stage
  ) throws {
    let input = wrong.map { Sample.assessment($0.changes) }
    let result = try stage.command(in: dir).run(.lines(input)).expect(.dataRejected)
    let rejects = try RecordLines(result).records(MirrorReject.self)
    let rejected = rejects.compactMap(\.raw)
    for (line, wrong) in zip(input, wrong) where !rejected.contains(line) {
      Issue.record("\(stage.tool) takes \(wrong.changes)")
    }
    try #require(rejects.count == input.count)
    for (reject, wrong) in zip(rejects, wrong) {
      #expect(reject.message.hasPrefix(wrong.field + ":"), "\(reject.message): \(wrong.changes)")
    }
  }

  /// Assessments at the edges of the rules.
  static let rightAssessments: [KeyValuePairs<String, String?>] = [
    ["score": "1"], ["score": "10"], ["score": "null"], ["score": nil],
    ["focusId": "null"], ["focusId": nil], ["errors": "[]"], ["errors": "null"],
    ["category": #""error""#, "score": "null"],
    ["kind": #""multi_turn""#, "interactionIds": #"["int_1","int_2"]"#, "groupId": #""grp_1""#],
    ["kind": #""session_summary""#, "interactionIds": "[]", "focusId": "null"],
    ["id": "\"" + String(repeating: "a", count: 128) + "\""],
    ["errors": #"[{"key":"k","message":"m","severity":"low","span":{"start":0,"end":2}}]"#],
    ["explanationText": #""""#], ["createdAt": "0"], ["tags": #"["a","b"]"#],
  ]

  @Test(arguments: Stage.all)
  func theEdgesOfTheRulesAreAllowed(_ stage: Stage) throws {
    let input = Self.rightAssessments.map(Sample.assessment)
    let result = try stage.command(in: dir).run(.lines(input)).expect(.success)
    #expect(try RecordLines(result).ofType("assessment").map(\.text) == input)
  }

  /// Records of the other types that break a rule, and who needs them.
  static let wrongRecords: [(tools: Set<String>, line: String)] = [
    (["coach-store"], #"{"type":"user"}"#),
    (["coach-store"], #"{"type":"focus","id":"focus_x"}"#),
    (["coach-store"], userFocus(order: "4")),
    (["coach-store"], userFocus(order: "0")),
    (["coach-store"], userFocus(active: #""yes""#)),
    (["coach-store"], #"{"type":"session","id":"sess_1","userId":"u_1"}"#),
    (
      ["coach-store", "coach-summarize"],
      #"{"type":"session","id":"sess_1","userId":"u_1","startTime":"now","endTime":9}"#
    ),
    (
      ["coach-store", "coach-filter"],
      #"{"type":"interaction","id":"int_1","sessionId":"sess_1","aiResponse":"b","timestamp":1}"#
    ),
    (
      ["coach-store", "coach-filter"],
      #"{"type":"interaction","id":"i","sessionId":"s","userText":7,"aiResponse":"b","timestamp":1}"#
    ),
    (["coach-store", "coach-level"], #"{"type":"level","userId":"u_1","focusId":"f","level":11}"#),
    (["coach-store"], #"{"type":"prompt_run","id":"pr_1"}"#),
    (["coach-store", "coach-assess"], #"{"type":"evaluation","id":"grp_1","turns":7}"#),
    (["coach-chat"], #"{"type":"message","text":7,"userId":"u_1"}"#),
    (["coach-chat"], #"{"type":"message","userId":"u_1"}"#),
  ]

  private static func userFocus(order: String = "1", active: String = "true") -> String {
    #"{"type":"user_focus","userId":"u_1","focusId":"focus_x","order":\#(order),"active":\#(active)}"#
  }

  @Test(arguments: Stage.all)
  func theOtherRecordsHaveRulesToo(_ stage: Stage) throws {
    let wrong = Self.wrongRecords.filter { $0.tools.contains(stage.tool) }.map(\.line)
    let result = try stage.command(in: dir).run(.lines(wrong)).expect(.dataRejected)
    let rejects = try RecordLines(result).records(MirrorReject.self)
    #expect(rejects.compactMap(\.raw) == wrong)
  }
}
