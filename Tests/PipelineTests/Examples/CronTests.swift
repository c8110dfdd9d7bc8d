import TestSupport
import Testing

/// The crontab and the units of systemd do the background analysis of a chat that only stores.
@Suite(.enabled(if: Shell.has("jq") && Shell.has("flock"), "jq or flock is not installed"))
struct CronTests {
  var shell: Shell
  let folder = "\(Package.root)/examples/cron"

  init() throws {
    var shell = try Shell(in: try Dir())
    // The nightly job asks the machine what day it is.
    shell.environment["COACH_NOW"] = nil
    self.shell = shell
  }

  @Test mutating func theCrontabDoesTheWork() throws {
    try chat()
    // Beside its shell and what it says to the tools, the table has a PATH for a machine.
    for line in try lines("crontab") {
      guard let setting = line.wholeMatch(of: #/([A-Z_]+)=(.*)/#), setting.1 != "PATH" else {
        continue
      }
      shell.environment[String(setting.1)] = String(setting.2)
    }
    let jobs = try crontab()
    #expect(jobs.count == 3)
    for job in jobs { try shell.run(job).expect(.success) }
    try expectDone()
    let mail = try shell.run(try #require(jobs.last)).expect(.success)
    #expect(mail.text.hasPrefix("u_mara: "), "\(mail)")
    #expect(mail.diagnostics.isEmpty)
  }

  @Test func theServicesDoTheWork() throws {
    try chat()
    for service in ["coach-analysis", "coach-reviews"] {
      let unit = try lines("systemd/\(service).service")
      let start = try #require(unit.first { $0.hasPrefix("ExecStart=") }).dropFirst(10)
      try shell.run(String(start)).expect(.success)
    }
    try expectDone()
  }

  @Test(.enabled(if: Shell.has("systemd-analyze"), "systemd is not installed"))
  func systemdFindsNothingWrong() throws {
    let check = "XDG_RUNTIME_DIR=$PWD systemd-analyze verify --user --man=no"
    let result = try shell.run("\(check) \(folder)/systemd/*").expect(.success)
    #expect(result.text.isEmpty && result.diagnostics.isEmpty, "\(result)")
    // And would, if something were.
    let wrong = try shell.run(
      "sed s/NoNewPrivileges/NoNewPrivilege/ \(folder)/systemd/coach-reviews.service > "
        + "coach-reviews.service && \(check) $PWD/coach-reviews.service")
    #expect(!wrong.diagnostics.isEmpty)
  }

  /// The commands of the crontab, as cron would give them to its shell.
  private func crontab() throws -> [String] {
    try lines("crontab").filter { $0.contains(/^[0-9*]/) }.map { line in
      let fields = line.split(separator: " ", maxSplits: 5)
      try #require(fields.count == 6)
      return String(fields[5]).replacing(#"\%"#, with: "%")
    }
  }

  private func lines(_ file: String) throws -> [String] {
    try WholePipeline.lines("examples/cron/\(file)")
  }

  /// A conversation of yesterday, only stored.
  private func chat() throws {
    try shell.run(
      """
      start=$(($(date -d 'yesterday 12:00' +%s) * 1000))
      jq -c --argjson start $start '.timestamp += $start - 1767946505000
        | select(.timestamp >= $start)' \(Package.root)/examples/conversation.jsonl |
        coach-chat --context \(Package.root)/examples/context.jsonl --idle 3650d | coach-store
      """
    ).expect(.success)
  }

  /// Every turn is judged, the session is reviewed, and nothing is left to do.
  private func expectDone() throws {
    let left = try shell.run("coach-store query unassessed").expect(.success)
    #expect(left.lines.isEmpty, "\(left)")
    let summaries = try shell.run("coach-store query assessments --kind session_summary")
    #expect(summaries.expect(.success).lines.count == 1)
    let levels = try shell.run("coach-store query levels").expect(.success)
    #expect(levels.lines.count >= 3, "\(levels)")
  }
}
