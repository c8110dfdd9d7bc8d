/// One column of a table: its head, and what it says of a record.
public struct Column {
  /// What kind of value it has.
  public enum Kind: Sendable {
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

  /// Its head.
  public let title: String
  /// What kind of value it has.
  public let kind: Kind
  private let read: (borrowing Record) throws -> String?

  /// A column with the member of that name.
  public init(_ name: StaticString, _ kind: Kind = .text) {
    title = "\(name)"
    self.kind = kind
    read = { record in
      guard let encoded = record.encoded(name) else { return nil }
      if encoded.first == UInt8(ascii: "\"") { return try record.text(name) }
      return String(decoding: encoded, as: UTF8.self)
    }
  }

  /// A column with something that is worked out of the record.
  public init(
    _ title: String, _ kind: Kind = .text, _ read: @escaping (borrowing Record) throws -> String?
  ) {
    self.title = title
    self.kind = kind
    self.read = read
  }

  /// What it says of a record; empty where the record says nothing that can be read.
  public func cell(_ record: borrowing Record) -> String {
    ((try? read(record)) ?? nil) ?? ""
  }
}
