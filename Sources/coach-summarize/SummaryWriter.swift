import CoachJSONL
import CoachProvider

/// Turns reviews into session summaries.
struct SummaryWriter: Sendable {
  let agent: any ReviewAgent
  let clock: WallClock

  /// The summary of each review, or a reject where none could be made.
  func emission(for reviews: [SessionReview]) async -> Emission {
    var emission = Emission()
    for review in reviews {
      let answer = await agent.review(review)
      for run in answer.runs { emission.emit(run) }
      switch answer.value {
      case .success(let verdict):
        emission.emit(summary(of: review, verdict, by: answer))
      case .failure(let error):
        guard error.code != .cancelled else { continue }
        emission.reject(error, of: review.session, id: review.session.id)
      }
    }
    return emission
  }

  private func summary(
    of review: SessionReview, _ verdict: ReviewVerdict, by answer: AgentAnswer<ReviewVerdict>
  ) -> Assessment {
    let session = review.session
    return Assessment(
      id: Assessment.derivedID(
        userId: session.userId, sessionId: session.id, kind: .sessionSummary, interactionIds: [],
        groupId: nil, focusId: nil, category: .progress, rubricVersion: answer.rubricVersion,
        provider: answer.provider, modelId: answer.modelId),
      userId: session.userId, sessionId: session.id, interactionIds: [], kind: .sessionSummary,
      category: .progress, score: verdict.score, explanationText: verdict.explanationText,
      tags: verdict.tags.isEmpty ? nil : verdict.tags, rubricVersion: answer.rubricVersion,
      provider: answer.provider, modelId: answer.modelId, requestId: answer.requestId,
      createdAt: session.endTime ?? review.turns.last?.timestamp ?? session.startTime,
      assessedAt: clock.now(), basis: review.basis)
  }
}
