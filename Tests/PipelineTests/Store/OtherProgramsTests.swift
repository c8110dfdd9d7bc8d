import Foundation
import FoundationNetworking
import Glibc
import TestSupport
import Testing

/// The database is an interface: SQLite's shell and Datasette open it and find their way.
@Suite struct OtherProgramsTests {
  let dir: Dir

  init() throws {
    dir = try Dir()
    let records = [
      #"{"type":"user","id":"u_1","name":"Mira"}"#,
      #"{"type":"focus","id":"focus_tone","title":"Tone of voice"}"#,
      Sample.turn,
      Sample.assessment(["focusId": #""focus_tone""#, "userId": #""u_1""#, "score": "7"]),
    ]
    try dir.command("coach-store", "put", "--fts", "--db", "coach.db").run(.lines(records))
      .expect(.success)
  }

  @Test func theShellReadsTablesAndViews() throws {
    let views = ["progress", "top_errors", "session_report", "backlog"]
    let sql = ["user", "focus", "interaction", "assessment"].map { "SELECT count(*) FROM \($0);" }
    let counts = try TestCommand("/usr/bin/sqlite3", ["coach.db"] + sql, in: dir).run()
    counts.expect(.success)
    #expect(counts.lines.allSatisfy { (Int($0) ?? 0) > 0 } && counts.lines.count == 4)
    for view in views {
      try TestCommand("/usr/bin/sqlite3", ["coach.db", "SELECT * FROM \(view)"], in: dir).run()
        .expect(.success)
    }
    let score = try TestCommand(
      "/usr/bin/sqlite3",
      ["-json", "coach.db", "SELECT user, focus, score FROM progress"], in: dir
    ).run()
    #expect(score.text == #"[{"user":"u_1","focus":"focus_tone","score":7.0}]"# + "\n")
  }

  @Test func datasetteShowsAPageWithLabels() throws {
    let datasette = "\(Package.root)/.build/peers/bin/datasette"
    try #require(
      FileManager.default.isExecutableFile(atPath: datasette), "Tests/run.sh installs it")
    let port = try freePort()
    let server = try TestCommand(
      datasette, ["coach.db", "--host", "127.0.0.1", "--port", String(port)], in: dir
    ).timeout(120).start()
    defer {
      server.signal(SIGTERM)
      _ = server.finish()
    }
    let page = try #require(read("http://127.0.0.1:\(port)/coach/assessment", within: 90))
    // The names of what the keys stand for, not the keys alone.
    #expect(page.contains("Tone of voice") && page.contains("Mira"))
    #expect(page.contains(#"<a href="/coach/focus/1">Tone of voice</a>"#))
    // The index of words gives a search box.
    #expect(page.contains(#"type="search""#))
    let view = try #require(
      read("http://127.0.0.1:\(port)/coach/progress.json?_shape=array", within: 30))
    #expect(view.contains(#""focus": "focus_tone""#))
  }

  /// A port of the loopback that nobody listens on.
  private func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
      }
    }
    try #require(code)
    return UInt16(bigEndian: address.sin_port)
  }

  /// What a server says, once it is up.
  private func read(_ address: String, within seconds: Double) -> String? {
    guard let url = URL(string: address) else { return nil }
    let deadline = Date() + seconds
    while Date() < deadline {
      if let data = try? Data(contentsOf: url) { return String(decoding: data, as: UTF8.self) }
      usleep(100_000)
    }
    return nil
  }
}
