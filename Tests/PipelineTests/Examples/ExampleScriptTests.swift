import TestSupport
import Testing

/// The scripts of examples/ do what their heads say.
@Suite(.enabled(if: Shell.has("jq") && Shell.has("flock"), "jq or flock is not installed"))
struct ExampleScriptTests {
  var shell: Shell
  let examples = "\(Package.root)/examples"
  let messages = Input.file("\(Package.root)/examples/conversation.jsonl")

  init() throws { shell = try Shell(in: try Dir()) }

  @Test func theWeekIsShown() throws {
    let result = try shell.run("\(examples)/week.sh").expect(.success)
    for heading in ["Her levels by focus:", "Her top errors:", "The review of her last session:"] {
      #expect(result.lines.contains(heading))
    }
    #expect(result.text.contains("focus_grammar"), "\(result)")
  }

  @Test func theLiveChatIsStoredAsItGoes() throws {
    try shell.run("\(examples)/live-chat.sh", messages).expect(.success)
    let journal = try RecordLines(shell.run("cat coach.journal.jsonl").lines)
    try journal.checkAll()
    let turns = try stored("interactions")
    #expect(journal.ofType("interaction").map(\.id) == turns.map(\.id))
    #expect(turns.count == (try WholePipeline.messages().count))
    #expect(try stored("assessments --kind session_summary").count == 3)
    // The next one goes on with the levels that this one left.
    try shell.run("\(examples)/live-chat.sh", .lines(["I have two question today."]))
      .expect(.success)
    #expect(try stored("sessions").count == 4)
  }

  @Test mutating func theLiveChatOutlivesItsAnalysis() throws {
    try shell.replace("coach-assess", by: "head -c 1 > /dev/null; exit 70\n")
    let result = try shell.run("\(examples)/live-chat.sh", messages)
    #expect(result.exit == .status(70), "\(result)")
    let count = try WholePipeline.messages().count
    #expect(try stored("interactions").count == count)
    let journal = try RecordLines(shell.run("cat coach.journal.jsonl").lines)
    #expect(journal.ofType("interaction").count == count)
  }

  @Test func oneStageIsLookedAtAndNothingStored() throws {
    try storeWeek()
    let before = try shell.run("coach-store query all --all-versions").expect(.success).text
    let session = try #require(try stored("sessions").last?.id)
    let result = try shell.run("\(examples)/debug-stage.sh \(session)").expect(.success)
    let turns = try stored("interactions --session \(session)")
    let rows = result.lines.dropFirst().prefix { !$0.isEmpty }
    #expect(rows.count == turns.count)
    let evaluations = try stored("evaluations --session \(session)")
    for evaluation in evaluations { #expect(result.text.contains("\(evaluation.id): ")) }
    #expect(try shell.run("coach-store query all --all-versions").text == before)
  }

  @Test func aLearnerIsStudied() throws {
    try storeWeek()
    let result = try shell.run("\(examples)/study.sh u_mara --since 2026-01-06").expect(.success)
    let summaries = try stored("assessments --kind session_summary --since 2026-01-06")
    #expect(summaries.count == 2)
    // Folded to the width of a page.
    let words = result.text.filter { !$0.isWhitespace }
    for summary in summaries {
      let text = try #require(summary.json["explanationText"]?.string)
      #expect(words.contains(text.filter { !$0.isWhitespace }))
    }
    let scores = try stored("assessments --category progress --since 2026-01-06")
      .filter { $0.json["focusId"]?.string == "focus_grammar" && $0.json["score"]?.double != nil }
    #expect(
      result.lines.contains { $0.contains(#/^focus_grammar +2026-W02 +\d+ /#) },
      "\(scores.count) scores\n\(result)")
    try shell.run("\(examples)/study.sh").expect(.status(1))
  }

  @Test mutating func anArchiveIsJudgedAgainInSpiteOfAKill() throws {
    try storeWeek()
    let undisturbed = try stored("assessments")
      .filter { $0.json["kind"]?.string != "session_summary" }
    // An archive that nobody has judged, whose second session ends in a failure.
    try shell.run(
      "coach-store query sessions interactions evaluations --with-context > archive.jsonl && "
        + "coach-store --db archive.db archive.jsonl"
    ).expect(.success)
    shell.environment["COACH_DB"] = shell.dir.file("archive.db")
    let real = "\(Package.products)/coach-level"
    var failing = shell
    try failing.replace(
      "coach-level",
      by: "n=$(($(cat count 2>/dev/null) + 1)); echo $n > count\n"
        + "if [ $n -eq 2 ]; then head -n 20 > /dev/null; kill -9 $$; fi\nexec \(real) \"$@\"\n")
    let killed = try failing.run("\(examples)/reassess.sh")
    #expect(killed.exit == .status(137), "\(killed)")
    #expect(killed.diagnostics.contains("1 of 3 sessions"), "\(killed)")

    let resumed = try shell.run("\(examples)/reassess.sh").expect(.success)
    #expect(!resumed.diagnostics.contains("1 of 3"), "\(resumed)")
    #expect(resumed.diagnostics.contains("reassess: done, 3 sessions"))
    #expect(try rows("assessments") == Set(undisturbed.map(\.text)))
    let again = try shell.run("\(examples)/reassess.sh").expect(.success)
    #expect(again.diagnosticLines == ["reassess: done, 3 sessions"])
    // Another job: other options of coach-assess.
    let other = try shell.run("\(examples)/reassess.sh --since 2026-01-09 -- --focus focus_tone")
    #expect(other.expect(.success).diagnostics.contains("1 of 1 sessions"))
  }

  @Test func anArchiveThatWasNeverFilteredIsJudged() throws {
    try shell.run(
      "coach-chat --context \(examples)/context.jsonl | coach-store", messages
    ).expect(.success)
    #expect(try stored("assessments evaluations").isEmpty)
    let result = try shell.run("\(examples)/reassess.sh").expect(.success)
    #expect(result.diagnostics.contains("reassess: done, 3 sessions"), "\(result)")
    let turns = Set(
      try stored("assessments").flatMap { $0.json["interactionIds"]?.elements ?? [] }
        .compactMap(\.string))
    let evaluations = try stored("evaluations")
    #expect(!evaluations.isEmpty)
    for turn in try stored("interactions --kind interaction") {
      #expect(turns.contains(turn.id))
    }
    for evaluation in evaluations {
      let scored = evaluation.json["interactionIds"]?.elements.compactMap(\.string) ?? []
      #expect(turns.isSuperset(of: scored), "\(evaluation.text)")
    }
  }

  @Test func anArchiveWithNothingToJudgeIsSaidToBeOne() throws {
    try shell.run("coach-chat --user u_1 | coach-store", .lines(["Hi.", "Ok."])).expect(.success)
    for _ in 1...2 {
      let result = try shell.run("\(examples)/reassess.sh").expect(.status(1))
      #expect(result.diagnostics.contains("reassess: nothing was judged: coach-filter"))
      #expect(!result.diagnostics.contains("done"), "\(result)")
    }
    let none = try shell.run("\(examples)/reassess.sh --user u_2").expect(.status(1))
    #expect(none.diagnostics.contains("reassess: nothing was judged: no session"))
  }

  @Test(.enabled(if: Shell.has("parallel"), "GNU parallel is not installed"))
  func manyProcessesGiveTheBytesOfOne() throws {
    try storeWeek()
    try shell.run(
      "coach-store query context > context.jsonl && coach-store query sessions interactions | "
        + "jq -c 'del(.scope)' > week.jsonl && for i in 1 2 3 4 5; do "
        + #"sed -E "s/\"(sess|int)_/\"\1_${i}/g" week.jsonl; done > archive.jsonl"#
    ).expect(.success)
    let one = try shell.run(
      "CONTEXT=context.jsonl JOBS=1 \(examples)/parallel.sh archive.jsonl > one")
    one.expect(.success)
    let many = try shell.run(
      "CONTEXT=context.jsonl JOBS=3 BLOCK=8k \(examples)/parallel.sh < archive.jsonl > many")
    many.expect(.success)
    // Several processes were at work: each said something of its own.
    #expect(try shell.dir.read("one").count > 100_000)
    #expect(try shell.dir.read("many") == shell.dir.read("one"))
  }

  @Test mutating func aProcessThatFailsFailsTheWhole() throws {
    guard Shell.has("parallel") else { return }
    try storeWeek()
    try shell.replace("coach-assess", by: "cat > /dev/null; exit 69\n")
    let result = try shell.run(
      "coach-store query sessions interactions | JOBS=2 \(examples)/parallel.sh")
    #expect(result.exit != .success, "\(result)")
  }

  /// The example week through the live pipeline into the shell's database.
  private func storeWeek() throws {
    let context = "--context \(examples)/context.jsonl"
    try shell.run(
      "coach-chat \(context) | coach-store --tee | coach-filter | coach-assess | "
        + "coach-summarize | coach-level | coach-store", messages
    ).expect(.success)
  }

  private func stored(_ query: String) throws -> [RecordLines.Line] {
    try RecordLines(shell.run("coach-store query \(query)").expect(.success)).lines
  }

  private func rows(_ query: String) throws -> Set<String> {
    Set(try stored(query).map(\.text))
  }
}
