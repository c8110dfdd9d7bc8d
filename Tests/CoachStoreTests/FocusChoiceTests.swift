import CoachJSONL
import Testing

@testable import coach_store

/// `track` and `untrack`.
@Suite struct FocusChoiceTests {
  private let shelf: Shelf

  init() throws { shelf = try Shelf() }

  @discardableResult
  private func track(_ focus: String, order: Int? = nil, now: Int64 = 10) throws -> [String] {
    let store = try Store(path: shelf.database)
    let choice = FocusChoice(userId: "u_1", now: now)
    try store.use { try choice.track(focus, order: order, in: $0) }
    return try active(choice, store)
  }

  @discardableResult
  private func untrack(_ focus: String, now: Int64 = 20) throws -> [String] {
    let store = try Store(path: shelf.database)
    let choice = FocusChoice(userId: "u_1", now: now)
    try store.use { try choice.untrack(focus, in: $0) }
    return try active(choice, store)
  }

  private func active(_ choice: FocusChoice, _ store: Store) throws -> [String] {
    try shelf.output { output in
      try store.useSnapshot { db in try choice.each(in: db) { try output.write(line: $0) } }
    }
  }

  private func line(
    _ focus: String, _ order: Int, active: Bool = true, startedAt: Int64 = 10,
    updatedAt: Int64 = 10
  ) -> String {
    Line.text(
      UserFocus(
        userId: "u_1", focusId: focus, order: order, active: active, startedAt: startedAt,
        updatedAt: updatedAt))
  }

  @Test func aFocusTakesTheFirstPlaceThatIsFree() throws {
    try track("focus_a", order: 2)
    try track("focus_b")
    #expect(
      try track("focus_c")
        == [line("focus_b", 1), line("focus_a", 2), line("focus_c", 3)])
  }

  @Test func aFourthFocusHasToSayWhosePlaceItTakes() throws {
    for focus in ["focus_a", "focus_b", "focus_c"] { try track(focus) }
    #expect(throws: StageFailure.self) { try track("focus_d") }
    let after = try track("focus_d", order: 2, now: 11)
    #expect(after[1] == line("focus_d", 2, startedAt: 11, updatedAt: 11))
    #expect(after.count == 3)
    let inactive =
      "SELECT focus.id FROM user_focus JOIN focus ON focus.pk = focus WHERE active = 0"
    #expect(try shelf.column(inactive) == ["focus_b"])
  }

  @Test func whatIsTrackedAlreadyDoesNotChange() throws {
    let before = try track("focus_a", order: 3)
    #expect(try track("focus_a", now: 11) == before)
    #expect(try track("focus_a", order: 1, now: 12) == [line("focus_a", 1, updatedAt: 12)])
  }

  @Test func whatIsNotKnownOfARecordStaysInIt() throws {
    try shelf.put([
      #"{"type":"user_focus","userId":"u_1","focusId":"focus_a","order":1,"active":true,"why":"x"}"#
    ])
    #expect(try untrack("focus_a").isEmpty)
    #expect(
      try shelf.query(.userFocuses) == [
        #"{"type":"user_focus","userId":"u_1","focusId":"focus_a","order":1,"active":false,"why":"x","updatedAt":20}"#
      ])
    #expect(throws: StageFailure.self) { try untrack("focus_a") }
    #expect(try track("focus_a", now: 30).first?.contains(#""why":"x""#) == true)
  }
}
