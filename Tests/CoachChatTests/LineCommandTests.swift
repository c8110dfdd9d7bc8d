import Testing

@testable import coach_chat

@Suite struct LineCommandTests {
  @Test(arguments: [
    ("/task sales_pitch", LineCommand.task("sales_pitch")),
    ("/task Sales pitch", .task("sales_pitch")),
    ("  /TASK mock-interview ", .task("mock_interview")),
    ("/done", .done), ("/Done ", .done), ("/feedback", .feedback), ("/quit\t", .quit),
  ])
  func reads(_ text: String, _ command: LineCommand) {
    #expect(LineCommand(text) == command)
  }

  @Test(arguments: [
    "/task", "/task ", "/done it", "/quit now please", "done", "/foo", "/", "//done",
    "I typed /done", "/usr/bin/done", "",
  ])
  func leavesOrdinaryTextAlone(_ text: String) {
    #expect(LineCommand(text) == nil)
  }

  @Test func tellsACommandFromAPath() {
    #expect(LineCommand.isMeant(by: "/help"))
    #expect(LineCommand.isMeant(by: "/task"))
    #expect(!LineCommand.isMeant(by: "/usr/bin is where it lives"))
    #expect(!LineCommand.isMeant(by: "and/or"))
  }

  @Test func aTasksNameFitsAnInteraction() {
    #expect(LineCommand("/task " + String(repeating: "x", count: 300)) == nil)
  }
}
