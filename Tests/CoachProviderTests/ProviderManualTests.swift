import CoachJSONL
import CoachProvider
import TestSupport
import Testing

/// `man/coach-provider.7` says what the code does.
@Suite struct ProviderManualTests {
  static func page() throws -> String {
    String(decoding: try Package.contents("man/coach-provider.7"), as: UTF8.self)
  }

  /// The items of the lists in a section.
  static func items(_ section: String) throws -> [String] {
    let text = try #require(
      page().split(separator: ".Sh ").first { $0.hasPrefix(section) }, "\(section)")
    return text.split(separator: "\n").filter { $0.hasPrefix(".It ") }.flatMap { line in
      line.split(separator: " ").dropFirst(2).map(String.init)
    }
  }

  @Test func listsTheKindsOfFailure() throws {
    #expect(try Self.items("FAILURES") == ProviderFailure.Kind.allCases.map(\.rawValue))
  }

  @Test func listsTheMembersOfARecording() async throws {
    let directory = try Dir()
    let server = try FaultServer { request in
      request.number == 1 ? GoodAnswer.openAI(["Hi."]) : ServedAnswer([.close])
    }
    let provider = try server.provider(recording: directory.file("r"))
    _ = await Asked(provider)
    _ = await Asked(provider)
    let lines = try String(decoding: directory.read("r"), as: UTF8.self).split(separator: "\n")
    let members = try lines.flatMap { try JSON(parsing: $0).members.map(\.key) }
    let listed = try Self.items("RECORDINGS")
    #expect(Set(members) == Set(listed))
  }

  @Test func listsTheMembersOfARequest() async throws {
    let directory = try Dir()
    let provider = try ExecProvider(
      ModelTarget(
        provider: "exec", modelId: "m",
        location: "cat > '\(directory.file("request"))'; echo '{\"text\":\"x\"}'"),
      environment: ["PATH": "/usr/bin:/bin"])
    var request = ChatRequest.sample(format: .jsonObject)
    request.temperature = 0.5
    #expect(await Asked(provider, request).finish == .stop)
    let document = try JSON(parsing: String(decoding: directory.read("request"), as: UTF8.self))
    let listed = try Self.items("COMMANDS")
    #expect(listed.starts(with: document.members.map(\.key)))
    #expect(
      listed.dropFirst(document.members.count) == ["text", "refusal", "usage", "finish", "error"])
  }
}
