import CoachJSONL
import CoachLanguage

@testable import coach_filter

/// How the filter by its real rules does on labelled dialogues.
struct LabelScore {
  private(set) var dialogues = 0
  private(set) var turns = 0
  /// Turns whose scope is of the kind that the label says.
  private(set) var right = 0
  private(set) var worth = (tagged: 0, all: 0)
  private(set) var smallTalk = (tagged: 0, all: 0)
  private(set) var triggers = (found: 0, all: 0)
  /// A line for each turn that is not as its label says.
  private(set) var misses: [String] = []

  init(_ turns: [LabelledTurn]) throws {
    let run = try FilterRun(Self.lines(turns), reader: RuleReader(minSeverity: .medium))
    dialogues = Set(turns.map(\.dialogue)).count
    self.turns = turns.count
    for (number, turn) in turns.enumerated() {
      let kind = try run.kind("int_\(number)")
      let found = try run.triggers("int_\(number)")
      let missing = (turn.triggers ?? []).filter { !found.contains($0) }
      let isTagged = kind != "none"
      right += kind == turn.kind ? 1 : 0
      triggers.all += turn.triggers?.count ?? 0
      triggers.found += (turn.triggers?.count ?? 0) - missing.count
      switch turn.is {
      case .worth:
        worth.all += 1
        worth.tagged += isTagged ? 1 : 0
      case .smallTalk:
        smallTalk.all += 1
        smallTalk.tagged += isTagged ? 1 : 0
      case .neither: break
      }
      if kind != turn.kind || !missing.isEmpty {
        misses.append(
          "\(turn.dialogue): \(kind ?? "?") \(found) for \(turn.kind) \(turn.triggers ?? []) "
            + "(\(turn.why)): \(turn.user)")
      }
    }
  }

  /// The figures as one line.
  var summary: String {
    "\(turns) turns in \(dialogues) dialogues: scope right \(Self.percent(right, turns)), "
      + "worth assessing tagged \(Self.percent(worth.tagged, worth.all)), "
      + "small talk tagged \(Self.percent(smallTalk.tagged, smallTalk.all)), "
      + "triggers named \(Self.percent(triggers.found, triggers.all))"
  }

  /// The dialogues as the filter's input: each a session of a user of its own, its turns a minute
  /// apart.
  private static func lines(_ turns: [LabelledTurn]) -> [String] {
    var seen: Set<String> = []
    return turns.enumerated().flatMap { number, turn in
      let isNew = seen.insert(turn.dialogue).inserted
      let chosen = isNew ? (turn.focuses ?? []) : []
      return chosen.enumerated().map { order, focus in
        Conversation.chosen(focus, order: order + 1, user: "u_\(turn.dialogue)")
      } + [
        Conversation.turn(
          "int_\(number)", turn.user, reply: turn.coach, session: "s_\(turn.dialogue)",
          user: "u_\(turn.dialogue)", minute: Double(number),
          command: turn.command.flatMap(Command.init), task: turn.task)
      ]
    }
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    let tenths = whole == 0 ? 0 : (1000 * part + whole / 2) / whole
    return "\(part)/\(whole) (\(tenths / 10).\(tenths % 10) %)"
  }
}
