import ArgumentParser
public import CoachJSONL
import Foundation

/// One run of a stage in this process, through the stage loop and over temporary files.
public struct StageRun: Sendable {
  public let status: ExitStatus
  /// The output, a line each.
  public let lines: [String]

  /// Runs a stage over lines of input.
  ///
  /// The loop blocks, and the threads of async work must not be blocked by it: it gets a thread of
  /// its own.
  ///
  /// - Parameters:
  ///   - input: lines, joined by line feeds.
  ///   - arguments: options of contract §5, as on a command line.
  ///   - context: records for `--context`.
  ///   - now: the clock, milliseconds since 1970-01-01 UTC.
  public init<Work: Stage & Sendable>(
    _ stage: Work, over input: String, arguments: [String] = [], context: String = "",
    jobs: Int = 4, now: Int64 = 1_700_000_000_000
  ) async throws {
    self = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            try StageRun(
              blocking: stage, over: input, arguments: arguments, context: context, jobs: jobs,
              now: now)
          })
      }
    }
  }

  private init(
    blocking stage: some Stage, over input: String, arguments: [String], context: String,
    jobs: Int, now: Int64
  ) throws {
    let environment = Environment(["COACH_LOG": "none", "COACH_NOW": String(now)])
    let clock = WallClock(environment)
    var stageContext = StageContext(
      environment: environment, clock: clock,
      diagnostics: Diagnostics(tool: "test", environment: environment, clock: clock))
    let source = try TemporaryFile(input)
    let sink = try TemporaryFile("")
    let records = try TemporaryFile(context)
    stageContext.input = source.handle.fileDescriptor
    stageContext.output = sink.handle.fileDescriptor
    stageContext.jobs = jobs
    let options = try StageOptions.parse(["--context", records.path] + arguments)
    var loop = StageLoop(stage, options: options, context: stageContext)
    status = loop.run()
    let output = try String(contentsOfFile: sink.path, encoding: .utf8)
    lines = output.split(separator: "\n").map(String.init)
  }
}

/// A file that goes when nobody holds it any more.
private final class TemporaryFile {
  let path: String
  let handle: FileHandle

  init(_ content: String) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(content.utf8).write(to: url)
    path = url.path
    handle = try FileHandle(forUpdating: url)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
