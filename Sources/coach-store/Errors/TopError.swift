import CoachJSONL

/// How often learners made one kind of error, and whether they make it less.
struct TopError: Equatable {
  let key: String
  /// The gravest with which it was found.
  var severity: ErrorSeverity
  /// How often it was found in the time that was asked for.
  var count = 0
  /// How often in the earlier of the two times of equal length that are compared.
  var earlier = 0
  /// How often in the later one.
  var later = 0
  /// The time of the last turn in which it was found, milliseconds since 1970-01-01 UTC.
  var lastSeen: Int64
  /// What the learner was told of it the last time.
  var message: String
  var suggestion: String?

  var trend: Trend { Trend(from: earlier, to: later) }

  /// The order in which errors are worth working on: the most frequent first, of these the gravest.
  static func isAbove(_ left: TopError, _ right: TopError) -> Bool {
    if left.count != right.count { return left.count > right.count }
    if left.severity != right.severity { return left.severity.rank > right.severity.rank }
    if left.lastSeen != right.lastSeen { return left.lastSeen > right.lastSeen }
    return left.key < right.key
  }

  /// As a line of JSON, of a type that every stage passes on.
  func line() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("type", "top_error")
      writer.field("key", key)
      writer.field("severity", severity)
      writer.field("count", count)
      writer.field("lastSeen", lastSeen)
      writer.field("trend", trend)
      writer.field("earlier", earlier)
      writer.field("later", later)
      writer.field("message", message)
      writer.field("suggestion", suggestion)
    }
    return writer.bytes
  }

  /// What a table shows of it.
  static var columns: [Column] {
    [
      Column("key"), Column("severity"), Column("count", .number), Column("trend"),
      Column("lastSeen", .date), Column("message", .prose), Column("suggestion", .prose),
    ]
  }
}

extension ErrorSeverity {
  /// Low is 0.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
