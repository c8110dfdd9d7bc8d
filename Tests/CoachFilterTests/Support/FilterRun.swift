import ArgumentParser
import CoachJSONL
import Foundation
import Testing

@testable import coach_filter

/// One run of the filter over lines, in process: what it wrote, line by line, and its exit status.
struct FilterRun {
  let lines: [String]
  /// What was written, decoded.
  let records: [[String: Any]]
  let status: CoachJSONL.ExitStatus

  /// Runs the filter.
  ///
  /// - Parameter context: the lines of a `--context` file.
  init(
    _ input: [String], policy: FilterPolicy = FilterPolicy(), only: Bool = false,
    context: [String] = [], reader: some TurnReader = ScriptedReader()
  ) throws {
    let folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["in", "context", "out"].map { folder.appendingPathComponent($0).path }
    try (input.map { $0 + "\n" }.joined()).write(
      toFile: paths[0], atomically: false, encoding: .utf8)
    try (context.map { $0 + "\n" }.joined()).write(
      toFile: paths[1], atomically: false, encoding: .utf8)
    let output = open(paths[2], O_CREAT | O_WRONLY, 0o600)
    defer { close(output) }
    let environment = Environment(["COACH_LOG": "none", "COACH_NOW": "1700000000000"])
    let clock = WallClock(environment)
    var stage = StageContext(
      environment: environment, clock: clock,
      diagnostics: Diagnostics(tool: "coach-filter", environment: environment, clock: clock))
    stage.output = output
    let options = try StageOptions.parse(
      (only ? ["--only"] : []) + ["--context", paths[1], paths[0]])
    var loop = StageLoop(
      FilterStage(policy: policy, reader: reader), options: options, context: stage)
    status = loop.run()
    lines = try String(contentsOfFile: paths[2], encoding: .utf8)
      .split(separator: "\n").map(String.init)
    records = lines.compactMap(Self.decoded)
  }

  /// Type and id of each line, for tests of order: `interaction a1`.
  var outline: [String] {
    records.map { record in
      let type = record["type"] as? String ?? "?"
      let isEnd = type == "session" && record["endTime"] != nil
      if type == "evaluation" {
        return "evaluation " + (record["interactionIds"] as? [String] ?? []).joined(separator: ",")
      }
      return "\(type) \(record["id"] as? String ?? "?")\(isEnd ? " end" : "")"
    }
  }

  var evaluations: [[String: Any]] { records.filter { $0["type"] as? String == "evaluation" } }

  /// The turns that each evaluation scores.
  var groups: [[String]] { evaluations.compactMap { $0["interactionIds"] as? [String] } }

  /// The scope of a turn.
  func scope(_ id: String) throws -> [String: Any] {
    let record = try #require(
      records.first { $0["type"] as? String == "interaction" && $0["id"] as? String == id })
    return try #require(record["scope"] as? [String: Any])
  }

  func kind(_ id: String) throws -> String? { try scope(id)["kind"] as? String }

  func triggers(_ id: String) throws -> [String] { try scope(id)["triggers"] as? [String] ?? [] }

  /// The task of a turn as `NAME STATE`.
  func task(_ id: String) throws -> String? {
    guard let task = try scope(id)["task"] as? [String: String] else { return nil }
    return "\(task["name"] ?? "?") \(task["state"] ?? "?")"
  }

  static func decoded(_ line: String) -> [String: Any]? {
    try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
  }
}
