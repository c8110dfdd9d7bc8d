import CoachJSONL
import CoachLanguage
import CoachProvider

/// What is known of the learners: focuses, levels, the last errors.
struct LearnerBook {
  private struct Page {
    /// By focus: the choices that the stages behind have not seen, as they came.
    var choiceLines: [String: [UInt8]] = [:]
    var levels: [String: Level] = [:]
    /// Newest first.
    var errors: [(createdAt: Int64, error: LanguageError)] = []
    var isIntroduced = false
  }

  private static let mostErrors = 5

  /// The focuses of `--focus`, which go before a learner's own.
  private let narrowed: [String]
  private var book = FocusBook()
  /// By focus: those that the stages behind have not seen, as they came.
  private var focusLines: [String: [UInt8]] = [:]
  private var pages: [String: Page] = [:]

  /// - Parameter focusIds: the focuses of every learner, whatever the records say; empty: none.
  init(focusIds: [String] = []) {
    narrowed = focusIds
  }

  /// Takes a focus, a choice of focus, a level or an error in; other records are nothing to it.
  ///
  /// - Parameter isContext: whether the record comes from `--context`, and the stages behind have
  ///   yet to be told of it.
  /// - Throws: `RecordError` where the record breaks the contract.
  mutating func note(_ record: borrowing Record, isContext: Bool) throws(RecordError) {
    switch record.type {
    case .focus:
      let focus = try Focus(record)
      book.take(focus)
      focusLines[focus.id] = isContext ? record.copy() : nil
    case .userFocus:
      let choice = try UserFocus(record)
      guard book.take(choice) else { return }
      pages[choice.userId, default: Page()].choiceLines[choice.focusId] =
        isContext ? record.copy() : nil
    case .level:
      let level = try Level(record)
      let known = pages[level.userId]?.levels[level.focusId]?.updatedAt ?? .min
      guard level.updatedAt >= known else { return }
      pages[level.userId, default: Page()].levels[level.focusId] = level
    case .assessment where isContext:
      note(try Assessment(record))
    default:
      break
    }
  }

  private mutating func note(_ assessment: Assessment) {
    guard assessment.category == .error, let errors = assessment.errors, !errors.isEmpty else {
      return
    }
    var page = pages[assessment.userId] ?? Page()
    page.errors.append(contentsOf: errors.map { (assessment.createdAt, $0) })
    page.errors.sort { ($1.createdAt, $0.error.key) < ($0.createdAt, $1.error.key) }
    page.errors.removeLast(max(0, page.errors.count - Self.mostErrors))
    pages[assessment.userId] = page
  }

  /// What an agent may know of a learner.
  func learner(_ userId: String) -> ChatLearner {
    let page = pages[userId] ?? Page()
    let chosen = book.activeFocusIds(of: userId)
    let focuses = (narrowed.isEmpty ? chosen : narrowed).prefix(3).map { id in
      focus(id, level: page.levels[id]?.level)
    }
    return ChatLearner(focuses: focuses, recentErrors: page.errors.map(\.error))
  }

  private func focus(_ id: String, level: Int?) -> ChatFocus {
    if let focus = book.focus(id) {
      return ChatFocus(
        id: id, title: focus.title, description: focus.description, level: level)
    }
    let known = DefaultFocus.catalog.first { $0.id == id }
    return ChatFocus(
      id: id, title: known?.title ?? id, description: known?.description, level: level)
  }

  /// The lines by which the stages behind learn of a user's focuses, byte for byte as they came;
  /// none a second time.
  mutating func introduction(of userId: String) -> [[UInt8]] {
    guard let page = pages[userId], !page.isIntroduced else { return [] }
    pages[userId]?.isIntroduced = true
    let chosen = page.choiceLines.keys.sorted()
    return chosen.compactMap { focusLines[$0] } + chosen.compactMap { page.choiceLines[$0] }
  }
}
