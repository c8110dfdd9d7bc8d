/// A line or record that could not be worked on, kept so that nothing is lost.
public struct Reject: SuiteRecord, Equatable {
  public static let type = RecordType.reject
  public var id: String
  /// The tool that rejected it.
  public var stage: String
  public var code: String
  public var message: String
  public var file: String?
  /// Counted from 1.
  public var line: Int?
  /// Bytes from the start of the file.
  public var offset: Int?
  public var recordId: String?
  public var retryable: Bool
  public var attempts: Int64
  /// The wall clock, milliseconds since 1970-01-01 UTC.
  public var createdAt: Int64
  /// The line, where it is UTF-8.
  public var raw: String?
  /// The line, where it is not UTF-8.
  public var rawBase64: String?
  /// How many bytes the whole line has, where only its beginning is kept.
  public var rawBytes: Int?

  /// A line up to this many bytes is kept whole.
  static let keptWhole = 1 << 20
  /// Of a longer one, this many bytes are kept.
  static let keptOfLonger = 64 << 10

  /// The reject of a line.
  ///
  /// - Parameters:
  ///   - bytes: the line, or the beginning of one that was too long to hold.
  ///   - length: how many bytes the whole line has.
  ///   - now: the wall clock, milliseconds since 1970-01-01 UTC.
  init(
    of bytes: some BidirectionalCollection<UInt8>, length: Int, place: Place, recordId: String?,
    for error: RecordError, stage: String, now: Int64
  ) {
    let kept = length <= Self.keptWhole ? bytes[...] : bytes.prefix(Self.keptOfLonger)
    if let text = Self.text(kept, isCut: kept.count < length) {
      raw = text
    } else {
      rawBase64 = Base64.encode(kept)
    }
    if kept.count < length { rawBytes = length }
    self.stage = stage
    code = error.code.rawValue
    message = error.message
    file = place.file
    line = place.line
    offset = place.offset
    self.recordId = recordId
    retryable = error.isRetryable
    attempts = 1
    createdAt = now
    let what = recordId ?? raw ?? rawBase64
    id = DerivedID.reject.from { [code] json in
      json.value(stage)
      json.value(code)
      json.value(what)
    }
  }

  public init(_ record: borrowing Record) throws(RecordError) {
    let fields = record.decoder
    id = try fields.id("id")
    stage = try fields.text("stage")
    code = try fields.text("code")
    message = try fields.text("message")
    file = try fields.optionalText("file")
    line = try fields.optionalInteger("line").map(Int.init)
    offset = try fields.optionalInteger("offset").map(Int.init)
    recordId = try fields.optionalText("recordId")
    retryable = try fields.optionalBool("retryable") ?? false
    attempts = try fields.optionalInteger("attempts") ?? 1
    createdAt = try fields.time("createdAt")
    raw = try fields.optionalText("raw")
    rawBase64 = try fields.optionalText("rawBase64")
    rawBytes = try fields.optionalInteger("rawBytes").map(Int.init)
  }

  public func encodeFields(into writer: inout JSONWriter) {
    writer.field("id", id)
    writer.field("stage", stage)
    writer.field("code", code)
    writer.field("message", message)
    writer.field("file", file)
    writer.field("line", line)
    writer.field("offset", offset)
    writer.field("recordId", recordId)
    writer.field("retryable", retryable)
    writer.field("attempts", attempts)
    writer.field("createdAt", createdAt)
    writer.field("raw", raw)
    writer.field("rawBase64", rawBase64)
    writer.field("rawBytes", rawBytes)
  }

  /// The bytes as text where they are UTF-8; a character that the cut halves is left out.
  private static func text(_ bytes: some BidirectionalCollection<UInt8>, isCut: Bool) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    guard isCut else { return nil }
    for cut in 1...3 {
      if let text = String(validating: bytes.dropLast(cut), as: UTF8.self) { return text }
    }
    return nil
  }
}
