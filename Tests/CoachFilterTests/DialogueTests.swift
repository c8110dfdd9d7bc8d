import CoachJSONL
import CoachLanguage
import Testing

@testable import coach_filter

/// Whole dialogues by the real rules: what a reader would expect of each turn.
@Suite struct DialogueTests {
  /// A turn and the kind of scope that it deserves.
  struct Line: Sendable {
    let user: String
    let coach: String
    let kind: String

    init(_ kind: String, _ user: String, _ coach: String = "I see.") {
      self.user = user
      self.coach = coach
      self.kind = kind
    }
  }

  struct Dialogue: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: [Line]
    let groups: [[String]]

    var testDescription: String { name }
  }

  static let dialogues = [
    Dialogue(
      name: "small talk",
      lines: [
        Line("none", "hi coach!", "Hello! How are you today?"),
        Line("none", "I'm fine, thanks. How are you?", "Well, thank you."),
        Line("none", "lol", "Ha."),
        Line("none", "What does \"on the fence\" mean?", "Undecided."),
        Line("none", "see you tomorrow", "Bye!"),
        Line("none", "ok bye"),
      ], groups: []),
    Dialogue(
      name: "a pitch that the user proposes and the coach closes",
      lines: [
        Line("multi_turn", "Can we practise a sales pitch?", "Sure. What do you sell?"),
        Line("multi_turn", "Our lamp saves you 40 euros a year.", "How?"),
        Line("multi_turn", "It needs a tenth of the power. May I send you one?", "Please do."),
        Line(
          "multi_turn", "I will send it on Monday, and you decide by Friday.",
          "Great job overall! The close was clear."),
        Line("none", "thanks!"),
      ], groups: [["t1", "t2", "t3"]]),
    Dialogue(
      name: "an interview that the coach opens and closes",
      lines: [
        Line("multi_turn", "hello", "Hi! Let's do a mock interview. Tell me about yourself."),
        Line("multi_turn", "I have worked in sales for five years.", "Why us?"),
        Line(
          "multi_turn", "Your company trains its people.",
          "That's the end of the interview. Here is my feedback."),
      ], groups: [["t1", "t2"]]),
    Dialogue(
      name: "a roleplay without a word about it",
      lines: [
        Line(
          "interaction",
          "Good morning, Mr Hall, thank you for seeing me. Our filter halves your water bill.",
          "Good morning. Go on."),
        Line("multi_turn", "It fits every tap and costs 90 euros.", "Hm."),
        Line("multi_turn", "How did I do?", "Quite well."),
      ], groups: [["t0", "t1"]]),
    Dialogue(
      name: "errors and asks, then a request",
      lines: [
        Line("interaction", "Yesterday I go to the bakery and buyed two bread."),
        Line("interaction", "I look forward to hear from you soon."),
        Line("none", "ok"),
        Line("interaction", "I need the figures by Friday, so that we can decide on Monday."),
        Line("multi_turn", "Any feedback?"),
      ], groups: [["t0", "t1", "t2", "t3"]]),
  ]

  @Test(arguments: dialogues)
  func isTagged(_ dialogue: Dialogue) throws {
    let turns = dialogue.lines.enumerated().map { place, line in
      Conversation.turn("t\(place)", line.user, reply: line.coach, minute: Double(place))
    }
    let run = try FilterRun(turns, reader: RuleReader(minSeverity: .medium))
    for (place, line) in dialogue.lines.enumerated() {
      #expect(try run.kind("t\(place)") == line.kind, "\(line.user)")
    }
    #expect(run.groups == dialogue.groups)
  }

  @Test func theLeastSeverityDecides() throws {
    let text = "Yesterday I go to the bakery."
    let found = TextAnalyzer(suggestions: false).analyze(text).findings
    let severest = try #require(found.map(\.severity).max())
    for severity in Severity.allCases {
      let reading = RuleReader(minSeverity: severity).read(userText: text, aiResponse: "")
      #expect(reading.ruleIds.isEmpty == (severest < severity))
    }
  }

  @Test func theStyleOfSmallTalkIsNobodysExercise() throws {
    let hedge = "I just wanted to ask, maybe, if you could possibly look at my plan by Friday?"
    let reader = RuleReader(minSeverity: .low)
    let asked = reader.read(userText: hedge, aiResponse: "")
    #expect(asked.nature == nil)
    #expect(asked.ruleIds.contains { $0.hasPrefix("assertiveness.") })
    let text = "Maybe you could just explain what tense is?"
    #expect(!TextAnalyzer(suggestions: false).analyze(text).findings.isEmpty)
    let question = reader.read(userText: text, aiResponse: "")
    #expect(question.nature == .questionToCoach)
    #expect(question.ruleIds.isEmpty)
  }
}
