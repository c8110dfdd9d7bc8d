import Crypto
import Logging

#if canImport(Glibc)
  import Glibc
#endif

/// `tool: place: message`, for eyes.
struct PlainLogHandler: LogHandler {
  let tool: String
  let descriptor: Int32
  var logLevel = Logger.Level.warning
  var metadata: Logger.Metadata = [:]

  init(tool: String, descriptor: Int32) {
    self.tool = tool
    self.descriptor = descriptor
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let place = event.metadata?["place"].map { "\($0): " } ?? ""
    let words = Array("\(tool): \(place)\(event.message)".utf8)
    ProgressTerminal.interrupting(descriptor) { erasing in
      writeLine(words, behind: erasing, to: descriptor)
    }
  }
}

/// One JSON object a line with the plan's fields (§9.2, §10.5), for machines.
struct JSONLogHandler: LogHandler {
  let tool: String
  let clock: WallClock
  let pseudonyms: Pseudonyms
  let descriptor: Int32
  var logLevel = Logger.Level.warning
  var metadata: Logger.Metadata = [:]

  /// The plan's fields, in its order; those of people and their sessions are pseudonymised.
  private static let fields: [(name: StaticString, form: Form)] = [
    ("requestId", .text), ("userId", .pseudonym), ("sessionId", .pseudonym),
    ("focusId", .pseudonym), ("groupId", .pseudonym), ("latencyMs", .number),
    ("provider", .text), ("modelId", .text), ("tokensIn", .number), ("tokensOut", .number),
    ("costCents", .number), ("status", .text), ("place", .text),
  ]

  /// How a field is written.
  private enum Form {
    case text
    case number
    case pseudonym
  }

  init(tool: String, clock: WallClock, pseudonyms: Pseudonyms, descriptor: Int32) {
    self.tool = tool
    self.clock = clock
    self.pseudonyms = pseudonyms
    self.descriptor = descriptor
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("ts", clock.now())
      writer.field("level", event.level.rawValue)
      writer.field("route", tool)
      for field in Self.fields {
        guard let value = all["\(field.name)"] else { continue }
        let text = "\(value)"
        switch field.form {
        case .text: writer.field(field.name, text)
        case .number: writer.field(field.name, Double(text))
        case .pseudonym: writer.field(field.name, pseudonyms.pseudonym(of: text))
        }
      }
      writer.field("message", "\(event.message)")
    }
    writeLine(writer.bytes, to: descriptor)
  }
}

/// Ids of people, sessions, focuses and groups as they may stand in a log.
struct Pseudonyms: Sendable {
  private let salt: SymmetricKey
  private let isPlain: Bool

  /// - Parameter environment: `COACH_LOG_SALT` (none: the empty salt, so that the stages of a
  ///   pipeline agree), and `COACH_LOG_IDS=plain` to leave ids as they are.
  init(_ environment: Environment) {
    salt = SymmetricKey(data: Array((environment["COACH_LOG_SALT"] ?? "").utf8))
    isPlain = environment["COACH_LOG_IDS"] == "plain"
  }

  /// The first 16 hex digits of HMAC-SHA-256 of the id under the salt.
  func pseudonym(of id: String) -> String {
    guard !isPlain else { return id }
    let code = HMAC<SHA256>.authenticationCode(for: Array(id.utf8), using: salt)
    return DerivedID.hex(code.prefix(8))
  }
}

/// One write a line, so that the lines of several stages do not mix.
private func writeLine(_ line: [UInt8], behind head: [UInt8] = [], to descriptor: Int32) {
  let bytes = head + line.map { $0 == 0x0A ? 0x20 : $0 } + [0x0A]
  _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
}
