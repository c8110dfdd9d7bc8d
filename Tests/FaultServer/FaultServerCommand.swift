import ArgumentParser
import Foundation
import Synchronization
import TestSupport

/// A server of models that answers made-up things, with faults as often as it is told to: for tests
/// of the binaries and for measuring. It prints the port on which it listens.
@main struct FaultServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fault-server",
    abstract: "Answer as a model's server does, with faults on demand.")

  @Option(help: "The port; 0 for any that is free.")
  var port: UInt16 = 0

  @Option(
    name: .customLong("script"),
    help: "What every request gets: good, or the name of a fault.")
  var script = "good"

  @Option(help: "The part of requests that get a fault, 0…1.")
  var faultRate = 0.0

  @Option(parsing: .upToNextOption, help: "Which faults; by default those that pass.")
  var faults: [String] = []

  @Option(help: "What chance begins with.")
  var seed: UInt64 = 1

  @Option(help: "Milliseconds before the first byte.")
  var delay = 0

  @Option(help: "Milliseconds between two pieces of an answer.")
  var pause = 0

  @Option(help: "How many pieces an answer in words has.")
  var pieces = 8

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)

    let always = script == "good" ? nil : try fault(script)
    let mixture = faults.isEmpty ? Fault.passing : try faults.map(fault)
    let chance = Mutex(Chance(state: seed))
    let server = try FaultServer(port: port, keepsRequests: false) { [self] request in
      let good = ModelAnswer(request, pieces: pieces, pause: pause).answer
      let drawn = chance.withLock { chance in
        Double.random(in: 0..<1, using: &chance) < faultRate
          ? mixture.randomElement(using: &chance) : nil
      }
      var answer = (always ?? drawn)?.spoil(good) ?? good
      if delay > 0 { answer.steps.insert(.pause(delay), at: 0) }
      return answer
    }
    print(server.port)
    fflush(nil)
    // Until it is killed, or whoever started it goes and its input ends.
    while readLine() != nil {}
    withExtendedLifetime(server) {}
  }

  private func fault(_ name: String) throws -> Fault {
    guard let fault = Fault(rawValue: name) else {
      let names = Fault.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("no fault is called \(name); there are \(names)")
    }
    return fault
  }
}

/// Chance that can be had again (SplitMix64, Steele et al. 2014).
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
