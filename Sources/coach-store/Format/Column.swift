import CoachJSONL

/// One column of a table: its head, and what it says of a record.
struct Column {
  /// What kind of value it has.
  enum Kind {
    /// A word or two; what is longer is cut where a table has no room.
    case text
    /// What somebody said; it is told whole, on several lines where it is long.
    case prose
    case number
    /// Milliseconds since 1970-01-01 UTC.
    case time
    /// The same, of which the day is enough.
    case date
  }

  let title: String
  let kind: Kind
  private let read: (borrowing Record) throws -> String?

  /// A column with the member of that name.
  init(_ name: StaticString, _ kind: Kind = .text) {
    title = "\(name)"
    self.kind = kind
    read = { record in
      guard let encoded = record.encoded(name) else { return nil }
      if encoded.first == UInt8(ascii: "\"") { return try record.text(name) }
      return String(decoding: encoded, as: UTF8.self)
    }
  }

  /// A column with something that is worked out of the record.
  init(
    _ title: String, _ kind: Kind = .text, _ read: @escaping (borrowing Record) throws -> String?
  ) {
    self.title = title
    self.kind = kind
    self.read = read
  }

  /// What it says of a record; empty where the record says nothing that can be read.
  func cell(_ record: borrowing Record) -> String {
    ((try? read(record)) ?? nil) ?? ""
  }

  /// The columns of a table's records.
  static func columns(of table: Table) -> [Column] {
    switch table {
    case .user: [Column("id"), Column("name"), Column("email")]
    case .focus: [Column("id"), Column("title"), Column("description", .prose)]
    case .userFocus:
      [
        Column("userId"), Column("focusId"), Column("order", .number), Column("active"),
        Column("startedAt", .time), Column("updatedAt", .time),
      ]
    case .level:
      [
        Column("userId"), Column("focusId"), Column("level", .number), Column("band"),
        Column("ema", .number), Column("count", .number), Column("updatedAt", .time),
      ]
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
