import CoachJSONL
import GRDB
import Testing

@testable import coach_store

/// What somebody who follows the database is given.
@Suite struct FollowerTests {
  private let shelf: Shelf
  private let store: Store

  init() throws {
    shelf = try Shelf()
    store = try Store(path: shelf.database)
  }

  private func follow(
    _ tables: [coach_store.Table] = coach_store.Table.allCases,
    _ filter: QueryFilter = QueryFilter()
  ) throws -> Follower {
    try store.use { try Follower(tables, filter, on: $0) }
  }

  private func news(of follower: Follower) throws -> [String] {
    try shelf.output { output in
      try store.useSnapshot { _ in try follower.each { try output.write(line: $0) } }
    }
  }

  @Test func whatComesIsGivenOnceAndInOrder() throws {
    try shelf.put([Line.turn("int_0", at: 0)])
    let follower = try follow()
    #expect(try news(of: follower).isEmpty)
    let turns = [Line.turn("int_2", at: 2), Line.turn("int_1", at: 1)]
    try shelf.put(turns)
    #expect(try news(of: follower) == turns)
    #expect(try news(of: follower).isEmpty)
    // The same again is no news.
    try shelf.put(turns)
    #expect(try news(of: follower).isEmpty)
  }

  @Test func whatChangesIsGivenAsItIsThen() throws {
    let follower = try follow([.session, .interaction])
    try shelf.put([Line.session(start: 1), Line.turn("int_1", at: 1)])
    _ = try news(of: follower)
    let tagged = Line.turn("int_1", at: 1, scope: Scope(kind: .none, reason: "nothing"))
    try shelf.put([tagged, Line.session(start: 1, end: 1)])
    #expect(try news(of: follower) == [tagged, Line.session(start: 1, end: 1)])
    // Changed twice before anybody looks, it is given once.
    try shelf.put([Line.session(start: 1, end: 2)])
    try shelf.put([Line.session(start: 1, end: 3)])
    #expect(try news(of: follower) == [Line.session(start: 1, end: 3)])
  }

  @Test func aStubIsNoRecordAndComesWhenItIsFilled() throws {
    let follower = try follow([.interaction])
    try shelf.put([Line.assessment("ass_1", score: 5)])
    #expect(try news(of: follower).isEmpty)
    try shelf.put([Line.turn("int_1", at: 1)])
    #expect(try news(of: follower) == [Line.turn("int_1", at: 1)])
  }

  @Test func onlyWhatIsAskedForIsGiven() throws {
    let follower = try follow(
      [.assessment, .level], QueryFilter(user: "u_1", focus: "focus_tone"))
    let wanted = Line.assessment("ass_1", score: 5)
    try shelf.put([
      wanted, Line.assessment("ass_2", on: "focus_clarity", score: 5), Line.turn("int_1", at: 1),
    ])
    let found = try news(of: follower)
    #expect(found.first == wanted)
    #expect(found.count == 2)
    #expect(found.last?.contains(#""type":"level""#) == true)
  }

  @Test func severalFollowAndEachIsGivenAll() throws {
    let first = try follow([.interaction])
    let second = try follow([.interaction])
    try shelf.put([Line.turn("int_1", at: 1)])
    #expect(try news(of: first).count == 1)
    try store.use { _ in try first.renew() }
    #expect(try news(of: second).count == 1)
    try store.use { _ in try second.renew() }
    // Given to everybody, it need not be remembered any more.
    try store.use { _ in try first.renew() }
    #expect(try shelf.column("SELECT count(*) FROM change") == ["0"])
  }

  @Test func nothingIsNotedWhereNobodyFollows() throws {
    try shelf.put([Line.turn("int_1", at: 1)])
    #expect(try shelf.column("SELECT count(*) FROM change") == ["0"])
    let follower = try follow()
    try shelf.put([Line.turn("int_2", at: 2)])
    #expect(try shelf.column("SELECT count(*) FROM change") != ["0"])
    try store.use { _ in try follower.leave() }
    #expect(try shelf.column("SELECT count(*) FROM change") == ["0"])
    let triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%change%'"
    #expect(try shelf.column(triggers).isEmpty)
    try shelf.put([Line.turn("int_3", at: 3)])
    #expect(try shelf.column("SELECT count(*) FROM change") == ["0"])
  }

  @Test func whoWasAwayTooLongIsToldSo() throws {
    let follower = try follow()
    try store.use { try $0.execute(sql: "UPDATE follower SET expires_at = unixepoch() - 1") }
    try shelf.put([Line.turn("int_1", at: 1)])
    #expect(try shelf.column("SELECT count(*) FROM change") == ["0"])
    #expect(throws: StageFailure.self) { try store.use { _ in try follower.renew() } }
  }
}
