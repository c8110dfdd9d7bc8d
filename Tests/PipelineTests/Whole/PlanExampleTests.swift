import TestSupport
import Testing

/// The JSON examples of the plan (§4 and §9.4), as they are written there: no `type`, set in lines.
@Suite struct PlanExampleTests {
  let dir: Dir

  init() throws { dir = try Dir() }

  static let interactionAssessment = """
    {
      "id": "ass_1",
      "userId": "u_1",
      "sessionId": "sess_1",
      "interactionIds": ["int_9"],
      "focusId": "focus_assertiveness",
      "kind": "interaction",
      "category": "error",
      "score": null,
      "explanationText": "Past tense error.",
      "errors": [
        {"key": "past_tense", "message": "Use 'went'.", "severity": "low", "suggestion": "I went..."}
      ],
      "createdAt": 1692453123456
    }
    """

  static let multiTurnAssessments = """
    [
      {
        "id": "ass_2a",
        "userId": "u_1",
        "sessionId": "sess_1",
        "interactionIds": ["int_8", "int_9", "int_10"],
        "focusId": "focus_assertiveness",
        "kind": "multi_turn",
        "category": "progress",
        "score": 7,
        "explanationText": "Stronger closing ask; fewer hedges.",
        "groupId": "grp_1",
        "createdAt": 1692453124000
      },
      {
        "id": "ass_2b",
        "userId": "u_1",
        "sessionId": "sess_1",
        "interactionIds": ["int_8", "int_9", "int_10"],
        "focusId": "focus_word_choice",
        "kind": "multi_turn",
        "category": "progress",
        "score": 6,
        "explanationText": "Improved precision; avoid 'revert' for 'reply'.",
        "groupId": "grp_1",
        "createdAt": 1692453124500
      }
    ]
    """

  static let sessionSummary = """
    {
      "id": "ass_3",
      "userId": "u_1",
      "sessionId": "sess_1",
      "interactionIds": [],
      "focusId": null,
      "kind": "session_summary",
      "category": "progress",
      "score": 7,
      "explanationText": "Clear structure; next: reduce hedging and refine word choice.",
      "createdAt": 1692453125000
    }
    """

  static let promptRun = """
    {
      "id": "pr_1",
      "requestId": "req_123",
      "userId": "u_1",
      "sessionId": "sess_1",
      "interactionIds": ["int_8", "int_9"],
      "groupId": "grp_1",
      "provider": "openai",
      "modelId": "gpt-4o-mini",
      "rubricVersion": "v1",
      "inputTokens": 1200,
      "outputTokens": 350,
      "latencyMs": 820,
      "costCents": 1.9,
      "status": "ok",
      "createdAt": 1692453123456
    }
    """

  /// The examples as lines of JSON: the breaks of the lines go, and of the array its two elements
  /// stay.
  static func lines() throws -> (assessments: [String], promptRun: String) {
    let both = [interactionAssessment] + elements(of: multiTurnAssessments) + [sessionSummary]
    return (both.map(joined), joined(promptRun))
  }

  private static func joined(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingPrefix(/\ +/) }.joined()
  }

  private static func elements(of array: String) -> [String] {
    array.dropFirst().dropLast().split(separator: "},\n").map { part in
      part.contains("ass_2a") ? part + "}" : String(part)
    }
  }

  @Test(arguments: Stage.all)
  func everyToolTakesThemAsTheyAre(_ stage: Stage) throws {
    let lines = try Self.lines().assessments + [try Self.lines().promptRun]
    let result = try stage.command(in: dir).run(.lines(lines)).expect(.success)
    #expect(result.lines.filter(lines.contains) == lines)
  }

  @Test func theyComeBackFromTheStoreEqual() throws {
    let (assessments, promptRun) = try Self.lines()
    try dir.command("coach-store", "put", "--db", "coach.db").run(.lines(assessments + [promptRun]))
      .expect(.success)
    for (noun, lines) in [("assessments", assessments), ("prompt-runs", [promptRun])] {
      let result = try dir.command("coach-store", "query", noun, "--db", "coach.db").run()
        .expect(.success)
      let found = try RecordLines(result).lines.map { $0.json.removing(["type"]).sorted.compact }
      let expected = try lines.map { try JSON(parsing: $0).sorted.compact }
      #expect(found.sorted() == expected.sorted(), "\(noun)")
    }
  }

  @Test func theyMakeTheLevelsThatTheyMust() throws {
    let result = try dir.command("coach-level", "--only").run(.lines(Self.lines().assessments))
      .expect(.success)
    let levels = try RecordLines(result).records(MirrorLevel.self)
    let byFocus = Dictionary(uniqueKeysWithValues: levels.map { ($0.focusId, $0) })
    #expect(byFocus.mapValues(\.ema) == ["focus_assertiveness": 7, "focus_word_choice": 6])
    #expect(byFocus.mapValues(\.level) == ["focus_assertiveness": 7, "focus_word_choice": 6])
    #expect(levels.allSatisfy { $0.band == "developing" && $0.count == 1 })
  }

  @Test func anArrayIsNoRecord() throws {
    let line = Self.joined(Self.multiTurnAssessments)
    let result = try dir.command("coach-filter").run(.lines([line])).expect(.dataRejected)
    #expect(try MirrorReject.strict(try #require(result.lines.first)).raw == line)
  }
}
