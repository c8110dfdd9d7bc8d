/// A person who learns (plan §1).
public struct User: SuiteRecord, Equatable {
  public static let type = RecordType.user
  public var id: String
  public var name: String?
  public var email: String?

  public init(id: String, name: String? = nil, email: String? = nil) {
    self.id = id
    self.name = name
    self.email = email
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.id("id")
    name = try fields.optionalText("name")
    email = try fields.optionalText("email")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("name", name)
    writer.field("email", email)
  }
}

/// A measurable learning goal or skill (plan §1).
public struct Focus: SuiteRecord, Equatable {
  public static let type = RecordType.focus
  public var id: String
  public var title: String
  public var description: String?

  public init(id: String, title: String, description: String? = nil) {
    self.id = id
    self.title = title
    self.description = description
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.id("id")
    title = try fields.text("title")
    description = try fields.optionalText("description")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("title", title)
    writer.field("description", description)
  }
}

/// A focus that a user chose; at most three are active at a time, their orders distinct (plan §1).
public struct UserFocus: SuiteRecord, Equatable {
  public static let type = RecordType.userFocus
  public var id: String?
  public var userId: String
  public var focusId: String
  /// 1–3.
  public var order: Int
  public var active: Bool
  /// Milliseconds since 1970-01-01 UTC.
  public var startedAt: Int64?
  /// Milliseconds since 1970-01-01 UTC.
  public var updatedAt: Int64?

  public init(
    id: String? = nil, userId: String, focusId: String, order: Int, active: Bool,
    startedAt: Int64? = nil, updatedAt: Int64? = nil
  ) {
    self.id = id
    self.userId = userId
    self.focusId = focusId
    self.order = order
    self.active = active
    self.startedAt = startedAt
    self.updatedAt = updatedAt
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.optionalID("id")
    userId = try fields.id("userId")
    focusId = try fields.id("focusId")
    order = Int(try fields.integer("order", in: 1...3))
    guard let active = try fields.optionalBool("active") else {
      throw fields.failure("active", "is required, got nothing")
    }
    self.active = active
    startedAt = try fields.optionalTime("startedAt")
    updatedAt = try fields.optionalTime("updatedAt")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("userId", userId)
    writer.field("focusId", focusId)
    writer.field("order", order)
    writer.field("active", active)
    writer.field("startedAt", startedAt)
    writer.field("updatedAt", updatedAt)
  }
}
