import TestSupport
import Testing

/// What is stored can be judged again by other criteria: the new judgements stand, the old ones are
/// kept, and the two can be compared.
@Suite struct ReassessmentTests {
  let jobs: BackgroundAnalysis

  init() throws { jobs = try BackgroundAnalysis() }

  private func store(_ arguments: String...) -> TestCommand {
    jobs.dir.command("coach-store", arguments + ["--db", "coach.db"])
  }

  private func assessments(_ arguments: String...) throws -> [MirrorAssessment] {
    try RecordLines(
      jobs.dir.command(
        "coach-store", ["query", "assessments", "--db", "coach.db"] + arguments
      ).run().expect(.success)
    ).records(MirrorAssessment.self).filter { $0.kind != "session_summary" }
  }

  @Test func theOldJudgementsAreKeptBesideTheNew() throws {
    let week = try WholePipeline.exampleWeek.get().last.lines
    // The same, as if an earlier rubric had judged, a point lower.
    let earlier = try week.map { line in
      guard try JSON(parsing: line)["type"]?.string == "assessment" else { return line }
      return line.replacing(/"rubricVersion":"[^"]*"/, with: #""rubricVersion":"v0""#)
        .replacing(/"id":"(ass|jdg)_/) { #""id":"\#($0.1)_old_"# }
        .replacing(/"assessedAt":\d+/, with: #""assessedAt":1"#)
        .replacing(/"score":([5-9])(?=[,.])/) { #""score":\#((Int($0.1) ?? 0) - 1)"# }
    }
    try jobs.put(earlier, database: "coach.db")
    let old = try assessments()
    #expect(!old.isEmpty && old.allSatisfy { $0.rubricVersion == "v0" })

    try Pipeline([
      store("query", "interactions", "evaluations", "--since", "2026-01-01", "--with-context"),
      jobs.dir.command("coach-assess"), jobs.dir.command("coach-level"), store(),
    ]).run().expectSuccess()

    let new = try assessments()
    #expect(new.count == old.count)
    #expect(new.allSatisfy { $0.rubricVersion != "v0" })
    #expect(try assessments("--all-versions").count == old.count + new.count)
    let rubric = try #require(new.first?.rubricVersion)
    let compared = try store("compare", "--rubric", "v0", "--rubric", rubric).run()
      .expect(.success).lines.map { try JSON(parsing: $0) }
    let all = try #require(compared.last)
    #expect(all["focusId"] == nil)
    let scored = new.filter { $0.score != nil }
    #expect(all["pairs"]?.double == Double(scored.count))
    // A point for each of those that were lowered.
    let lowered = zip(
      old.sorted { $0.key < $1.key }, new.sorted { $0.key < $1.key }
    ).filter { $0.0.score != $0.1.score }.count
    let shift = try #require(all["shift"]?.double)
    #expect(abs(shift - Double(lowered) / Double(scored.count)) < 0.001)
  }
}

extension MirrorAssessment {
  /// What it is of, whoever judged.
  fileprivate var key: String {
    "\(interactionIds) \(kind) \(category) \(focusId ?? "") \(groupId ?? "")"
  }
}
