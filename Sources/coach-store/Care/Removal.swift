import CoachJSONL

/// What was taken out of the database: how many records of one type.
struct Removal: Equatable {
  /// What was done.
  enum Verb: String {
    case prune
    case erase
    case redact
  }

  let verb: Verb
  let table: Table
  let records: Int

  /// As a line of JSON, of a type that every stage passes on.
  func line() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("type", "removal")
      writer.field("verb", verb)
      writer.field("table", table)
      writer.field("records", records)
    }
    return writer.bytes
  }

  /// What a table shows of it.
  static var columns: [Column] {
    [Column("verb"), Column("table"), Column("records", .number)]
  }
}
