import CoachLanguage
import Synchronization

/// Lends text analysers to work that is done side by side: each is used by one at a time, since it
/// keeps a dictionary and caches of its own.
final class AnalyzerPool: Sendable {
  /// An analyser on its way between two users.
  private struct Idle: @unchecked Sendable {
    let analyzer: TextAnalyzer
  }

  private let idle = Mutex<[Idle]>([])

  func withAnalyzer<Result>(_ body: (TextAnalyzer) -> Result) -> Result {
    let analyzer = idle.withLock { $0.popLast() }?.analyzer ?? TextAnalyzer()
    defer { idle.withLock { $0.append(Idle(analyzer: analyzer)) } }
    return body(analyzer)
  }
}
