/// How much an error matters.
public enum ErrorSeverity: String, Sendable, CaseIterable {
  case low
  case medium
  case high
}

/// One error in a learner's text.
public struct LanguageError: JSONEncodable, Sendable, Equatable {
  /// Where in a turn's `userText` the error stands, in Unicode scalars, half open.
  public struct Span: JSONEncodable, Sendable, Equatable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }

    init(_ fields: FieldDecoder) throws(RecordError) {
      start = Int(try fields.integer("start"))
      end = Int(try fields.integer("end"))
      guard start < end else {
        throw fields.failure("end", "must be greater than start, got \(end) after \(start)")
      }
    }

    public func encodeFields(into writer: inout JSONWriter) {
      writer.field("start", start)
      writer.field("end", end)
    }
  }

  /// A stable name, its family first: `grammar.past_tense`.
  public var key: String
  /// One sentence to the learner.
  public var message: String
  public var severity: ErrorSeverity
  public var suggestion: String?
  /// The turn in which it stands; required where there are several.
  public var interactionId: String?
  public var span: Span?

  public init(
    key: String, message: String, severity: ErrorSeverity, suggestion: String? = nil,
    interactionId: String? = nil, span: Span? = nil
  ) {
    self.key = key
    self.message = message
    self.severity = severity
    self.suggestion = suggestion
    self.interactionId = interactionId
    self.span = span
  }

  init(_ fields: FieldDecoder) throws(RecordError) {
    key = try fields.text("key")
    message = try fields.text("message")
    severity = try fields.choice("severity")
    suggestion = try fields.optionalText("suggestion")
    interactionId = try fields.optionalID("interactionId")
    span = try fields.optionalObject("span", Span.init)
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("key", key)
    writer.field("message", message)
    writer.field("severity", severity)
    writer.field("suggestion", suggestion)
    writer.field("interactionId", interactionId)
    writer.field("span", span)
  }
}

/// The unit that an assessment belongs to: all that an assessor wrote for one turn or evaluation at
/// one time (contract §2).
public struct Judgement: JSONEncodable, Sendable, Equatable {
  public var id: String
  /// How many records the judgement has; it counts only when all are there.
  public var records: Int
  /// The focuses that it was narrowed to; nil where it was not.
  public var focusIds: [String]?

  public init(id: String, records: Int, focusIds: [String]? = nil) {
    self.id = id
    self.records = records
    self.focusIds = focusIds
  }

  init(_ fields: FieldDecoder) throws(RecordError) {
    id = try fields.id("id")
    records = Int(try fields.integer("records", in: 1...1_000_000))
    focusIds = try fields.optionalIDs("focusIds")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("records", records)
    writer.field("focusIds", focusIds)
  }
}

/// What a session's summary stands on; when it differs from what is stored, the summary is stale.
public struct Basis: JSONEncodable, Sendable, Equatable {
  /// How many turns the session had.
  public var turns: Int
  /// How many assessments of them stood.
  public var assessments: Int
  /// The newest `createdAt` among them, milliseconds since 1970-01-01 UTC; nil where there were
  /// none. Not `assessedAt`: a second run over the same input gives the same basis, and whether
  /// something was judged again later, the summary's own `assessedAt` tells.
  public var latest: Int64?

  public init(turns: Int, assessments: Int, latest: Int64?) {
    self.turns = turns
    self.assessments = assessments
    self.latest = latest
  }

  init(_ fields: FieldDecoder) throws(RecordError) {
    turns = Int(try fields.integer("turns"))
    assessments = Int(try fields.integer("assessments"))
    latest = try fields.optionalTime("latest")
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("turns", turns)
    writer.field("assessments", assessments)
    writer.field("latest", latest)
  }
}
