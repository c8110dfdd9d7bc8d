import CoachJSONL
import Foundation
import Testing

@testable import coach_chat

/// What is read out of the records of the stages behind a chat.
@Suite struct FeedbackTests {
  private static let evening: Int64 = 1_700_000_000_000

  private func turn(
    _ id: String, _ text: String, scope: Scope? = nil, command: Command? = nil
  ) -> Interaction {
    Interaction(
      id: id, userId: "u", sessionId: "s", userText: text, aiResponse: "", timestamp: Self.evening,
      command: command, scope: scope)
  }

  private func assessment(
    _ number: Int, of turns: [String], errors: [LanguageError]? = nil, score: Double? = nil,
    records: Int = 1, group: String? = nil
  ) -> Assessment {
    Assessment(
      id: "ass_\(number)", userId: "u", sessionId: "s", interactionIds: turns, focusId: "f",
      kind: turns.count > 1 ? .multiTurn : .interaction,
      category: errors == nil ? .progress : .error, score: score, explanationText: "x",
      errors: errors, groupId: group, createdAt: Self.evening,
      judgement: Judgement(id: "jdg_\(turns.joined())", records: records))
  }

  private func error(_ key: String, in turn: String? = nil) -> LanguageError {
    LanguageError(
      key: key, message: key, severity: .low, interactionId: turn, span: .init(start: 0, end: 2))
  }

  private func events(
    _ records: [any SuiteRecord], _ reader: inout FeedbackReader
  ) throws -> [FeedbackReader.Event] {
    let parser = try RecordParser(name: "test")
    return try records.flatMap { record in
      try parser.read(record.line()) { try reader.take($0) }
    }
  }

  @Test func aTurnIsSettledWhenItsWholeJudgementIsThere() throws {
    var reader = FeedbackReader()
    let scope = Scope(kind: .interaction, reason: "r")
    #expect(try events([turn("int_1", "go on", scope: scope)], &reader) == [])
    #expect(try events([assessment(1, of: ["int_1"], score: 5, records: 2)], &reader) == [])
    #expect(
      try events([assessment(2, of: ["int_1"], errors: [error("k")], records: 2)], &reader) == [
        .note(.errors([error("k", in: "int_1")], in: "go on")), .settled("int_1"),
      ])
  }

  @Test func aTurnThatNobodyLooksAtIsSettledAtOnce() throws {
    var reader = FeedbackReader()
    #expect(
      try events([turn("int_1", "hi", scope: Scope(kind: .none, reason: "r"))], &reader)
        == [.settled("int_1")])
    #expect(try events([turn("int_2", "hi")], &reader) == [.settled("int_2")])
  }

  @Test func turnsJudgedTogetherHaveTheirOwnSentences() throws {
    var reader = FeedbackReader()
    let scope = Scope(kind: .multiTurn, reason: "r")
    let errors = [error("a", in: "int_2"), error("b", in: "int_1")]
    let found = try events(
      [
        turn("int_1", "one", scope: scope), turn("int_2", "two", scope: scope),
        turn("int_3", "/done", scope: scope, command: .done),
        assessment(1, of: ["int_1", "int_2"], errors: errors, group: "grp_1"),
      ], &reader)
    #expect(
      found == [
        .settled("int_1"), .settled("int_2"), .nearlySettled("int_3"),
        .note(.errors([errors[1]], in: "one")), .note(.errors([errors[0]], in: "two")),
        .settled("int_1"), .settled("int_2"), .settled("grp_1"),
      ])
  }

  @Test func noErrorIsSaidOnlyWhereSomethingWasGraded() throws {
    var reader = FeedbackReader()
    let graded = try events([assessment(1, of: ["int_1"], score: 9)], &reader)
    #expect(graded == [.note(.words("Nothing to mend there.")), .settled("int_1")])
    #expect(try events([assessment(2, of: ["int_2"])], &reader) == [.settled("int_2")])
  }

  @Test func theEndHasTheReviewAndTheLevelsThatTheChatHasMoved() throws {
    var reader = FeedbackReader()
    func score(_ number: Int, _ score: Double) -> WindowScore {
      WindowScore(
        id: "ass_\(number)", kind: .interaction, interactionIds: ["int_\(number)"], score: score,
        createdAt: Int64(number))
    }
    func level(_ focusId: String, _ scores: [WindowScore]) -> Level? {
      var window = LevelWindow()
      window.merge(scores)
      return window.level(userId: "u", focusId: focusId)
    }
    let levels = [
      level("f_moved", [score(1, 4), score(7, 10)]), level("f_kept", [score(2, 5), score(7, 5)]),
      level("f_new", [score(7, 9)]), level("f_untouched", [score(1, 3)]),
    ].compactMap(\.self)
    let summary = Assessment(
      id: "ass_s", userId: "u", sessionId: "s", interactionIds: [], kind: .sessionSummary,
      category: .progress, explanationText: "Well done.", createdAt: 9)
    let focus = Focus(id: "f_moved", title: "Tone")
    _ = try events([turn("int_7", "x"), focus, summary] + levels, &reader)
    #expect(
      reader.ending(isUnicode: true) == [
        .words("\nWell done."),
        .words(
          """

          f_kept  level 5, as before  ▄▄
          Tone    level 5, was 4  ▃█
          f_new   level 9, the first  █
          """),
      ])
  }

  @Test func whatWentInAndDidNotComeOutIsKnown() {
    var ledger = FeedbackLedger()
    let lines = (0..<5).map { Array("line \($0)\n".utf8) }
    ledger.sent((lines[0], nil))
    ledger.sent((lines[1], "int_1"))
    for line in lines[2...] { ledger.sent((line, nil)) }
    let isKnown = [
      ledger.returned((lines[0], nil)), ledger.returned((Array("derived\n".utf8), nil)),
    ]
    #expect(isKnown == [true, false])
    #expect(ledger.outstanding == Array(lines[1...]))
    // With a scope in it, it is the same turn.
    _ = ledger.returned((Array("line 1 with more\n".utf8), "int_1"))
    #expect(ledger.outstanding == Array(lines[2...]))
    // The line before does not come back.
    _ = ledger.returned((lines[3], nil))
    _ = ledger.returned((lines[4], nil))
    #expect(ledger.outstanding == [])
  }

  @Test func aLineThatAStageRejectsIsNotWaitedFor() throws {
    let long = #"{"text":"\#(String(repeating: "é", count: 40_000))"}"#
    var ledger = FeedbackLedger()
    func sent(_ text: String, _ id: String? = nil) { ledger.sent((Array((text + "\n").utf8), id)) }
    func reject(raw: String, recordId: String? = nil, bytes: Int? = nil) throws -> Reject {
      var fields = #"{"type":"reject","id":"rej_1","stage":"coach-level","code":"x","message":"m","#
      fields += #""retryable":false,"attempts":1,"createdAt":1,"#
      if let recordId { fields += #""recordId":"\#(recordId)","# }
      if let bytes { fields += #""rawBytes":\#(bytes),"# }
      let line = fields + #""raw":"\#(raw.replacing("\"", with: "\\\""))"}"#
      return try RecordParser(name: "test").read(Array(line.utf8)) { try Reject($0) }
    }
    sent("{}")
    sent(#"{"a":1}"#)
    sent(#"{"b":1}"#, "int_1")
    sent(long)
    // One that is about none of them, though it keeps the beginning of one.
    ledger.rejected(try reject(raw: #"{"a""#, recordId: "grp_1"))
    #expect(ledger.outstanding.count == 4)
    ledger.rejected(try reject(raw: #"{"a":1}"#))
    #expect(ledger.outstanding.map(\.count) == [3, 8, long.utf8.count + 1])
    // A later stage saw it with a scope in it.
    ledger.rejected(try reject(raw: #"{"b":1,"scope":1}"#, recordId: "int_1"))
    ledger.rejected(try reject(raw: String(long.prefix(1_000)), bytes: long.utf8.count))
    #expect(ledger.outstanding == [Array("{}\n".utf8)])
  }

  @Test func toolsAreFoundBesideTheProgramThatRuns() throws {
    func find(_ running: String?, there: Set<String>, path: String? = nil) throws -> StageProgram {
      try StageProgram(
        "coach-level", beside: running, ownName: "coach-chat", searchPath: path,
        isProgram: there.contains)
    }
    #expect(try find("/a/coach-chat", there: ["/a/coach-level"]).path == "/a/coach-level")
    // One program under six names is called by another of them.
    let installed = try find("/usr/lib/coach-up/coach", there: [])
    #expect(installed.path == "/usr/lib/coach-up/coach" && installed.name == "coach-level")
    #expect(
      try find("/a/coach-chat", there: ["/c/coach-level"], path: "/b:/c").path == "/c/coach-level")
    #expect(throws: StageFailure.self) { try find("/a/coach-chat", there: [], path: "/b") }
  }

  @Test func aHistoryKeepsLinesAndGrowsNoFurther() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a/b/history").path
    #expect(try #require(InputHistory(path: path)).lines == [])
    let texts = ["one", "two\nlines", #"C:\new \n"#, "日本"]
    do {
      let history = try #require(InputHistory(path: path))
      for text in texts { history.append(text) }
    }
    #expect(try #require(InputHistory(path: path)).lines == texts)
    do {
      let history = try #require(InputHistory(path: path))
      for number in 0..<2_100 { history.append("line \(number)") }
    }
    let shortened = try #require(InputHistory(path: path))
    #expect(shortened.lines.count == 1_000 && shortened.lines.last == "line 2099")
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 1_000)
    // Nothing is left beside it, and it is the learner's alone.
    let files = FileManager.default
    #expect(try files.contentsOfDirectory(atPath: folder.path + "/a/b") == ["history"])
    #expect(try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func aHistoryMadeShorterByOneChatIsStillWrittenByAnother() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "history").path
    let first = try #require(InputHistory(path: path))
    for number in 0..<2_100 { first.append("line \(number)") }
    let second = try #require(InputHistory(path: path))
    first.append("of the first")
    second.append("of the second")
    #expect(
      try #require(InputHistory(path: path)).lines.suffix(3)
        == ["line 2099", "of the first", "of the second"])
  }

  @Test func aHistoryIsWhereStateIsKept() {
    func path(_ variables: [String: String]) -> String? {
      InputHistory.path(in: Environment(variables))
    }
    #expect(path(["HOME": "/h"]) == "/h/.local/state/coach-up/history")
    #expect(path(["HOME": "/h", "XDG_STATE_HOME": "/s"]) == "/s/coach-up/history")
    #expect(path(["HOME": "/h", "XDG_STATE_HOME": "s"]) == "/h/.local/state/coach-up/history")
    #expect(path(["HOME": "/h", "COACH_HISTORY": "/x"]) == "/x")
    #expect(path(["HOME": "/h", "COACH_HISTORY": "none"]) == nil)
    #expect(path([:]) == nil)
  }
}
