import TestSupport
import Testing

/// A tool of the suite as a stage of a pipeline: reads records, writes records.
struct Stage: Sendable, CustomTestStringConvertible {
  let tool: String
  let arguments: [String]

  var testDescription: String { tool }

  /// Every tool. coach-store is a stage with `--tee`; coach-chat, which makes records out of
  /// messages, passes on all others.
  static let all = [
    Stage(tool: "coach-chat", arguments: []),
    Stage(tool: "coach-filter", arguments: []),
    Stage(tool: "coach-assess", arguments: []),
    Stage(tool: "coach-summarize", arguments: []),
    Stage(tool: "coach-level", arguments: []),
    Stage(tool: "coach-store", arguments: ["--db", "coach.db", "--tee"]),
  ]

  /// The stages that hold nothing that cannot be had again.
  static let filters = all.filter { !holdsWhatCannotBeHadAgain.contains($0.tool) }
  /// The stages that must say so when their reader is gone.
  static let holders = all.filter { holdsWhatCannotBeHadAgain.contains($0.tool) }
  /// The stages for which every line must be JSON: coach-chat takes others for what somebody said.
  static let readersOfRecordsAlone = all.filter { $0.tool != "coach-chat" }

  private static let holdsWhatCannotBeHadAgain: Set = ["coach-chat", "coach-store"]

  /// The stage as a command, with the clock at `Sample.now`.
  func command(in dir: Dir, _ more: String...) -> TestCommand {
    dir.command(tool, arguments + more).environment("COACH_NOW", String(Sample.now))
  }
}

/// Lines that the tests feed to the tools.
enum Sample {
  /// The clock of the tests: Friday, 2 January 2026, 08:00 UTC, in milliseconds.
  static let now = 1_767_340_800_000

  /// A line that no stage knows, and every stage passes on.
  static func note(_ number: Int) -> String { #"{"type":"note","number":\#(number)}"# }

  /// A turn that coach-filter has not seen yet.
  static let turn =
    #"{"type":"interaction","id":"int_1","userId":"u_1","sessionId":"sess_1","#
    + #""userText":"Yesterday I go to the office and he don't listen to my idea.","#
    + #""aiResponse":"What did he say then?","timestamp":1767340000000}"#

  /// A turn that coach-filter has tagged to be assessed by itself.
  static let taggedTurn =
    String(turn.dropLast())
    + #","scope":{"kind":"interaction","triggers":["error_detection"],"focusIds":["focus_grammar"],"#
    + #""ruleIds":["grammar.past_tense"],"reason":"past tense"}}"#

  /// What a front end pipes into coach-chat.
  static let message =
    #"{"type":"message","text":"Yesterday I go to the office.","userId":"u_1","#
    + #""requestId":"req_1","timestamp":1767340000000}"#

  /// A progress assessment, with these members in place of (or behind) its own; nil takes one away.
  static func assessment(_ changes: KeyValuePairs<String, String?> = [:]) -> String {
    var members: [(key: String, value: String)] = [
      ("type", #""assessment""#), ("id", #""ass_1""#), ("userId", #""u_1""#),
      ("sessionId", #""sess_1""#), ("interactionIds", #"["int_1"]"#),
      ("focusId", #""focus_grammar""#), ("kind", #""interaction""#),
      ("category", #""progress""#), ("score", "7"), ("explanationText", #""Steady tenses.""#),
      ("createdAt", "1767340000000"),
    ]
    for (key, value) in changes {
      if let place = members.firstIndex(where: { $0.key == key }) {
        if let value { members[place].value = value } else { members.remove(at: place) }
      } else if let value {
        members.append((key, value))
      }
    }
    return "{" + members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }
}
