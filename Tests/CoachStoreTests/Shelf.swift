import ArgumentParser
import CoachJSONL
import GRDB
import Testing

@testable import coach_store

#if canImport(Glibc)
  import Glibc
#endif

/// A fresh directory with a database in it, to put records into and read them back from.
final class Shelf {
  struct Result {
    let status: CoachJSONL.ExitStatus
    let lines: [String]
  }

  let directory: String
  var database: String { directory + "/coach.db" }

  init() throws {
    var template = Array("/tmp/coach-store-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }
    }
    directory = String(cString: try #require(made))
  }

  deinit {
    for file in ["coach.db", "coach.db-wal", "coach.db-shm", "in", "out", "fifo"] {
      unlink(directory + "/" + file)
    }
    rmdir(directory)
  }

  /// Puts lines, as the tool does.
  @discardableResult
  func put(
    _ lines: [String], settings: PutStage.Settings = PutStage.Settings(), now: Int64 = 1_000,
    options: [String] = []
  ) throws -> Result {
    try write(lines.map { $0 + "\n" }.joined(), to: "in")
    var context = self.context(now: now)
    context.output = try create("out")
    defer { close(context.output) }
    let stage = try PutStage(
      store: try Store(path: database), settings: settings, diagnostics: context.diagnostics)
    var loop = StageLoop(
      stage, options: try StageOptions.parse(options + [directory + "/in"]), context: context)
    let status = loop.run()
    return Result(status: status, lines: try read("out"))
  }

  /// Reads records back.
  func query(
    _ nouns: Noun..., filter: QueryFilter = QueryFilter(), context: Bool = false,
    format: QueryFormat = .jsonl
  ) throws -> [String] {
    let store = try Store(path: database, Store.Opening(creates: false))
    let run = QueryRun(nouns: nouns, filter: filter, hasContext: context, format: format)
    return try output { output in
      try store.useSnapshot { try run.write(from: $0, to: &output) }
    }
  }

  /// The lines that `body` writes.
  func output(_ body: (inout RecordOutput) throws -> Void) throws -> [String] {
    let descriptor = try create("out")
    defer { close(descriptor) }
    var output = RecordOutput(descriptor: descriptor)
    try body(&output)
    try output.flush()
    return try read("out")
  }

  /// The values of the first column of a SQL query, as text.
  func column(_ sql: String) throws -> [String] {
    try Store(path: database).use { db in
      let statement = try PreparedStatement(sql, on: db)
      var values: [String] = []
      try statement.each { row in
        values.append(row.text(0) ?? "NULL")
        return true
      }
      return values
    }
  }

  /// Carries out SQL.
  func sql(_ text: String) throws {
    try Store(path: database).use { try $0.execute(sql: text) }
  }

  func context(now: Int64 = 1_000) -> StageContext {
    let environment = Environment(["COACH_LOG": "none"])
    let clock = WallClock { now }
    return StageContext(
      environment: environment, clock: clock,
      diagnostics: Diagnostics(tool: "coach-store", environment: environment, clock: clock))
  }

  func mode(of name: String) throws -> mode_t {
    var information = stat()
    try #require(stat(directory + "/" + name, &information) == 0)
    return information.st_mode & 0o777
  }

  func write(_ text: String, to name: String) throws {
    let descriptor = try create(name)
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
  }

  private func create(_ name: String) throws -> Int32 {
    let descriptor = open(directory + "/" + name, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    return descriptor
  }

  private func read(_ name: String) throws -> [String] {
    let descriptor = open(directory + "/" + name, O_RDONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = Glibc.read(descriptor, &block, block.count), count > 0 {
      bytes += block[..<count]
    }
    // By bytes: CR and LF together are one Character.
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Records for tests, as lines.
enum Line {
  static func session(_ id: String = "sess_1", start: Int64, end: Int64? = nil) -> String {
    text(Session(id: id, userId: "u_1", startTime: start, endTime: end))
  }

  static func turn(
    _ id: String, session: String = "sess_1", at time: Int64, scope: Scope? = nil,
    user: String? = "u_1"
  ) -> String {
    text(
      Interaction(
        id: id, userId: user, sessionId: session, userText: "We shipped it on Monday.",
        aiResponse: "Well said.", timestamp: time, scope: scope))
  }

  static func assessment(
    _ id: String, of turns: [String] = ["int_1"], on focus: String? = "focus_tone",
    category: Assessment.Category = .progress, score: Double? = nil, at time: Int64 = 100,
    judgedAt: Int64? = nil, group: String? = nil, judgement: Judgement? = nil,
    errors: [LanguageError]? = nil, kind: Assessment.Kind? = nil
  ) -> String {
    let usual: Assessment.Kind =
      turns.isEmpty ? .sessionSummary : turns.count == 1 ? .interaction : .multiTurn
    return text(
      Assessment(
        id: id, userId: "u_1", sessionId: "sess_1", interactionIds: turns, focusId: focus,
        kind: kind ?? usual, category: category, score: score, explanationText: "Plain words.",
        errors: errors, groupId: group, createdAt: time, assessedAt: judgedAt,
        judgement: judgement))
  }

  static func choice(
    _ focus: String, order: Int, active: Bool = true, updatedAt: Int64? = nil
  ) -> String {
    text(
      UserFocus(
        userId: "u_1", focusId: focus, order: order, active: active, updatedAt: updatedAt))
  }

  static func text(_ record: some SuiteRecord) -> String {
    String(decoding: record.line(), as: UTF8.self)
  }
}
