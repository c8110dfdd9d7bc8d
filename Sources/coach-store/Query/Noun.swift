import ArgumentParser

/// What can be asked for: the words of `coach-store query` (contract §5).
enum Noun: String, CaseIterable {
  case users
  case focuses
  case userFocuses = "user-focuses"
  case sessions
  case interactions
  case evaluations
  case assessments
  case levels
  case promptRuns = "prompt-runs"
  case rejects
  /// What a stage should know first: users, their focuses and levels.
  case context
  /// What the background analysis has still to do.
  case unassessed
  case all

  /// The tables that hold it.
  var tables: [Table] {
    switch self {
    case .users: [.user]
    case .focuses: [.focus]
    case .userFocuses: [.userFocus]
    case .sessions: [.session]
    case .interactions: [.interaction]
    case .evaluations: [.evaluation]
    case .assessments: [.assessment]
    case .levels: [.level]
    case .promptRuns: [.promptRun]
    case .rejects: [.reject]
    case .context: [.user, .focus, .userFocus, .level]
    case .unassessed: []
    case .all: Table.allCases
    }
  }
}

extension Noun: ExpressibleByArgument {
  /// Singular and plural, `-` and `_` are alike.
  init?(argument: String) {
    let word = String(argument.lowercased().map { $0 == "_" ? "-" : $0 })
    let plural = word == "focus" || word == "user-focus" ? word + "es" : word + "s"
    guard let noun = Noun(rawValue: word) ?? Noun(rawValue: plural) else { return nil }
    self = noun
  }
}
