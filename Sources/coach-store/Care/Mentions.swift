import CoachJSONL
import FoundationEssentials

/// Says whether a text speaks of somebody: whether one of the ids that are theirs stands in it.
///
/// For lines that could not be read as records, and for types that the suite does not know: what
/// is in them nobody can say, so that any mention counts.
struct Mentions {
  private let ids: Set<[UInt8]>
  /// Ids that are no single word.
  private let phrases: [[UInt8]]

  init(of ids: [String]) {
    let all = ids.map { Array($0.utf8) }
    self.ids = Set(all)
    phrases = all.filter { !$0.allSatisfy(Self.isOfWord) }
  }

  /// Whether one of the ids is in the text.
  func contains(_ text: some Collection<UInt8>) -> Bool {
    text.split { !Self.isOfWord($0) }.contains { ids.contains(Array($0)) }
      || phrases.contains { text.contains($0) }
  }

  /// Whether one of the ids is in what was rejected.
  func contains(_ reject: Reject) -> Bool {
    if let id = reject.recordId, ids.contains(Array(id.utf8)) { return true }
    if let raw = reject.raw { return contains(Array(raw.utf8)) }
    return reject.rawBase64.flatMap { Data(base64Encoded: $0) }.map { contains($0) } ?? false
  }

  /// Letters and digits, what ids have between them, and everything beyond ASCII.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF:
      true
    default: false
    }
  }
}
