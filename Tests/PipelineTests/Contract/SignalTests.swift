import Foundation
import Glibc
import TestSupport
import Testing

/// How the tools end when they are told to, and when nobody reads them any more.
@Suite(.serialized) struct SignalTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  /// More than a pipe holds, so that nobody's reader is missed by chance.
  private static let long = Input.repeated(
    Array(((0..<1000).map { Sample.note($0) + "\n" }.joined()).utf8), times: 20)

  @Test(arguments: Stage.filters)
  func aFilterWithoutAReaderDiesSilently(_ stage: Stage) throws {
    let result = try stage.command(in: dir).environment("COACH_LOG_LEVEL", "error")
      .run(Self.long, output: .closedPipe).expect(.signal(SIGPIPE))
    #expect(result.diagnostics.isEmpty, "\(result)")
  }

  @Test(arguments: Stage.holders)
  func aHolderWithoutAReaderSaysSo(_ stage: Stage) throws {
    let result = try stage.command(in: dir).environment("COACH_LOG_LEVEL", "error")
      .run(Self.long, output: .closedPipe).expect(.inputOutput)
    #expect(!result.diagnostics.isEmpty, "\(result)")
  }

  @Test(arguments: Stage.all)
  func aFullDiskIsADiagnosticAndStatus74(_ stage: Stage) throws {
    for input in [Input.lines([Sample.note(1)]), Self.long] {
      let result = try stage.command(in: dir).environment("COACH_LOG", "text")
        .environment("COACH_LOG_LEVEL", "error")
        .run(input, output: .file("/dev/full")).expect(.inputOutput)
      #expect(result.diagnosticLines.count == 1, "\(result)")
      #expect(result.diagnostics.hasPrefix("\(stage.tool): "), "\(result)")
    }
  }

  @Test func sigtermEndsWhatReadsAPipe() throws {
    for (stage, command) in try started() {
      command.signal(SIGTERM)
      #expect(command.exit(within: 10) == .terminated, "\(stage.tool): \(command.diagnostics())")
    }
  }

  /// Ctrl-C at a terminal reaches every stage: what reads a pipe works on to the end of its input.
  @Test func theFirstInterruptIsIgnoredByWhatReadsAPipe() throws {
    let commands = try started()
    for (_, command) in commands { command.signal(SIGINT) }
    expectRunning(commands, for: 0.3)
    for (stage, command) in commands {
      command.send(Sample.note(2))
      #expect(command.nextLine() == Sample.note(2), "\(stage.tool): \(command.diagnostics())")
      command.finish().expectSuccess()
    }
  }

  @Test func theSecondInterruptEndsIt() throws {
    let commands = try started()
    for (_, command) in commands { command.signal(SIGINT) }
    expectRunning(commands, for: 0.3)
    for (_, command) in commands { command.signal(SIGINT) }
    for (stage, command) in commands {
      #expect(command.exit(within: 10) == .interrupted, "\(stage.tool): \(command.diagnostics())")
    }
  }

  @Test func aSecondInterruptLongAfterTheFirstIsAFirstAgain() throws {
    let commands = try started()
    for (_, command) in commands { command.signal(SIGINT) }
    expectRunning(commands, for: 2.3)
    for (_, command) in commands { command.signal(SIGINT) }
    expectRunning(commands, for: 0.3)
    for (_, command) in commands { command.finish().expectSuccess() }
  }

  /// All the tools, each of which has read a line and waits for the next.
  private func started() throws -> [(stage: Stage, command: InteractiveCommand)] {
    let commands = try Stage.all.map { (stage: $0, command: try $0.command(in: dir).start()) }
    for (stage, command) in commands {
      command.send(Sample.note(1))
      #expect(command.nextLine() == Sample.note(1), "\(stage.tool): \(command.diagnostics())")
    }
    return commands
  }

  /// Expects that nobody ends within these seconds.
  private func expectRunning(
    _ commands: [(stage: Stage, command: InteractiveCommand)], for seconds: Double
  ) {
    Thread.sleep(forTimeInterval: seconds)
    for (stage, command) in commands {
      #expect(command.exit(within: 0) == nil, "\(stage.tool): \(command.diagnostics())")
    }
  }
}
