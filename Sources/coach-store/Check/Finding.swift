import CoachJSONL

/// Something about the database that is not as it should be.
struct Finding: Equatable {
  enum Code: String {
    /// The file is damaged, or a rule of a table or an index does not hold.
    case corrupt
    /// A row names a row that is not there.
    case foreignKey = "foreign_key"
    /// A record breaks the contract, or its row does not say what it says.
    case contract
    /// Records name something that has not come: no harm, and it may come yet.
    case stub
  }

  let code: Code
  var table: String?
  var id: String?
  /// What is wrong; never a user's words.
  let message: String

  /// Whether the database needs mending.
  var isError: Bool { code != .stub }

  /// As a line of JSON, of a type that every stage passes on.
  func line() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("type", "finding")
      writer.field("level", isError ? "error" : "warning")
      writer.field("code", code)
      writer.field("table", table)
      writer.field("recordId", id)
      writer.field("message", message)
    }
    return writer.bytes
  }

  /// What a table shows of it.
  static var columns: [Column] {
    [
      Column("level"), Column("code"), Column("table"), Column("recordId"),
      Column("message", .prose),
    ]
  }
}
