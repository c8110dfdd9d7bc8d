import ArgumentParser
import CoachJSONL
import CoachProvider
import Foundation
import Testing

@testable import coach_chat

/// One run of the chat's stage in this process, over files.
struct ChatRun {
  /// 2025-06-02 08:00 UTC.
  static let morning: Int64 = 1_748_851_200_000
  static let minute: Int64 = 60_000

  let lines: [String]
  let status: CoachJSONL.ExitStatus

  /// - Parameters:
  ///   - input: lines of the input, without line feeds.
  ///   - context: lines of `--context`.
  init(
    _ input: [String], context: [String] = [], agent: any ChatAgent = EchoAgent(),
    session: String? = nil, focus: [String] = [], jobs: Int = 4, arguments: [String] = [],
    clock: WallClock = WallClock { ChatRun.morning }
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ lines: [String]) throws -> String {
      let url = folder.appending(path: name)
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: url)
      return url.path
    }
    let source = open(try file("in", input), O_RDONLY)
    let sink = open(try file("out", []), O_WRONLY)
    defer {
      close(source)
      close(sink)
    }
    let contextFile = try file("context", context)
    let environment = Environment(["COACH_LOG": "none"])
    var stageContext = StageContext(
      environment: environment, clock: clock,
      diagnostics: Diagnostics(tool: ChatStage.name, environment: environment, clock: clock))
    stageContext.input = source
    stageContext.output = sink
    stageContext.jobs = jobs
    let ready = stageContext
    let options = ["--context", contextFile] + arguments
    // The loop waits for the agent's work: it must not wait on a thread that the work needs.
    status = try await withCheckedThrowingContinuation { continuation in
      Thread {
        let mint = IDMint(clock: clock, random: Counter().next)
        let stage = ChatStage(
          agent: agent, defaults: .init(userId: "u_default", sessionId: session),
          idle: 20 * ChatRun.minute, focusIds: focus, clock: clock, mint: mint)
        continuation.resume(
          with: Result {
            var loop = StageLoop(
              stage, options: try StageOptions.parse(options), context: ready)
            return loop.run()
          })
      }.start()
    }
    let output = try String(
      contentsOf: folder.appending(path: "out"), encoding: .utf8)
    lines = output.split(separator: "\n").map(String.init)
  }

  /// The output, each line as an object.
  var records: [[String: Any]] {
    get throws {
      try lines.map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
    }
  }

  /// The output in short: `start s`, `end s`, `turn s text`, other types by name.
  var story: [String] {
    get throws {
      try records.map { record in
        let type = record["type"] as? String ?? "?"
        let session = record["sessionId"] as? String ?? "?"
        switch type {
        case "session":
          return "\(record["endTime"] == nil ? "start" : "end") \(record["id"] as? String ?? "?")"
        case "interaction": return "turn \(session) \(record["userText"] as? String ?? "?")"
        default: return type
        }
      }
    }
  }

  /// A message line.
  static func message(
    _ text: String, user: String? = nil, session: String? = nil, request: String? = nil,
    minute: Int64? = nil
  ) -> String {
    String(
      decoding: Message(
        text: text, userId: user, sessionId: session, requestId: request,
        timestamp: minute.map { morning + $0 * Self.minute }
      ).line(), as: UTF8.self)
  }
}

/// Random bits that are not.
final class Counter: Sendable {
  private let value = NSLock()
  nonisolated(unsafe) private var count: UInt64 = 0

  func next() -> UInt64 {
    value.withLock {
      count += 1
      return count
    }
  }
}
