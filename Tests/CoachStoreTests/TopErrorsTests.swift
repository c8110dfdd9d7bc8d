import ArgumentParser
import CoachJSONL
import Testing

@testable import coach_store

/// Which errors are counted, in which order, and how they stand to the time before.
@Suite struct TopErrorsTests {
  private func error(
    _ key: String, _ severity: ErrorSeverity = .low, _ message: String = "Not like this."
  ) -> LanguageError {
    LanguageError(key: key, message: message, severity: severity)
  }

  /// An error assessment of a turn of its own, at that time.
  private func found(
    _ errors: LanguageError..., at time: Int64, on focus: String = "focus_grammar",
    turn: String? = nil, judgedAt: Int64? = nil, judgement: Judgement? = nil
  ) -> String {
    let turn = turn ?? "int_\(focus)_\(time)"
    return Line.assessment(
      "ass_\(turn)_\(judgedAt ?? 0)", of: [turn], on: focus, category: .error, at: time,
      judgedAt: judgedAt, judgement: judgement, errors: errors)
  }

  private func topErrors(
    _ lines: [String], now: Int64 = 1_000, _ set: (inout QueryFilter) -> Void = { _ in }
  ) throws -> [TopError] {
    let shelf = try Shelf()
    try shelf.put(lines)
    var filter = QueryFilter()
    set(&filter)
    let store = try Store(path: shelf.database, Store.Opening(creates: false))
    return try store.use { try ErrorCensus(filter: filter, now: now).topErrors(in: $0) }
  }

  @Test func theMostFrequentAndTheGravestComeFirst() throws {
    let errors = try topErrors([
      found(error("article"), error("tense", .medium), at: 10),
      found(error("article", .medium, "Older."), error("article", .high), at: 20),
      found(error("spelling"), error("article", .low, "The last one."), at: 30),
    ])
    #expect(errors.map(\.key) == ["article", "tense", "spelling"])
    #expect(errors.map(\.count) == [4, 1, 1])
    #expect(errors.map(\.severity) == [.high, .medium, .low])
    #expect(errors.map(\.lastSeen) == [30, 10, 30])
    #expect(errors.first?.message == "The last one.")
  }

  @Test func whatANewerJudgementDidNotFindAgainIsNoError() throws {
    let old = found(
      error("tense"), at: 10, turn: "int_1", judgedAt: 100,
      judgement: Judgement(id: "jdg_1", records: 1))
    let retiring = Line.assessment(
      "ass_new", of: ["int_1"], on: "focus_grammar", score: 8, at: 10, judgedAt: 200,
      judgement: Judgement(id: "jdg_2", records: 1))
    #expect(try topErrors([old]).map(\.key) == ["tense"])
    #expect(try topErrors([old, retiring]).isEmpty)
  }

  @Test func theTrendIsThatOfTheHalves() throws {
    let early = [10, 11, 12, 13].map { found(error("rare"), error("same"), at: $0) }
    let late = [87, 88, 89, 90].map { found(error("common"), error("same"), at: $0) }
    let errors = try topErrors(early + late + [found(error("rare"), at: 80)])
    let trends = Dictionary(uniqueKeysWithValues: errors.map { ($0.key, $0.trend) })
    #expect(trends == ["rare": .rarer, "same": .steady, "common": .commoner])
    let rare = try #require(errors.first { $0.key == "rare" })
    #expect((rare.count, rare.earlier, rare.later) == (5, 4, 1))
  }

  @Test func turnsWithoutErrorsAreTimeToo() throws {
    let practice = Line.assessment("ass_9", of: ["int_9"], on: "focus_grammar", score: 9, at: 100)
    let errors = try topErrors([found(error("tense"), at: 10), practice])
    #expect(errors.map(\.trend) == [.rarer])
  }

  @Test func oneMomentHasNoTrend() throws {
    let errors = try topErrors([found(error("tense"), at: 10)])
    #expect(errors.map(\.trend) == [.steady])
    #expect(errors.map(\.count) == [1])
  }

  @Test func sinceIsComparedWithAsLongATimeBefore() throws {
    let lines = [
      found(error("old", .high), at: 5), found(error("tense", .high), at: 20),
      found(error("tense"), at: 30), found(error("tense"), at: 60),
      found(error("new"), at: 70), found(error("late"), at: 110),
    ]
    let errors = try topErrors(lines, now: 90) { $0.since = 50 }
    #expect(errors.map(\.key) == ["new", "tense"])
    #expect(errors.map(\.trend) == [.commoner, .rarer])
    #expect(errors.map(\.count) == [1, 1])
    #expect(errors.map(\.severity) == [.low, .low], "the gravest of the time that counts")
    #expect(errors.map(\.earlier) == [0, 2])
    let until = try topErrors(lines, now: 900) {
      $0.since = 50
      $0.until = 65
    }
    #expect(until.map(\.key) == ["tense"])
    #expect(until.map(\.trend) == [.commoner], "the time before is 35 to 50")
  }

  @Test func filters() throws {
    let lines = [
      found(error("tense"), at: 10), found(error("hedge"), at: 20, on: "focus_tone"),
      found(error("article"), at: 30), found(error("comma"), at: 40),
    ]
    #expect(try topErrors(lines) { $0.focus = "focus_tone" }.map(\.key) == ["hedge"])
    #expect(try topErrors(lines) { $0.user = "u_1" }.count == 4)
    #expect(try topErrors(lines) { $0.user = "u_2" }.isEmpty)
    #expect(try topErrors(lines) { $0.last = 2 }.map(\.key) == ["comma", "article"])
    #expect(try topErrors(lines) { $0.until = 20 }.map(\.key) == ["tense"])
  }

  @Test(arguments: [["--last", "0"], ["--since", "20", "--until", "10"], ["--format", "xml"]])
  func whatCannotBeAskedForIsAMistake(arguments: [String]) {
    #expect(throws: (any Error).self) { try TopErrorsCommand.parse(arguments) }
  }

  @Test func aLineForPipesAndATableForEyes() throws {
    let top = TopError(
      key: "grammar.article", severity: .medium, count: 3, earlier: 1, later: 2,
      lastSeen: 1_767_636_252_000, message: "A noun that is counted needs an article.",
      suggestion: "a shop")
    #expect(
      String(decoding: top.line(), as: UTF8.self)
        == #"{"type":"top_error","key":"grammar.article","severity":"medium","count":3,"#
        + #""lastSeen":1767636252000,"trend":"commoner","earlier":1,"later":2,"#
        + #""message":"A noun that is counted needs an article.","suggestion":"a shop"}"#)
    let shelf = try Shelf()
    let table = try shelf.output { output in
      try QueryFormat.table.write([top.line()], columns: TopError.columns, to: &output)
    }
    #expect(
      table == [
        "key              severity  count  trend     lastSeen"
          + "    message                                   suggestion",
        "grammar.article  medium        3  commoner  2026-01-05"
          + "  A noun that is counted needs an article.  a shop",
      ])
  }
}
