import CoachJSONL
import Testing

@testable import coach_chat

/// Which message belongs to which session, as a table of messages and what becomes of them.
@Suite struct SessionTrackerTests {
  struct Step {
    var user = "u"
    var session: String?
    var minute: Double
    var request: String?
    var command: LineCommand?
    /// Which session it is: numbers for those that the tracker names, in order of appearance.
    var belongs: String
    var isNew = false
    var ends: String?
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let steps: [Step]
  }

  static let cases = [
    Case(
      testDescription: "exactly the idle time goes on, more begins anew",
      steps: [
        Step(minute: 0, belongs: "#1", isNew: true),
        Step(minute: 20, belongs: "#1"),
        Step(minute: 40.00002, belongs: "#2", isNew: true, ends: "#1"),
      ]),
    Case(
      testDescription: "each turn moves the idle time on",
      steps: [
        Step(minute: 0, belongs: "#1", isNew: true),
        Step(minute: 15, belongs: "#1"),
        Step(minute: 30, belongs: "#1"),
        Step(minute: 45, belongs: "#1"),
      ]),
    Case(
      testDescription: "users do not disturb each other",
      steps: [
        Step(user: "a", minute: 0, belongs: "#1", isNew: true),
        Step(user: "b", minute: 100, belongs: "#2", isNew: true),
        Step(user: "a", minute: 10, belongs: "#1"),
        Step(user: "b", minute: 110, belongs: "#2"),
        Step(user: "a", minute: 31, belongs: "#3", isNew: true, ends: "#1"),
      ]),
    Case(
      testDescription: "a named session is neither split nor ended by idleness",
      steps: [
        Step(session: "mine", minute: 0, belongs: "mine", isNew: true),
        Step(session: "mine", minute: 500, belongs: "mine"),
      ]),
    Case(
      testDescription: "a message without session joins the user's named one",
      steps: [
        Step(session: "mine", minute: 0, belongs: "mine", isNew: true),
        Step(minute: 5, belongs: "mine"),
        Step(minute: 60, belongs: "#1", isNew: true),
        Step(session: "mine", minute: 61, belongs: "mine"),
        Step(minute: 62, belongs: "#1"),
      ]),
    Case(
      testDescription: "a session that is named later is not ended by idleness any more",
      steps: [
        Step(minute: 0, request: "r", belongs: "#1", isNew: true),
        Step(
          session: DerivedID.session.from("u", "r"), minute: 1, belongs: "#1"),
        Step(minute: 60, belongs: "#2", isNew: true),
      ]),
    Case(
      testDescription: "a late message belongs to the open session",
      steps: [
        Step(minute: 100, belongs: "#1", isNew: true),
        Step(minute: 5, belongs: "#1"),
        Step(minute: 110, belongs: "#1"),
      ]),
  ]

  @Test(arguments: cases)
  func places(_ test: Case) {
    let clock = WallClock { ChatRun.morning }
    var tracker = SessionTracker(
      idle: 20 * ChatRun.minute, mint: IDMint(clock: clock, random: Counter().next))
    var names: [String: String] = [:]
    func name(_ id: String) -> String {
      if names[id] == nil {
        names[id] = id == "mine" ? id : "#\(names.count { $0.key != "mine" } + 1)"
      }
      return names[id] ?? id
    }
    for step in test.steps {
      let placement = tracker.place(
        userId: step.user, sessionId: step.session, requestId: step.request,
        command: step.command,
        time: ChatRun.morning + Int64((step.minute * Double(ChatRun.minute)).rounded()))
      let ended = placement.ended.map { name($0.id) }
      #expect(name(placement.session.id) == step.belongs, "minute \(step.minute)")
      #expect(placement.isNew == step.isNew, "minute \(step.minute)")
      #expect(ended == step.ends, "minute \(step.minute)")
    }
  }

  @Test func startAndEndAreTheFirstAndTheLastTurnEvenOutOfOrder() {
    var tracker = SessionTracker(idle: 20, mint: IDMint(clock: WallClock { 0 }))
    for time: Int64 in [100, 90, 110, 105] {
      _ = tracker.place(userId: "u", sessionId: "s", requestId: nil, command: nil, time: time)
    }
    let sessions = tracker.endAll()
    #expect(
      sessions.map(\.end) == [Session(id: "s", userId: "u", startTime: 90, endTime: 110)])
    #expect(tracker.endAll().isEmpty)
  }

  @Test func sessionsEndInTheOrderInWhichTheyBegan() {
    var tracker = SessionTracker(idle: 20, mint: IDMint(clock: WallClock { 0 }))
    let ids = (0..<50).map { "s\($0 * 7 % 50)" }
    for id in ids {
      _ = tracker.place(userId: "u", sessionId: id, requestId: nil, command: nil, time: 1)
    }
    #expect(tracker.endAll().map(\.id) == ids)
  }

  @Test func aTaskLastsFromItsCommandToTheFirstEnd() {
    var tracker = SessionTracker(idle: 20, mint: IDMint(clock: WallClock { 0 }))
    let tasks = [nil, .task("story"), nil, .feedback, .done, nil].map { (command: LineCommand?) in
      tracker.place(userId: "u", sessionId: "s", requestId: nil, command: command, time: 1).task
    }
    #expect(tasks == [nil, "story", "story", "story", nil, nil])
  }

  @Test func idsComeFromTheRequestWhereThereIsOne() {
    var tracker = SessionTracker(idle: 20, mint: IDMint(clock: WallClock { 0 }))
    let derived = tracker.place(
      userId: "u", sessionId: nil, requestId: "r1", command: nil, time: 0)
    #expect(derived.session.id == DerivedID.session.from("u", "r1"))
    let minted = tracker.place(
      userId: "u", sessionId: nil, requestId: nil, command: nil, time: 21)
    #expect(minted.session.id.hasPrefix("sess_00000000-0000-7"))
    #expect(minted.ended?.id == derived.session.id)
  }
}
