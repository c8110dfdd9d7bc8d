import ArgumentParser

/// The filters of a query.
struct QueryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Records of this user.", valueName: "id"))
  var user: String?

  @Option(help: ArgumentHelp("Records of this session.", valueName: "id"))
  var session: String?

  @Option(help: ArgumentHelp("Records of this focus.", valueName: "id"))
  var focus: String?

  @Option(help: "interaction, multi_turn or session_summary; of interactions: none too.")
  var kind: String?

  @Option(help: "error or progress.")
  var category: String?

  @Option(help: ArgumentHelp("Records of this evaluation.", valueName: "id"))
  var group: String?

  @Option(help: ArgumentHelp("Records of this request.", valueName: "id"))
  var request: String?

  @Option(help: ArgumentHelp("Records by this version of the rubric.", valueName: "version"))
  var rubric: String?

  @Option(help: ArgumentHelp("Records by this provider.", valueName: "name"))
  var provider: String?

  @Option(help: ArgumentHelp("Records by this model.", valueName: "id"))
  var model: String?

  @Option(help: "From this time on (milliseconds, ISO 8601, or how long ago: 7d).")
  var since: Timestamp?

  @Option(help: "Before this time (the same).")
  var until: Timestamp?

  @Option(help: "The last so many of each noun.")
  var last: Int?

  @Flag(
    name: .customLong("all-versions"),
    help: "Assessments that a newer judgement has retired, too.")
  var allVersions = false

  init() {}

  /// What is asked for.
  ///
  /// - Parameter now: the wall clock, milliseconds since 1970-01-01 UTC.
  func filter(now: Int64) -> QueryFilter {
    QueryFilter(
      user: user, session: session, focus: focus, kind: kind, category: category, group: group,
      request: request, rubric: rubric, provider: provider, model: model,
      since: since?.milliseconds(now: now), until: until?.milliseconds(now: now), last: last,
      allVersions: allVersions)
  }

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last must be 1 or more, got \(last)") }
    let kinds = ["interaction", "multi_turn", "session_summary", "none"]
    if let kind, !kinds.contains(kind) {
      throw ValidationError("--kind must be \(kinds.joined(separator: ", "))")
    }
    if let category, category != "error", category != "progress" {
      throw ValidationError("--category must be error or progress")
    }
  }
}
