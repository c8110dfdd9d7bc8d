import CoachJSONL
import GRDB

/// What an assessment is of, as a number that the versions of one judgement share.
enum Subject {
  case turn(Int64)
  case group(Int64)
  case session(Int64)
  case turnList(Int64)

  /// The key of the row that it is, and which table that is in.
  var number: Int64 {
    switch self {
    case .turn(let key): 4 * key
    case .group(let key): 4 * key + 1
    case .session(let key): 4 * key + 2
    case .turnList(let key): 4 * key + 3
    }
  }
}

/// Finds the subject of an assessment: the same kind and turns, or the same group (contract §2).
///
/// Turns that were judged both with a group and without, or in two groups, get one subject by way
/// of aliases.
final class SubjectIndex {
  private let db: Database
  private let find: PreparedStatement
  private let findAny: PreparedStatement
  private let alias: PreparedStatement
  private let moveAliases: PreparedStatement
  private let moveAssessments: PreparedStatement
  private let findTurns: PreparedStatement
  private let addTurns: PreparedStatement
  /// Whether there is any alias; nil until it is asked for.
  private var hasAliases: Bool?

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    self.db = db
    find = try PreparedStatement("SELECT subject FROM subject_alias WHERE alias = ?", on: db)
    findAny = try PreparedStatement("SELECT 1 FROM subject_alias LIMIT 1", on: db)
    alias = try PreparedStatement(
      "INSERT INTO subject_alias (alias, subject) VALUES (?, ?)", on: db)
    moveAliases = try PreparedStatement(
      "UPDATE subject_alias SET subject = ? WHERE subject = ?", on: db)
    moveAssessments = try PreparedStatement(
      "UPDATE assessment SET subject = ? WHERE subject = ?", on: db)
    findTurns = try PreparedStatement("SELECT pk FROM turn_list WHERE turns = ?", on: db)
    addTurns = try PreparedStatement("INSERT INTO turn_list (turns) VALUES (?)", on: db)
  }

  /// The number of what an assessment is of.
  ///
  /// - Parameters:
  ///   - turns: the keys of its turns.
  ///   - group: the key of its evaluation; nil where it has no group.
  ///   - session: the key of its session.
  ///   - merging: called with the one that remains where two subjects turn out to be one, before
  ///     the stored assessments of the other move to it.
  /// - Throws: `DatabaseError`, and what `merging` throws.
  func subject(
    of assessment: Assessment, turns: [Int64], group: Int64?, session: Int64,
    merging: (_ subject: Int64) throws -> Void
  ) throws -> Int64 {
    let own: Subject =
      switch assessment.kind {
      case .sessionSummary: .session(session)
      case .multiTurn: .turnList(try key(ofTurns: assessment.interactionIds))
      case .interaction: .turn(turns.first ?? 0)
      }
    let byTurns = try root(of: own)
    guard assessment.kind != .sessionSummary, let group else { return byTurns }
    let byGroup = try root(of: .group(group))
    if byTurns != byGroup {
      try merging(byGroup)
      try moveAliases.run(.integer(byGroup), .integer(byTurns))
      try moveAssessments.run(.integer(byGroup), .integer(byTurns))
      try alias.run(.integer(byTurns), .integer(byGroup))
      hasAliases = true
    }
    return byGroup
  }

  /// The number that stands for a subject.
  ///
  /// - Throws: `DatabaseError`.
  func root(of subject: Subject) throws -> Int64 {
    let number = subject.number
    if hasAliases == nil { hasAliases = try findAny.first { _ in true } ?? false }
    guard hasAliases == true else { return number }
    return try find.first(.integer(number)) { $0.integer(0) ?? number } ?? number
  }

  /// Forgets whether there are aliases: between two transactions another process may make some.
  func forget() { hasAliases = nil }

  private func key(ofTurns ids: [String]) throws -> Int64 {
    // No id has a line feed in it.
    let turns = SQLValue.text(ids.joined(separator: "\n"))
    if let key = try findTurns.first(turns, of: { $0.integer(0) ?? 0 }) { return key }
    try addTurns.run(turns)
    return db.lastInsertedRowID
  }
}
