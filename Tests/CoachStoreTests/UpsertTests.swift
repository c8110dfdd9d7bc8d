import CoachJSONL
import Testing

@testable import coach_store

/// The rules of contract §4 for a record that comes again.
@Suite struct UpsertTests {
  @Test func planExamplesComeBackAsTheyWere() throws {
    let shelf = try Shelf()
    let examples = [
      #"{"id":"ass_1","userId":"u_1","sessionId":"sess_1","interactionIds":["int_9"],"focusId":"focus_assertiveness","kind":"interaction","category":"error","score":null,"explanationText":"Past tense error.","errors":[{"key":"past_tense","message":"Use 'went'.","severity":"low","suggestion":"I went..."}],"createdAt":1692453123456}"#,
      #"{"id":"ass_2a","userId":"u_1","sessionId":"sess_1","interactionIds":["int_8","int_9","int_10"],"focusId":"focus_assertiveness","kind":"multi_turn","category":"progress","score":7,"explanationText":"Stronger closing ask; fewer hedges.","groupId":"grp_1","createdAt":1692453124000}"#,
      #"{"id":"ass_3","userId":"u_1","sessionId":"sess_1","interactionIds":[],"focusId":null,"kind":"session_summary","category":"progress","score":7,"explanationText":"Clear structure.","createdAt":1692453125000}"#,
      #"{"id":"pr_1","requestId":"req_123","userId":"u_1","sessionId":"sess_1","interactionIds":["int_8","int_9"],"groupId":"grp_1","provider":"openai","modelId":"gpt-4o-mini","rubricVersion":"v1","inputTokens":1200,"outputTokens":350,"latencyMs":820,"costCents":1.9,"status":"ok","createdAt":1692453123456}"#,
    ]
    #expect(try shelf.put(examples).status == .ok)
    #expect(try shelf.query(.assessments) == Array(examples[..<3]))
    #expect(try shelf.query(.promptRuns) == [examples[3]])
  }

  @Test func unknownFieldsAndNumbersComeBackByteForByte() throws {
    let shelf = try Shelf()
    let lines = [
      #"{"type":"user","id":"u_1","name":"Mira","z":1.10,"big":123456789012345678901234567890}"#,
      #"{ "type":"focus", "id":"focus_tone", "title":"Tone", "x":[1,{"y":null}] }"#,
    ]
    try shelf.put(lines)
    #expect(try shelf.query(.users, .focuses) == lines)
  }

  @Test func halfAnEmojiIsNoReasonToLoseATurn() throws {
    let shelf = try Shelf()
    let line = Line.turn("int_1", at: 5).replacing("Monday", with: #"\ud83d Monday"#)
    #expect(try shelf.put([line]).status == .ok)
    #expect(try shelf.query(.interactions) == [line])
    let again = String(line.dropLast() + #","x":1}"#)
    #expect(try shelf.put([again]).status == .ok)
    #expect(try shelf.query(.interactions) == [again])
    let broken = Line.turn("int_1", at: 5).replacing("int_1", with: #"int_\ud83d"#)
    #expect(try shelf.put([broken]).status == .dataError)
  }

  @Test func puttingAgainChangesNothing() throws {
    let shelf = try Shelf()
    let lines = [
      Line.session(start: 10), Line.turn("int_1", at: 10),
      Line.assessment("ass_1", score: 6), Line.choice("focus_tone", order: 1),
      #"{"type":"mood","value":3}"#, Line.session(start: 10, end: 20),
    ]
    try shelf.put(lines)
    let first = try shelf.query(.all)
    try shelf.put(lines)
    #expect(try shelf.query(.all) == first)
    #expect(try shelf.column("SELECT count(*) FROM assessment_interaction") == ["1"])
  }

  @Test func anAbsentScopeDoesNotEraseOne() throws {
    let shelf = try Shelf()
    let scope = Scope(kind: .interaction, triggers: [.periodic], reason: "every 4 turns")
    let tagged = Line.turn("int_1", at: 5, scope: scope)
    try shelf.put([tagged, Line.turn("int_1", at: 5)])
    #expect(try shelf.query(.interactions) == [tagged])
    #expect(try shelf.column("SELECT scope FROM interaction") == ["interaction"])
  }

  @Test func theEarlierStartAndTheLaterEndStand() throws {
    let shelf = try Shelf()
    let parts = [
      Line.session(start: 30, end: 40), Line.session(start: 10), Line.session(start: 20, end: 90),
    ]
    for order in [parts, parts.reversed(), [parts[1], parts[2], parts[0]]] {
      let shelf = try Shelf()
      try shelf.put(order)
      let session = try #require(try shelf.query(.sessions).first)
      #expect(session == Line.session(start: 10, end: 90))
    }
    try shelf.put(parts)
    #expect(try shelf.column("SELECT start_time || '-' || end_time FROM session") == ["10-90"])
  }

  @Test func theHigherAssessedAtWinsWhateverTheOrder() throws {
    let old = Line.assessment("ass_1", score: 3, judgedAt: 200)
    let new = Line.assessment("ass_1", score: 8, judgedAt: 300)
    for order in [[old, new], [new, old]] {
      let shelf = try Shelf()
      try shelf.put(order)
      #expect(try shelf.query(.assessments) == [new])
    }
  }

  @Test func aNewerVersionReplacesTurnsAndErrors() throws {
    let shelf = try Shelf()
    let error = LanguageError(key: "grammar.article", message: "Add 'the'.", severity: .low)
    try shelf.put([
      Line.assessment("ass_1", category: .error, judgedAt: 1, errors: [error, error]),
      Line.assessment("ass_1", category: .error, judgedAt: 2, errors: [error]),
    ])
    #expect(try shelf.column("SELECT key FROM assessment_error") == ["grammar.article"])
    #expect(try shelf.column("SELECT position FROM assessment_interaction") == ["0"])
  }

  @Test func attemptsOfARejectAddUp() throws {
    let shelf = try Shelf()
    let reject = { (createdAt: Int64) in
      #"{"type":"reject","id":"rej_1","stage":"coach-assess","code":"provider_failed","#
        + #""message":"no answer","retryable":true,"attempts":1,"createdAt":\#(createdAt),"x":1.0}"#
    }
    try shelf.put([reject(100), reject(100)])
    #expect(try shelf.column("SELECT attempts FROM reject") == ["1"])
    try shelf.put([reject(200)])
    #expect(try shelf.column("SELECT attempts FROM reject") == ["2"])
    let stored = try #require(try shelf.query(.rejects).first)
    #expect(stored == reject(200).replacing(#""attempts":1"#, with: #""attempts":2"#))
  }

  @Test func aStubIsFilledByTheRecord() throws {
    let shelf = try Shelf()
    try shelf.put([Line.assessment("ass_1", score: 5)])
    #expect(try shelf.query(.interactions, .sessions, .users).isEmpty)
    #expect(try shelf.column("SELECT id FROM interaction WHERE raw IS NULL") == ["int_1"])
    let turn = Line.turn("int_1", at: 7)
    try shelf.put([turn])
    #expect(try shelf.query(.interactions) == [turn])
    #expect(try shelf.column("SELECT id FROM interaction WHERE raw IS NULL").isEmpty)
  }

  @Test func aTurnWithoutUserGetsThatOfItsSession() throws {
    let shelf = try Shelf()
    let turn = Line.turn("int_1", at: 7, user: nil)
    try shelf.put([turn, Line.session(start: 7)])
    var filter = QueryFilter()
    filter.user = "u_1"
    #expect(try shelf.query(.interactions, filter: filter) == [turn])
  }

  @Test func threePlacesForActiveFocuses() throws {
    let shelf = try Shelf()
    try shelf.put([
      Line.choice("focus_a", order: 1, updatedAt: 1),
      Line.choice("focus_b", order: 2, updatedAt: 1),
      Line.choice("focus_c", order: 3, updatedAt: 1),
      Line.choice("focus_d", order: 3, updatedAt: 2),
    ])
    let active = "SELECT focus.id FROM user_focus JOIN focus ON focus.pk = focus "
    let query = active + "WHERE active = 1 ORDER BY \"order\""
    #expect(try shelf.column(query) == ["focus_a", "focus_b", "focus_d"])
    // The older choice for the same place does not come back.
    try shelf.put([Line.choice("focus_c", order: 3, updatedAt: 1)])
    #expect(try shelf.column(query) == ["focus_a", "focus_b", "focus_d"])
    #expect(
      try shelf.query(.userFocuses).contains(
        Line.choice("focus_c", order: 3, active: false, updatedAt: 1)))
  }

  @Test func twoFocusesSwapTheirPlaces() throws {
    let shelf = try Shelf()
    try shelf.put([Line.choice("focus_a", order: 1), Line.choice("focus_b", order: 2)])
    let swapped = [Line.choice("focus_b", order: 1), Line.choice("focus_a", order: 2)]
    try shelf.put(swapped)
    #expect(try shelf.query(.userFocuses) == swapped)
  }
}
