import TestSupport
import Testing

@testable import CoachJSONL

@Suite(.serialized) struct StageLoopTests {
  /// Emits a focus named after each record's `n`, after a delay that grows with `wait`.
  private struct EchoStage: Stage {
    static let name = "echo"
    var lanes = false

    mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
      guard let name = try record.text("n") else { return }
      if lanes { emit.lane = try record.text("lane") }
      let wait = try record.time("wait") ?? 0
      if try record.text("ahead") != nil {
        emit.later(ahead: true) { await Self.made(name, after: wait) }
      } else if wait > 0 {
        emit.later { await Self.made(name, after: wait) }
      } else {
        emit.emit(Focus(id: name, title: name))
      }
    }

    private static func made(_ name: String, after wait: Int64) async -> Emission {
      try? await Task.sleep(for: .milliseconds(wait))
      var emission = Emission()
      emission.emit(Focus(id: name, title: name))
      return emission
    }
  }

  private func names(_ lines: [String]) -> [String] {
    lines.map { line in
      line.contains("\"focus\"") ? "+" + line.dropFirst(22).prefix(1) : String(line)
    }
  }

  @Test func slowWorkKeepsTheOrderOfTheInput() async throws {
    let input = #"{"n":"a","wait":60}"# + "\n" + #"{"n":"b","wait":1}"# + "\n" + #"{"n":"c"}"#
    let run = try await StageRun(EchoStage(), over: input)
    #expect(run.status == .ok)
    #expect(
      names(run.lines)
        == [#"{"n":"a","wait":60}"#, "+a", #"{"n":"b","wait":1}"#, "+b", #"{"n":"c"}"#, "+c"])
  }

  @Test func workAheadComesBeforeItsLine() async throws {
    let run = try await StageRun(EchoStage(), over: #"{"n":"a","ahead":"yes","wait":5}"#)
    #expect(names(run.lines) == ["+a", #"{"n":"a","ahead":"yes","wait":5}"#])
  }

  @Test func lanesDoNotHoldEachOtherBack() async throws {
    let input =
      #"{"n":"a","lane":"1","wait":200}"# + "\n" + #"{"n":"b","lane":"2","wait":1}"# + "\n"
      + #"{"n":"c","lane":"1","wait":1}"# + "\n"
    let run = try await StageRun(EchoStage(lanes: true), over: input, arguments: ["--only"])
    #expect(names(run.lines) == ["+b", "+a", "+c"])
  }

  @Test func moreWorkThanMayRunIsAllDone() async throws {
    let input = (0..<500).map { #"{"n":"x","wait":\#(1 + $0 % 3)}"# }.joined(separator: "\n")
    let run = try await StageRun(EchoStage(), over: input, arguments: ["--only"], jobs: 3)
    #expect(run.status == .ok)
    #expect(run.lines.count == 500)
  }

  @Test func aBadLineBecomesARejectInItsPlace() async throws {
    let run = try await StageRun(EchoStage(), over: "{\"n\":\"a\"}\nbad\n{\"x\":1}")
    #expect(run.status == .dataError)
    #expect(run.lines.count == 4)
    let reject = try withRecord(run.lines[2]) { try Reject($0) }
    #expect(reject.stage == "echo")
    #expect(reject.code == "invalid_json")
    #expect(reject.line == 2)
    #expect(reject.offset == 10)
    #expect(reject.raw == "bad")
    #expect(reject.createdAt == 1_700_000_000_000)
  }

  @Test func strictStopsAtTheFirst() async throws {
    let run = try await StageRun(EchoStage(), over: "bad\n{\"x\":1}\n", arguments: ["--strict"])
    #expect(run.status == .dataError)
    #expect(run.lines.count == 1)
  }

  @Test func anOverlongLineKeepsItsBeginning() async throws {
    let run = try await StageRun(
      EchoStage(), over: String(repeating: "x", count: 3 << 20) + "\n{\"x\":1}\n",
      arguments: ["--max-line", "65536"])
    #expect(run.status == .dataError)
    let reject = try withRecord(run.lines[0]) { try Reject($0) }
    #expect(reject.code == "line_too_long")
    #expect(reject.raw?.utf8.count == 64 << 10)
    #expect(reject.rawBytes == 3 << 20)
    #expect(run.lines[1] == "{\"x\":1}")
  }

  @Test func aRecordThatBreaksTheContractIsABug() async throws {
    struct Broken: Stage {
      static let name = "broken"
      mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
        emit.emit(
          Assessment(
            id: "a", userId: "u", sessionId: "s", interactionIds: [], kind: .interaction,
            category: .progress, explanationText: "", createdAt: 1))
      }
    }
    let run = try await StageRun(Broken(), over: "{}")
    #expect(run.status == .software)
  }

  @Test func assessmentsAreCheckedWhereverTheyPass() async throws {
    let bad = #"{"kind":"multi_turn","category":"progress","interactionIds":["int_1"],"score":5}"#
    let run = try await StageRun(EchoStage(), over: bad)
    #expect(run.status == .dataError)
    #expect(run.lines[0].contains("kind multi_turn needs 2 or more, got 1"))
  }
}
