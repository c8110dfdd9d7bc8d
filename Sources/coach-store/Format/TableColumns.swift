import CoachJSONL

extension Column {
  /// The columns of a table's records.
  ///
  /// - Parameter style: what the terminal can show on which scores are drawn; nil draws none.
  static func columns(of table: Table, in style: TerminalStyle? = nil) -> [Column] {
    switch table {
    case .user: [Column("id"), Column("name"), Column("email")]
    case .focus: [Column("id"), Column("title"), Column("description", .prose)]
    case .userFocus:
      [
        Column("userId"), Column("focusId"), Column("order", .number), Column("active"),
        Column("startedAt", .time), Column("updatedAt", .time),
      ]
    case .level: levels(drawnIn: style)
    case .session:
      [Column("id"), Column("userId"), Column("startTime", .time), Column("endTime", .time)]
    case .interaction:
      [
        Column("timestamp", .time), Column("sessionId"), Column("id"),
        Column("scope") { try Interaction($0).scope?.kind.rawValue },
        Column("userText", .prose), Column("aiResponse", .prose),
      ]
    case .evaluation:
      [
        Column("createdAt", .time), Column("sessionId"), Column("id"),
        Column("turns", .number) { String(try Evaluation($0).interactionIds.count) },
        Column("triggers") { try Evaluation($0).triggers.map(\.rawValue).joined(separator: " ") },
        Column("task"),
      ]
    case .assessment:
      [
        Column("createdAt", .time), Column("userId"), Column("kind"), Column("category"),
        Column("focusId"), Column("score", .number),
        Column("errors") {
          try Assessment($0).errors.map { $0.map(\.key).joined(separator: " ") }
        },
        Column("explanationText", .prose),
      ]
    case .promptRun:
      [
        Column("createdAt", .time), Column("stage"), Column("provider"), Column("modelId"),
        Column("status"), Column("inputTokens", .number), Column("outputTokens", .number),
        Column("latencyMs", .number), Column("costCents", .number),
      ]
    case .reject:
      [
        Column("createdAt", .time), Column("stage"), Column("code"), Column("message"),
        Column("recordId"), Column("retryable"), Column("attempts", .number),
      ]
    case .record:
      [
        Column("type"), Column("id"),
        Column("record") { String(decoding: $0.copy(), as: UTF8.self) },
      ]
    }
  }
}
