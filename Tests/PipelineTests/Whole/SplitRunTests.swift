import TestSupport
import Testing

/// One run is many runs over the same turns: the records are the state.
@Suite struct SplitRunTests {
  let dir: Dir
  /// What coach-chat made of the example week.
  let conversation: RecordLines

  init() throws {
    dir = try Dir()
    let context = "\(Package.root)/examples/context.jsonl"
    let chat = try dir.command("coach-chat", "--context", context)
      .run(.lines(WholePipeline.messages())).expect(.success)
    conversation = try RecordLines(chat)
  }

  private func filter(_ lines: [String], _ arguments: String...) throws -> RecordLines {
    try RecordLines(
      dir.command("coach-filter", arguments).run(.lines(lines)).expect(.success))
  }

  private func tagsAndGroups(_ records: RecordLines...) -> [String] {
    let lines = records.flatMap(\.lines)
      .filter { ["interaction", "evaluation"].contains($0.type) }
    return Set(lines.map(\.text)).sorted()
  }

  @Test func theFilterMayBeStoppedAfterAnyLine() throws {
    let lines = conversation.lines.map(\.text)
    let whole = tagsAndGroups(try filter(lines))
    #expect(whole.filter { $0.contains(#""type":"evaluation""#) }.count >= 2)
    for place in 1..<lines.count {
      let before = try filter(Array(lines[..<place]), "--keep-open")
      let after = try filter(openLines(of: before) + lines[place...])
      expectSame(tagsAndGroups(before, after), whole, "split after line \(place)")
    }
  }

  @Test func readingEverythingAgainTagsNothingAnew() throws {
    let whole = try filter(conversation.lines.map(\.text))
    let turns = whole.lines.filter { $0.type != "evaluation" }.map(\.text)
    expectSame(tagsAndGroups(try filter(turns)), tagsAndGroups(whole), "read again")
  }

  @Test func keepOpenClosesNothingThatTheEndOfInputWould() throws {
    let task = try #require(
      conversation.lines.firstIndex { $0.json["command"]?.string == "task" })
    let lines = conversation.lines[...(task + 3)].map(\.text)
    let open = try filter(lines, "--keep-open").ofType("evaluation")
    let closed = try filter(lines).ofType("evaluation")
    #expect(open.count < closed.count)
  }

  /// The lines of the sessions that have begun and not ended, as a store would give them back.
  private func openLines(of records: RecordLines) -> [String] {
    let ended = records.ofType("session").filter { $0.json["endTime"]?.double != nil }.map(\.id)
    return records.lines.filter { line in
      switch line.type {
      case "session": !ended.contains(line.id)
      case "interaction": !ended.contains(line.json["sessionId"]?.string ?? "")
      case "user", "focus", "user_focus": true
      default: false
      }
    }.map(\.text)
  }
}
