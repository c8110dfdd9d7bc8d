import Testing

@testable import CoachJSONL

@Suite struct JSONWriterTests {
  private func json(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func escapesOnlyWhatMustBe() {
    #expect(
      json { $0.value("\"\\/\u{08}\u{0C}\n\r\t\u{00}\u{1F}\u{7F}é😀") }
        == #""\"\\/\b\f\n\r\t\u0000\u001f"# + "\u{7F}é😀\"")
  }

  /// What needs no escape is looked for eight bytes at a time.
  @Test(arguments: ["\"", "\\", "\n", "\u{00}", "\u{1F}"])
  func escapesAtEveryPlace(character: String) throws {
    for before in 0..<18 {
      for after in [0, 1, 7, 8, 9] {
        for filling in ["a", " ", "!", "#", "[", "]", "\u{7F}", "é", "😀"] {
          let text =
            String(repeating: filling, count: before) + character
            + String(repeating: filling, count: after) + character
          let written = json { $0.value(text) }
          #expect(try JSONTree(written.utf8).string == text)
          #expect(
            written.utf8.count == 2 + text.utf8.count - 2 + 2
              * (json { $0.value(character) }.utf8.count - 2))
        }
      }
    }
  }

  @Test(
    arguments: [
      (1, "1"), (1.5, "1.5"), (0.1, "0.1"), (-2, "-2"), (1e21, "1e+21"), (.infinity, "null"),
      (1.0 / 3, "0.3333333333333333"),
    ] as [(Double, String)])
  func numbers(number: Double, expected: String) {
    #expect(json { $0.value(number) } == expected)
  }

  @Test func integers() {
    #expect(json { $0.value(Int64.min) } == "-9223372036854775808")
    #expect(json { $0.value(Int64.max) } == "9223372036854775807")
    #expect(json { $0.value(Int64(0)) } == "0")
  }

  @Test func absentMembersAreNotWritten() {
    #expect(
      json { writer in
        writer.object {
          $0.field("a", String?.none)
          $0.field("b", "x")
          $0.field("c", [String]())
          $0.null("d")
        }
      } == #"{"b":"x","c":[],"d":null}"#)
  }

  @Test func recordsComeBackAsTheyWere() throws {
    let interaction = Interaction(
      id: "int_1", userId: "u_1", sessionId: "sess_1", userText: "He said \"hi\"\n", aiResponse: "",
      timestamp: 5, requestId: "r", inputMode: .voice, status: .partial, provider: "builtin",
      modelId: "m", ttftMs: 1, latencyMs: 2, command: .task, task: "t",
      scope: Scope(
        kind: .multiTurn, triggers: [.audit], focusIds: ["f"], ruleIds: ["r"],
        task: Scope.Task(name: "t", state: .start), reason: "why"))
    let back = try withRecord(interaction.line()) { try Interaction($0) }
    #expect(back == interaction)
  }
}
