import CoachJSONL
import CoachProvider

/// What a judgement is of.
struct JudgementSubject {
  var userId: String
  var sessionId: String
  /// The turns to score, in order.
  var turns: [Turn]
  var context: [Turn] = []
  /// The evaluation's id.
  var groupId: String?
  var task: String?
  var requestId: String?
  /// The focuses that the filter saw an attempt at.
  var focusIds: [String] = []
}

/// Turns a verdict into the records of one judgement (contract §2): for each focus judged one
/// progress record, and an error record for each focus in which errors were found.
struct JudgementWriter: Sendable {
  private let template: Assessment
  private let turnIds: [String]
  /// The focuses that the judgement is narrowed to; nil where it is not.
  private let focusIds: [String]?

  /// - Parameter answer: says who judged, and by which criteria.
  init(
    subject: JudgementSubject, answer: AgentAnswer<AssessmentVerdict>, narrowedTo: [String]?
  ) {
    turnIds = subject.turns.map(\.id)
    focusIds = narrowedTo
    template = Assessment(
      id: "", userId: subject.userId, sessionId: subject.sessionId, interactionIds: turnIds,
      kind: turnIds.count == 1 ? .interaction : .multiTurn, category: .progress,
      explanationText: "", groupId: subject.groupId, rubricVersion: answer.rubricVersion,
      provider: answer.provider, modelId: answer.modelId,
      requestId: subject.requestId ?? answer.requestId,
      createdAt: subject.turns.map(\.timestamp).max() ?? 0)
  }

  /// - Parameter assessedAt: the wall clock, milliseconds since 1970-01-01 UTC.
  func assessments(of verdict: AssessmentVerdict, assessedAt: Int64) -> [Assessment] {
    let reported = verdict.errors.filter { errors in
      !errors.errors.isEmpty && focusIds?.contains(errors.focusId) != false
    }
    let judgement = Judgement(
      id: judgementId, records: verdict.progress.count + reported.count, focusIds: focusIds)
    let progress = verdict.progress.map { verdict in
      var record = self.record(.progress, on: verdict.focusId)
      record.score = verdict.score
      record.explanationText = verdict.explanationText
      record.tags = verdict.tags.isEmpty ? nil : verdict.tags
      return record
    }
    let errors = reported.map { found in
      var record = self.record(.error, on: found.focusId)
      record.explanationText = found.explanationText
      record.errors = found.errors.map(placed)
      record.tags = found.tags.isEmpty ? nil : found.tags
      return record
    }
    return (progress + errors).map { record in
      var record = record
      record.assessedAt = assessedAt
      record.judgement = judgement
      return record
    }
  }

  private func record(_ category: Assessment.Category, on focusId: String) -> Assessment {
    var record = template
    record.category = category
    record.focusId = focusId
    record.id = Assessment.derivedID(
      userId: record.userId, sessionId: record.sessionId, kind: record.kind,
      interactionIds: record.interactionIds, groupId: record.groupId, focusId: focusId,
      category: category, rubricVersion: record.rubricVersion, provider: record.provider,
      modelId: record.modelId)
    return record
  }

  /// Where there is one turn, an error need not say in which it stands.
  private func placed(_ error: LanguageError) -> LanguageError {
    var error = error
    if template.kind == .interaction { error.interactionId = nil }
    return error
  }

  /// The same for the same turns, criteria and judge: it is `assessedAt` that tells two judgements
  /// apart, so that a second run over the same input changes nothing else.
  private var judgementId: String {
    DerivedID.judgement.from { json in
      json.value(template.userId)
      json.value(template.sessionId)
      json.value(template.kind.rawValue)
      json.array { for id in turnIds { $0.value(id) } }
      json.value(template.groupId)
      json.value(template.rubricVersion)
      json.value(template.provider)
      json.value(template.modelId)
      json.value(focusIds?.sorted().joined(separator: "\n"))
    }
  }
}
