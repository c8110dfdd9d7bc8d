import CoachJSONL
import CoachLanguage
import CoachProvider
import Dispatch
import Synchronization

/// Asks a model about the turns that the rules leave undecided.
///
/// A decision is needed before the next turn of the session is looked at, so the filter waits for it:
/// one call at a time, on the thread of the stage loop, which nobody else needs.
struct SecondOpinion {
  /// What a model was asked about, and what it said.
  struct Answer {
    /// What is decided now; nil where the rules' decision stands.
    var scope: Scope?
    var runs: [PromptRun]
  }

  let classifier: any TurnClassifier

  /// - Parameter activeFocusIds: what the user works on; empty: any focus may be meant.
  func answer(
    on turn: FilterTurn, userId: String?, activeFocusIds: [String], focuses: FocusBook
  ) -> Answer {
    let request = ClassificationRequest(
      turn: turn.turn, focuses: Self.focuses(activeFocusIds, known: focuses), userId: userId,
      sessionId: turn.sessionId, requestId: turn.requestId)
    let answer = wait { [classifier] in await classifier.classify(request) }
    // A model that cannot be asked leaves the turn to the rules: its attempts say so.
    guard case .success(let verdict) = answer.value, !verdict.triggers.isEmpty else {
      return Answer(runs: answer.runs)
    }
    return Answer(
      scope: Scope(
        kind: .interaction, triggers: verdict.triggers, focusIds: verdict.focusIds,
        reason: "a model decided what the rules left open"),
      runs: answer.runs)
  }

  private static func focuses(_ active: [String], known: FocusBook) -> [Focus] {
    let catalog = DefaultFocus.catalog.map {
      Focus(id: $0.id, title: $0.title, description: $0.description)
    }
    guard !active.isEmpty else { return catalog }
    return active.map { id in
      known.focus(id) ?? catalog.first { $0.id == id } ?? Focus(id: id, title: id)
    }
  }

  private func wait<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let result = Pending<Value>()
    Task.detached { result.fill(await work()) }
    return result.take()
  }

  /// A value that another thread will bring.
  private final class Pending<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func fill(_ value: Value) {
      self.value.withLock { $0 = value }
      isThere.signal()
    }

    func take() -> Value {
      while true {
        isThere.wait()
        if let value = value.withLock({ $0 }) { return value }
      }
    }
  }
}
