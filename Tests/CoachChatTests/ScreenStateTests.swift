import CoachJSONL
import CoachProvider
import Foundation
import Testing

@testable import coach_chat

/// What a learner at the screen is shown, and kept waiting for.
@Suite struct ScreenStateTests {
  private let style = TerminalStyle(Environment(["NO_COLOR": "1", "TERM": "xterm"]))
  private let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)

  private func screen() throws -> ChatScreen {
    ChatScreen(
      descriptor: nowhere, style: style, isKept: true, givesFeedback: true, wake: try Wake())
  }

  private func turn(_ id: String) -> Interaction {
    Interaction(
      id: id, userId: "u", sessionId: "s", userText: "x", aiResponse: "", timestamp: 1)
  }

  @Test func feedbackIsAwaitedWhileItCanCome() throws {
    let screen = try screen()
    screen.heard()
    #expect(screen.timeUntilFree == -1)
    screen.endReply(of: turn("int_1"))
    #expect(screen.timeUntilFree > 0)
    screen.endFeedback()
    #expect(screen.timeUntilFree == 0)
    // The stages have gone: no later turn is kept waiting for them.
    screen.heard()
    screen.endReply(of: turn("int_2"))
    screen.expect("grp_1")
    #expect(screen.timeUntilFree == 0)
  }

  @Test(arguments: [([], true), (["Well", " "], false)])
  func aReplyThatNeverCameIsNoTurn(pieces: [String], isFree: Bool) async throws {
    let screen = try screen()
    let agent = FailingAgent(pieces: pieces)
    let draft = turn("int_1")
    let answer = TurnAnswer(
      agent: agent,
      turn: ChatTurn(
        sessionId: "s", interactionId: draft.id, userId: "u", requestId: nil, number: 1,
        userText: "x", command: nil, task: nil, learner: LearnerBook(focusIds: []).learner("u")),
      conversation: Conversation(), draft: draft, ending: nil, screen: screen)
    screen.heard()
    _ = await answer.later()
    #expect((screen.timeUntilFree == 0) == isFree)
  }

  @Test func noNoteSteersTheTerminal() {
    let words = ScreenNote.words("one\u{1B}]0;two\u{7}\nthree\u{9B}2J")
    #expect(words.lines(width: 40, style: style) == ["  one]0;two", "  three2J"])
    let error = LanguageError(
      key: "k", message: "a\u{1B}[2Jb", severity: .low, suggestion: "c\u{1B}d",
      span: .init(start: 0, end: 1))
    let lines = ScreenNote.errors([error], in: "x\u{1B}y").lines(width: 40, style: style)
    #expect(!lines.joined().unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test func aPasteWithoutItsEndIsGivenUp() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let keys = KeySource(terminal: ends[0], wake: try Wake())
    func typed(_ text: String) { _ = text.withCString { write(ends[1], $0, strlen($0)) } }
    typed("whole\u{1B}[201~rest")
    #expect(keys.takePaste { false } == Array("whole".utf8))
    // Nothing comes any more.
    #expect(keys.takePaste { false } == Array("rest".utf8))
    typed("cut")
    // Nobody wants it any more, as after SIGTERM.
    #expect(keys.next() == .key("c"))
    #expect(keys.takePaste { true } == Array("ut".utf8))
  }
}
