import Crypto
import Foundation

/// The ids that the contract derives from what a record says, worked out here once more.
public enum DerivedIdentifier {
  /// The first 32 hexadecimal digits of the SHA-256 of a compact JSON array.
  public static func digest(_ parts: [JSON]) -> String {
    SHA256.hash(data: Data(JSON.array(parts).compact.utf8)).prefix(16)
      .map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// The groupId of an evaluation that begins with this turn.
  public static func group(session: String, firstInteraction: String) -> String {
    "grp_" + digest([.string(session), .string(firstInteraction)])
  }

  /// The id of an interaction that answers a message with a requestId.
  public static func interaction(user: String, request: String) -> String {
    "int_" + digest([.string(user), .string(request)])
  }

  /// The id of a session that begins with a message with a requestId.
  public static func session(user: String, request: String) -> String {
    "sess_" + digest([.string(user), .string(request)])
  }

  /// The id of an assessment.
  public static func assessment(_ assessment: MirrorAssessment) -> String {
    let turns: JSON =
      assessment.kind == "multi_turn"
      ? optional(assessment.groupId) : .array(assessment.interactionIds.map { .string($0) })
    return "ass_"
      + digest([
        .string(assessment.userId), .string(assessment.sessionId), .string(assessment.kind), turns,
        optional(assessment.focusId), .string(assessment.category),
        optional(assessment.rubricVersion), optional(assessment.provider),
        optional(assessment.modelId),
      ])
  }

  /// What follows the prefix in the id of a reject.
  public static func reject(_ reject: MirrorReject) -> String {
    digest([.string(reject.stage), .string(reject.code), optional(reject.recordId ?? reject.raw)])
  }

  private static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
}
