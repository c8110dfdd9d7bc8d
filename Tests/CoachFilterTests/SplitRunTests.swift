import CoachJSONL
import Foundation
import Testing

@testable import coach_filter

/// One run over a week is many runs that read the open turns again (contract §4).
@Suite struct SplitRunTests {
  /// Which turns of a session that has not ended a run reads again.
  enum Reread: CaseIterable {
    /// From the last one that an evaluation scored.
    case fromLastEvaluated
    /// All of them.
    case wholeSession
  }

  @Test(arguments: Reread.allCases, UInt64(1)...12)
  func givesTheSame(_ reread: Reread, _ seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    let week = GeneratedWeek.lines(&random)
    let whole = try FilterRun(week)
    var store = Memory()
    var rest = week[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...max(1, week.count / 6), using: &random)
      let part = rest.prefix(count)
      rest = rest.dropFirst(count)
      let run = try FilterRun(
        store.openTurns(reread) + part, policy: FilterPolicy(keepsOpen: !rest.isEmpty))
      #expect(run.status == .ok)
      store.put(run)
    }
    var expected = Memory()
    expected.put(whole)
    #expect(store.scopes.differences(from: expected.scopes) == [])
    #expect(store.groups.differences(from: expected.groups) == [])
    #expect(expected.groups.count > 5)
  }

  /// What a store remembers of the runs.
  struct Memory {
    private var turns: [String: (line: String, session: String, time: Int64)] = [:]
    private var ended: Set<String> = []
    private var evaluated: [String: Int64] = [:]
    private(set) var scopes: [String: String] = [:]
    private(set) var groups: [String: String] = [:]

    mutating func put(_ run: FilterRun) {
      for (line, record) in zip(run.lines, run.records) {
        guard let id = record["id"] as? String else { continue }
        let session = record["sessionId"] as? String ?? ""
        switch record["type"] as? String {
        case "session" where record["endTime"] != nil:
          ended.insert(id)
        case "interaction":
          turns[id] = (line, session, (record["timestamp"] as? NSNumber)?.int64Value ?? 0)
          scopes[id] = line
        case "evaluation":
          groups[id] = [
            "interactionIds", "triggers", "focusIds", "task", "createdAt", "userId", "sessionId",
          ].map { "\($0)=\(record[$0] ?? "none")" }.joined(separator: " ")
          let time = (record["createdAt"] as? NSNumber)?.int64Value ?? 0
          evaluated[session] = max(evaluated[session] ?? 0, time)
        default: break
        }
      }
    }

    func openTurns(_ reread: Reread) -> [String] {
      turns.values.filter { turn in
        if ended.contains(turn.session) { return false }
        guard let last = evaluated[turn.session] else { return true }
        switch reread {
        case .fromLastEvaluated: return turn.time >= last
        case .wholeSession: return true
        }
      }
      .sorted { $0.time < $1.time }.map(\.line)
    }
  }
}

/// Days of several users in sessions that interleave; no two lines have the same time.
enum GeneratedWeek {
  static func lines(_ random: inout SeededGenerator) -> [String] {
    var timed: [(minute: Double, line: String)] = []
    for user in 1...3 {
      var minute = Double(user) * 0.01
      for session in 1...6 {
        let id = "s\(user)_\(session)"
        minute += Double(Int.random(in: 5...300, using: &random))
        let start = minute
        for turn in 1...Int.random(in: 1...25, using: &random) {
          // Now and then the user is away for longer than the idle time.
          minute += Int.random(in: 0..<25, using: &random) == 0 ? 30 : 1
          timed.append((minute, self.turn("\(id)_\(turn)", id, "u\(user)", minute, &random)))
        }
        if Int.random(in: 0..<3, using: &random) > 0 {
          timed.append(
            (minute + 0.5, Conversation.end(id, user: "u\(user)", from: start, minute: minute)))
        }
      }
    }
    return timed.sorted { $0.minute < $1.minute }.map(\.line)
  }

  private static func turn(
    _ id: String, _ session: String, _ user: String, _ minute: Double,
    _ random: inout SeededGenerator
  ) -> String {
    func turn(_ text: String, reply: String = "I see.", _ command: Command? = nil) -> String {
      Conversation.turn(
        id, text, reply: reply, session: session, user: user, minute: minute, command: command,
        task: command == .task ? "pitch" : nil)
    }
    return switch Int.random(in: 0..<44, using: &random) {
    case 0...1: turn("/task", .task)
    case 2: turn("/done", .done)
    case 3: turn("/feedback", .feedback)
    case 4...6: turn("[request] How was it?")
    case 7: turn("[opens:story] A story!")
    case 8: turn("Well.", reply: "[opens:interview]")
    case 9: turn("That was all.", reply: "[closes]")
    case 10: turn("[closes] Done.")
    case 11: turn("[roleplay][attempt:focus_tone] Good morning.")
    case 12...15: turn("[error] I goed.")
    case 16...19: turn("[attempt:focus_persuasion] Buy it.")
    case 20...24: turn("[small] ok")
    case 25: turn("[leaves][small] By the way, nice weather.")
    case 26: turn("[leaves][error] By the way, I goed home.")
    case 27: turn("[leaves] By the way, I walked home.")
    case 28: turn("[word][small] What does it mean?", reply: "[closes]")
    case 29...30: turn("[word] What does it mean?")
    case 31...32: turn("[attempt:focus_clarity][strength:0.3] I walked far.")
    default: turn("I walked to the lake.")
    }
  }
}

/// SplitMix64, so that a failing week can be made again from its seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension [String: String] {
  /// The keys of which the values differ, with both values.
  fileprivate func differences(from other: Self) -> [String] {
    Set(keys).union(other.keys).sorted().filter { self[$0] != other[$0] }
      .map { "\($0): \(self[$0] ?? "none") instead of \(other[$0] ?? "none")" }
  }
}
