import Foundation

/// A turn of a labelled dialogue: what was said, and what a reader says it deserves.
///
/// The labels go by the meaning of scopes (coach-jsonl(5), coach-filter(1)), not by the rules; `why`
/// says why.
struct LabelledTurn: Decodable {
  /// What the turn is worth to somebody who learns.
  enum Worth: String, Decodable {
    /// It shows a skill or an error: it should be tagged, alone or in a task.
    case worth
    /// Greetings, thanks, chatter without an error worth a word: it should not.
    case smallTalk = "small_talk"
    /// Commands, cues, questions, arrangements.
    case neither
  }

  let dialogue: String
  let user: String
  let coach: String
  let focuses: [String]?
  let command: String?
  let task: String?
  /// The kind of scope.
  let kind: String
  /// Triggers that the scope has, among others.
  let triggers: [String]?
  let `is`: Worth
  let why: String

  /// The turns of one half of the dialogues, in order.
  static func all(_ half: Half) throws -> [LabelledTurn] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Dialogues/\(half.rawValue).jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(LabelledTurn.self, from: Data($0.utf8))
    }
  }

  enum Half: String, CaseIterable {
    /// What the filter was tuned on.
    case tuning
    /// What nobody looked at while tuning: only totals are printed.
    case heldout
  }
}
