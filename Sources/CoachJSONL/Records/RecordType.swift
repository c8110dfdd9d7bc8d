/// The types of record that the suite knows (contract §2). Any other type is passed on untouched.
public enum RecordType: String, Sendable, CaseIterable {
  case user
  case focus
  case userFocus = "user_focus"
  case session
  case message
  case interaction
  case evaluation
  case assessment
  case level
  case promptRun = "prompt_run"
  case reject

  /// The type that a record without `type` has, told from its other members (contract §1).
  ///
  /// The order matters: an assessment may also name the provider and the model that made it.
  static func inferred(from fields: JSONFields) -> RecordType? {
    if fields.has("kind"), fields.has("category") { return .assessment }
    if fields.has("userText") { return .interaction }
    if fields.has("startTime") { return .session }
    if fields.has("focusId"), fields.has("order") { return .userFocus }
    if fields.has("provider"), fields.has("modelId"), fields.has("inputTokens") {
      return .promptRun
    }
    if fields.has("email") { return .user }
    if fields.has("title") { return .focus }
    return nil
  }

  /// The type that a record says it has, or that is inferred where it says nothing.
  static func of(_ fields: JSONFields) -> RecordType? {
    guard let type = fields["type"], type.kind != .null else { return inferred(from: fields) }
    guard type.kind == .string else { return nil }
    let word = type.utf8
    // The two that make up most of every stream first.
    if word.isText(interaction.rawValue) { return .interaction }
    if word.isText(assessment.rawValue) { return .assessment }
    return allCases.first { word.isText($0.rawValue) }
  }
}
