import Foundation
import Glibc

/// Several commands joined by real pipes, as a shell joins them, with the end of each one known.
public struct Pipeline: Sendable {
  /// The commands, the one that reads the input first.
  public let stages: [TestCommand]

  /// A stage that is killed while the pipeline runs, as if the machine had lost it.
  public struct Kill: Sendable {
    /// The place of the stage in the pipeline, from 0.
    public let stage: Int
    /// When it gets SIGKILL, in seconds from the start of the pipeline.
    public let seconds: Double

    /// Kills a stage after so many seconds.
    public init(stage: Int, after seconds: Double) {
      self.stage = stage
      self.seconds = seconds
    }
  }

  /// Joins commands; nothing runs yet.
  public init(_ stages: [TestCommand]) { self.stages = stages }

  /// Starts the stages and leaves the stdin of the first open, to talk to them.
  public func start(output: Output = .captured) throws -> InteractiveCommand {
    try InteractiveCommand(stages, output: output)
  }

  /// Runs all the stages to their ends.
  public func run(
    _ input: Input = .nothing, output: Output = .captured, kill: Kill? = nil,
    measuringMemory: Bool = false
  ) throws -> PipelineResult {
    var given: Int32?
    if case .file(let path) = input { given = try Descriptor.reading(path) }
    if case .nothing = input { given = try Descriptor.reading("/dev/null") }
    let running = try InteractiveCommand(stages, input: given, output: output)
    if given == nil {
      inThread {
        switch input {
        case .bytes(let bytes): running.send(bytes: bytes)
        case .repeated(let bytes, let times):
          for _ in 0..<times { guard running.send(bytes: bytes) else { break } }
        case .nothing, .file: break
        }
        running.closeInput()
      }
    }
    if let kill, running.exit(stage: kill.stage, within: kill.seconds) == nil {
      running.signal(SIGKILL, stage: kill.stage)
    }
    var memory = [Int](repeating: 0, count: stages.count)
    if measuringMemory {
      for index in stages.indices {
        repeat {
          for (stage, known) in memory.enumerated() {
            memory[stage] = max(known, running.peakMemory(stage: stage) ?? 0)
          }
        } while running.exit(stage: index, within: 0.005) == nil
      }
    }
    return running.result(measuredMemory: memory)
  }
}

/// What the stages of a pipeline did.
public struct PipelineResult: Sendable, CustomStringConvertible {
  /// The results, in the order of the stages; stdout is known of the last.
  public let stages: [CommandResult]

  /// The result of the last stage.
  public var last: CommandResult { stages[stages.count - 1] }

  public var description: String { stages.map(\.description).joined(separator: "\n") }
}
