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
      do throws(RecordError) {
        emission.emit(summary(of: review, try await agent.review(review)))
      } catch {
        emission.reject(error, of: review.session, id: review.session.id)
      }
    }
    return emission
  }

  private func summary(of review: SessionReview, _ verdict: ReviewVerdict) -> Assessment {
    let session = review.session
    return Assessment(
      id: Assessment.derivedID(
        userId: session.userId, sessionId: session.id, kind: .sessionSummary, interactionIds: [],
        groupId: nil, focusId: nil, category: .progress, rubricVersion: agent.rubricVersion,
        provider: agent.provider, modelId: agent.modelId),
      userId: session.userId, sessionId: session.id, interactionIds: [], kind: .sessionSummary,
      category: .progress, score: verdict.score, explanationText: verdict.explanationText,
      tags: verdict.tags.isEmpty ? nil : verdict.tags, rubricVersion: agent.rubricVersion,
      provider: agent.provider, modelId: agent.modelId,
      createdAt: session.endTime ?? review.turns.last?.timestamp ?? session.startTime,
      assessedAt: clock.now(), basis: review.basis)
  }
}
