import CoachJSONL

/// How one focus went in the course of a session.
struct FocusCourse {
  let focusId: String
  let title: String
  /// In the order of practice.
  let scores: [Double]

  var mean: Double { scores.reduce(0, +) / Double(scores.count) }

  /// The mean of the first half of the scores.
  var early: Double { Self.mean(scores.prefix((scores.count + 1) / 2)) }

  /// The mean of the second half of the scores.
  var late: Double { Self.mean(scores.suffix((scores.count + 1) / 2)) }

  /// From the first half to the second; 0 where there are too few scores to say.
  var movement: Double { scores.count < 4 ? 0 : late - early }

  /// One course for each focus that was scored, by id.
  static func courses(of assessments: [Assessment], titles: [String: String]) -> [FocusCourse] {
    let scored = assessments.filter { $0.category == .progress && $0.score != nil }
    return Dictionary(grouping: scored) { $0.focusId ?? "" }
      .filter { !$0.key.isEmpty }
      .sorted { $0.key < $1.key }
      .map { focusId, assessments in
        FocusCourse(
          focusId: focusId, title: titles[focusId] ?? focusId,
          scores: assessments.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
            .compactMap(\.score))
      }
  }

  private static func mean(_ scores: some Collection<Double>) -> Double {
    scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
  }
}

/// How often one error was made in a session, and whether it became rarer.
struct ErrorTally {
  enum Trend {
    case rarer
    case steady
    case commoner

    var words: String {
      switch self {
      case .rarer: ", less towards the end"
      case .steady: ""
      case .commoner: ", more towards the end"
      }
    }
  }

  let key: String
  let focusId: String?
  let count: Int
  let weight: Int
  let trend: Trend
  /// The message and the suggestion of the last one.
  let advice: String

  /// What it is called to the learner.
  var name: String { ErrorTitle.of(key) }

  /// By how often and how grave, then by key.
  static func tallies(of assessments: [Assessment]) -> [ErrorTally] {
    let times = assessments.map(\.createdAt)
    let middle = ((times.min() ?? 0) + (times.max() ?? 0)) / 2
    let occurrences = assessments.flatMap { assessment in
      (assessment.errors ?? []).map { (error: $0, of: assessment) }
    }
    return Dictionary(grouping: occurrences, by: \.error.key).map { key, found in
      let early = found.count { $0.of.createdAt <= middle }
      let last = found.max { ($0.of.createdAt, $0.of.id) < ($1.of.createdAt, $1.of.id) }
      return ErrorTally(
        key: key, focusId: last?.of.focusId, count: found.count,
        weight: found.reduce(0) { $0 + $1.error.severity.weight },
        trend: trend(early: early, late: found.count - early), advice: last?.error.message ?? "")
    }
    .sorted { ($1.weight, $0.key) < ($0.weight, $1.key) }
  }

  private static func trend(early: Int, late: Int) -> Trend {
    guard early + late >= 3 else { return .steady }
    return early >= 2 * max(late, 1) ? .rarer : late >= 2 * max(early, 1) ? .commoner : .steady
  }
}
