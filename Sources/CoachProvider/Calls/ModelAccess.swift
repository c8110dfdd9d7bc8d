import Synchronization

/// Which models need not be asked again, as their answers have shown: a wrong key stays wrong for
/// the whole run, and an account without money is left alone for a minute.
final class ModelAccess: Sendable {
  private struct Refusal {
    let failure: ProviderFailure
    /// Milliseconds of the steady clock; nil for ever.
    let until: Int64?
  }

  /// Milliseconds.
  private static let patience: Int64 = 60_000

  private let refusals = Mutex<[String: Refusal]>([:])

  /// Why a model need not be asked now; nil where it may be.
  func refusal(of model: ModelChain.Model, now: Int64) -> ProviderFailure? {
    refusals.withLock { refusals in
      guard let refusal = refusals[Self.name(model)] else { return nil }
      if let until = refusal.until, until <= now {
        refusals[Self.name(model)] = nil
        return nil
      }
      return refusal.failure
    }
  }

  /// Takes note of a failure.
  func note(_ failure: ProviderFailure, of model: ModelChain.Model, now: Int64) {
    let until: Int64?
    switch failure.kind {
    case .notAuthorised, .configuration, .notFound: until = nil
    case .quotaExceeded: until = now + Self.patience
    default: return
    }
    refusals.withLock { $0[Self.name(model)] = Refusal(failure: failure, until: until) }
  }

  private static func name(_ model: ModelChain.Model) -> String {
    "\(model.provider.server)\n\(model.provider.modelId)"
  }
}
