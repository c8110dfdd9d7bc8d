import CoachJSONL
import Testing

@testable import coach_store

/// `trace`: from any id to all that it hangs together with.
@Suite struct TraceTests {
  private let shelf: Shelf
  private let turn = Line.turn("int_1", at: 1)
  private let other = Line.turn("int_2", at: 2)
  private let stranger = Line.turn("int_9", session: "sess_9", at: 3)
  private let score = Line.assessment("ass_1", score: 7, at: 1)
  private let run =
    #"{"type":"prompt_run","id":"pr_1","requestId":"req_1","sessionId":"sess_1","#
    + #""interactionIds":["int_1"],"provider":"p","modelId":"m","inputTokens":1,"outputTokens":1,"#
    + #""latencyMs":1,"status":"ok","createdAt":1}"#
  private let groupRun =
    #"{"type":"prompt_run","id":"pr_2","requestId":"req_2","sessionId":"sess_1","groupId":"grp_1","#
    + #""provider":"p","modelId":"m","inputTokens":1,"outputTokens":1,"latencyMs":1,"#
    + #""status":"ok","createdAt":2}"#
  private let group = Line.text(
    Evaluation(
      id: "grp_1", userId: "u_1", sessionId: "sess_1", interactionIds: ["int_1", "int_2"],
      turns: ["int_1", "int_2"].map {
        Turn(id: $0, userText: "So.", aiResponse: "Yes.", timestamp: 2)
      }, triggers: [.taskComplete], createdAt: 2))
  private let ofGroup = Line.assessment(
    "ass_2", of: ["int_1", "int_2"], on: "focus_clarity", score: 5, at: 2, group: "grp_1")

  init() throws {
    shelf = try Shelf()
    try shelf.put([turn, other, stranger, score, run, groupRun, group, ofGroup])
  }

  private func trace(_ id: String, user: String? = nil) throws -> [String] {
    let store = try Store(path: shelf.database)
    return try shelf.output { output in
      try store.useSnapshot { db in
        let trace = try Trace(on: db)
        _ = try trace.find(id, user: user)
        try trace.each { _, line in try output.write(line: line) }
      }
    }
  }

  private func level(of focus: String) throws -> String {
    try shelf.query(.levels, filter: QueryFilter(focus: focus)).joined()
  }

  @Test func fromALevelToItsTurns() throws {
    #expect(try trace("focus_tone") == [level(of: "focus_tone"), score, run, turn])
    #expect(try trace("focus_tone", user: "u_1") == trace("focus_tone"))
    #expect(try trace("focus_tone", user: "u_2").isEmpty)
    #expect(
      try trace("focus_clarity")
        == [level(of: "focus_clarity"), ofGroup, run, groupRun, group, turn, other])
  }

  @Test func fromAnAssessmentBothWays() throws {
    #expect(try trace("ass_1") == [level(of: "focus_tone"), score, run, turn])
  }

  @Test(arguments: ["int_1", "u_1", "sess_1"]) func fromATurnALearnerOrASession(_ id: String) throws
  {
    let levels = [try level(of: "focus_tone"), try level(of: "focus_clarity")]
    let found = try trace(id)
    #expect(Set(found.prefix(2)) == Set(levels))
    #expect(found.dropFirst(2) == [score, ofGroup, run, groupRun, group, turn, other][...])
  }

  @Test func fromAPromptRunOrItsRequest() throws {
    for id in ["pr_2", "req_2", "grp_1"] {
      let found = try trace(id)
      #expect(found.contains(ofGroup), "\(id)")
      #expect(found.contains(groupRun), "\(id)")
      #expect(found.contains(other), "\(id)")
      #expect(!found.contains(stranger), "\(id)")
    }
  }

  @Test func whatIsNotThereIsNotFound() throws {
    let store = try Store(path: shelf.database)
    let found = try store.use { db in
      try ["ass_none", "int_9"].map { try Trace(on: db).find($0, user: nil) }
    }
    #expect(found == [false, true])
  }
}
