import CoachJSONL
import Glibc
import TestSupport
import Testing

@testable import CoachProvider

/// Where `config.yaml` is looked for.
@Suite struct ConfigurationFileTests {
  private let directory: Dir

  init() throws {
    directory = try Dir()
    for place in ["xdg", "xdg/coach", "home", "home/.config", "home/.config/coach"] {
      try #require(mkdir(directory.file(place), 0o700) == 0)
    }
    try directory.write("xdg/coach/config.yaml", "retries: 1\n")
    try directory.write("home/.config/coach/config.yaml", "retries: 2\n")
    try directory.write("named.yaml", "retries: 3\n")
    try directory.write("other.yaml", "retries: 4\n")
  }

  private func retries(_ option: String?, _ variables: [String: String]) throws -> Int {
    try Configuration.load(option: option, environment: Environment(variables)).retries
  }

  @Test func theNearestNameWins() throws {
    let home = ["HOME": directory.file("home")]
    let xdg = home.merging(["XDG_CONFIG_HOME": directory.file("xdg")]) { $1 }
    let named = xdg.merging(["COACH_CONFIG": directory.file("named.yaml")]) { $1 }
    #expect(try retries(nil, [:]) == Configuration.defaultRetries)
    #expect(try retries(nil, home) == 2)
    #expect(try retries(nil, xdg) == 1)
    #expect(try retries(nil, named) == 3)
    #expect(try retries(directory.file("other.yaml"), named) == 4)
  }

  @Test func aFileThatIsNamedMustBeThere() throws {
    let missing = directory.file("none.yaml")
    for (option, variables) in [(missing, [:]), (nil, ["COACH_CONFIG": missing])] {
      #expect(
        throws: StageFailure(.configuration, "\(missing): there is no such file")
      ) {
        try retries(option, variables)
      }
    }
    // At the default place there need not be one.
    #expect(try retries(nil, ["HOME": missing]) == Configuration.defaultRetries)
  }

  @Test func whatIsNoFileOfTextIsRefused() throws {
    #expect {
      try retries(directory.path, [:])
    } throws: {
      ($0 as? StageFailure)?.status == .configuration
    }
    let binary = try directory.write("binary", [0xFF, 0xFE, 0x00])
    #expect(throws: StageFailure(.configuration, "\(binary): the file is not UTF-8")) {
      try retries(binary, [:])
    }
    let long = try directory.write("long", [UInt8](repeating: 0x23, count: (1 << 20) + 1))
    #expect(throws: StageFailure(.configuration, "\(long): the file has more than 1048576 bytes")) {
      try retries(long, [:])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func aFileThatNobodyMayReadIsNotPassedOver() throws {
    chmod(directory.file("xdg/coach/config.yaml"), 0)
    #expect {
      try retries(nil, ["XDG_CONFIG_HOME": directory.file("xdg")])
    } throws: {
      ($0 as? StageFailure)?.status == .configuration
    }
  }
}
