import Foundation
import Glibc
import TestSupport
import Testing

/// The harness itself, on programs that every machine has: what it says of the tools must be true.
@Suite struct HarnessTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  private func shell(_ script: String) -> TestCommand {
    dir.command("/bin/sh", "-c", script)
  }

  @Test func aStatusAndASignalAreToldApart() throws {
    try shell("exit 7").run().expect(.status(7))
    try shell("kill -9 $$").run().expect(.signal(SIGKILL))
  }

  @Test func theEnvironmentIsScrubbed() throws {
    let result = try shell("env; pwd").environment("COACH_NOW", "5").run().expect(.success)
    let names = result.lines.dropLast().compactMap { $0.split(separator: "=").first }
    #expect(
      Set(names).subtracting(["PWD", "_", "SHLVL", "OLDPWD"])
        == ["PATH", "HOME", "LANG", "TZ", "COACH_NOW"])
    #expect(result.lines.last == dir.path)
  }

  @Test func aGreatOutputBesideAGreatInputDoesNotBlock() throws {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 5_000_000)
    let result = try shell("tee /dev/stderr").run(.bytes(input)).expect(.success)
    #expect(result.stdout == input)
    #expect(result.stderr == input)
  }

  @Test func aCommandThatHangsIsKilledInTime() throws {
    let start = Date()
    try shell("exec sleep 100").timeout(0.3).run().expect(.timedOut)
    #expect(Date().timeIntervalSince(start) < 10)
  }

  @Test func aPipelineKnowsTheEndOfEachStage() throws {
    let stages = ["cat; exit 3", "sed s/a/b/", "cat; exit 5"].map(shell)
    let result = try Pipeline(stages).run(.lines(["a"]))
    #expect(result.stages.map(\.exit) == [.status(3), .success, .status(5)])
    #expect(result.last.lines == ["b"])
  }

  @Test func aKilledStageEndsThePipelineAfterIt() throws {
    let stages = ["exec cat /dev/zero", "exec cat", "exec wc -c"].map(shell)
    let result = try Pipeline(stages).run(kill: .init(stage: 1, after: 0.05))
    #expect(result.stages.map(\.exit) == [.signal(SIGPIPE), .signal(SIGKILL), .success])
  }

  @Test func aLineIsAwaitedWhileStdinIsOpen() throws {
    let command = try shell("read a; echo got $a; read b; echo got $b").start()
    command.send("one")
    #expect(command.nextLine() == "got one")
    #expect(command.nextLine(within: 0.1) == nil)
    command.send("two")
    #expect(command.nextLine() == "got two")
    command.finish().expectSuccess()
  }

  @Test func stdoutCanBeFullOrClosed() throws {
    let full = try shell("echo x").run(output: .file("/dev/full"))
    #expect(full.exit != .success)
    try shell("exec cat /dev/zero").run(output: .closedPipe).expect(.signal(SIGPIPE))
  }

  @Test func memoryIsThatOfTheCommandAlone() throws {
    let ballast = [UInt8](repeating: 1, count: 100_000_000)
    let result = try shell("sleep 0.2").run(measuringMemory: true).expect(.success)
    #expect(result.peakMemory > 100_000)
    #expect(result.peakMemory < 20_000_000)
    #expect(ballast.last == 1)
  }
}
