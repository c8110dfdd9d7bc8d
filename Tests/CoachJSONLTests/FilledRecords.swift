import TestSupport
import Testing

@testable import CoachJSONL

/// A record of each type with every member that it can have, and the two codecs that read it: the
/// suite's and the tests' own.
struct FilledRecord: Sendable, CustomTestStringConvertible {
  let name: String
  let line: String
  /// Reads a line with the suite's codec, writes it again, and names the properties that it has.
  let rewrite: @Sendable (String) throws -> (line: String, properties: [String])
  /// Reads a line with the tests' codec, and names the properties that it has.
  let mirror: @Sendable (String) throws -> [String]

  var testDescription: String { name }

  private init<Ours: SuiteRecord, Theirs: MirrorRecord>(
    _: Ours.Type, _: Theirs.Type, _ members: String
  ) {
    name = Ours.type.rawValue
    line = #"{"type":"\#(Ours.type.rawValue)",\#(members)}"#
    rewrite = { line in
      try withRecord(line) { record in
        let value = try Ours(record)
        return (String(decoding: value.line(), as: UTF8.self), properties(of: value))
      }
    }
    mirror = { properties(of: try Theirs.strict($0)) }
  }

  static let all = [
    FilledRecord(
      User.self, MirrorUser.self, #""id":"u_1","name":"Noor","email":"noor@example.org""#),
    FilledRecord(
      Focus.self, MirrorFocus.self, #""id":"f_1","title":"Tone","description":"Warm, not stiff.""#),
    FilledRecord(
      UserFocus.self, MirrorUserFocus.self,
      #""id":"uf_1","userId":"u_1","focusId":"f_1","order":2,"active":true,"#
        + #""startedAt":1000,"updatedAt":2000"#),
    FilledRecord(
      Session.self, MirrorSession.self,
      #""id":"s_1","userId":"u_1","startTime":1000,"endTime":2000"#),
    FilledRecord(
      Message.self, MirrorMessage.self,
      #""text":"Good morning.","userId":"u_1","sessionId":"s_1","requestId":"r_1","#
        + #""timestamp":1000,"inputMode":"voice""#),
    FilledRecord(
      Interaction.self, MirrorInteraction.self,
      #""id":"i_1","userId":"u_1","sessionId":"s_1","userText":"I has a plan.","#
        + #""aiResponse":"Which one?","timestamp":1000,"requestId":"r_1","inputMode":"text","#
        + #""status":"ok","provider":"p","modelId":"m","ttftMs":5,"latencyMs":9,"command":"task","#
        + #""task":"pitch","scope":{"kind":"multi_turn","triggers":["periodic"],"#
        + #""focusIds":["f_1"],"ruleIds":["grammar.agreement"],"#
        + #""task":{"name":"pitch","state":"start"},"reason":"a task begins"}"#),
    FilledRecord(
      Evaluation.self, MirrorEvaluation.self,
      #""id":"g_1","userId":"u_1","sessionId":"s_1","interactionIds":["i_1"],"#
        + #""turns":[{"id":"i_1","userText":"I has a plan.","aiResponse":"Which one?","#
        + #""timestamp":1000}],"focusIds":["f_1"],"triggers":["audit"],"task":"pitch","#
        + #""createdAt":1000"#),
    FilledRecord(
      Assessment.self, MirrorAssessment.self,
      #""id":"a_1","userId":"u_1","sessionId":"s_1","interactionIds":["i_1"],"focusId":"f_1","#
        + #""kind":"interaction","category":"error","score":7,"explanationText":"Agreement.","#
        + #""errors":[{"key":"grammar.agreement","message":"Say have.","severity":"low","#
        + #""suggestion":"I have","interactionId":"i_1","span":{"start":2,"end":5}}],"#
        + #""tags":["verb"],"groupId":"g_1","rubricVersion":"v1","provider":"p","modelId":"m","#
        + #""requestId":"r_1","createdAt":1000,"assessedAt":2000,"#
        + #""judgement":{"id":"j_1","records":2,"focusIds":["f_1"]},"#
        + #""basis":{"turns":1,"assessments":1,"latest":1000}"#),
    FilledRecord(
      Level.self, MirrorLevel.self,
      #""userId":"u_1","focusId":"f_1","ema":7,"level":7,"band":"developing","count":1,"#
        + #""window":[{"id":"a_1","kind":"interaction","interactionIds":["i_1"],"score":7,"#
        + #""createdAt":1000,"assessedAt":2000}],"alpha":0.5,"n":20,"updatedAt":1000"#),
    FilledRecord(
      PromptRun.self, MirrorPromptRun.self,
      #""id":"p_1","requestId":"r_1","userId":"u_1","sessionId":"s_1","interactionIds":["i_1"],"#
        + #""groupId":"g_1","provider":"p","modelId":"m","rubricVersion":"v1","inputTokens":3,"#
        + #""outputTokens":4,"latencyMs":9,"costCents":0.5,"status":"ok","createdAt":1000,"#
        + #""stage":"coach-chat","attempt":1,"ttftMs":5,"cachedTokens":2,"estimated":true,"#
        + #""errorCode":"e""#),
    FilledRecord(
      Reject.self, MirrorReject.self,
      #""id":"x_1","stage":"coach-level","code":"not_utf8","message":"no","file":"stdin","line":3,"#
        + #""offset":40,"recordId":"a_1","retryable":true,"attempts":2,"createdAt":1000,"#
        + #""raw":"{","rawBase64":"ew==","rawBytes":1"#),
  ]
}

/// The paths of a value's properties, in order, written as those of the members of a record.
private func properties(of value: Any) -> [String] {
  let mirror = Mirror(reflecting: value)
  switch mirror.displayStyle {
  case .optional: return mirror.children.first.map { properties(of: $0.value) } ?? []
  case .struct:
    return mirror.children.flatMap { child -> [String] in
      guard let label = child.label else { return [] }
      let isArray = Mirror(reflecting: held(child.value)).displayStyle == .collection
      return [label] + properties(of: child.value).map { "\(label)\(isArray ? "[]" : "").\($0)" }
    }
  case .collection: return mirror.children.first.map { properties(of: $0.value) } ?? []
  default: return []
  }
}

/// What an optional holds, or the value itself.
private func held(_ value: Any) -> Any {
  let mirror = Mirror(reflecting: value)
  return mirror.displayStyle == .optional ? mirror.children.first?.value ?? value : value
}
