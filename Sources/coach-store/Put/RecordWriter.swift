import CoachJSONL
import GRDB

/// Writes records of all types to the database, within transactions that somebody else ends.
final class RecordWriter {
  private let db: Database
  private let keys: Keys
  private let learners: LearnerWriter
  private let userFocuses: UserFocusWriter
  private let sessions: SessionWriter
  private let interactions: InteractionWriter
  private let evaluations: EvaluationWriter
  private let assessments: AssessmentWriter
  private let levels: LevelWriter
  private let runs: RunWriter
  private let rejects: RejectWriter
  private let others: OtherWriter
  private var outcomes = Tally()

  /// - Throws: `DatabaseError`.
  init(on db: Database) throws {
    self.db = db
    let parser = try RecordParser(name: "database")
    keys = try Keys(on: db)
    learners = try LearnerWriter(on: db)
    userFocuses = try UserFocusWriter(keys: keys, parser: parser, on: db)
    sessions = try SessionWriter(keys: keys, parser: parser, on: db)
    interactions = try InteractionWriter(keys: keys, parser: parser, on: db)
    evaluations = try EvaluationWriter(keys: keys, on: db)
    levels = try LevelWriter(keys: keys, parser: parser, on: db)
    assessments = try AssessmentWriter(keys: keys, levels: levels, on: db)
    runs = try RunWriter(keys: keys, on: db)
    rejects = try RejectWriter(parser: parser, on: db)
    others = try OtherWriter(on: db)
  }

  /// Puts a record, in a transaction that is begun where there is none.
  ///
  /// - Throws: `RecordError` where the record breaks a rule, `DatabaseError`, `StageFailure`.
  func put(_ record: borrowing Record) throws {
    try begin()
    do {
      // The texts are kept as bytes; half an emoji in one of them is no reason to lose a turn.
      let type = record.type
      let outcome = try record.repairingText { try write($0) }
      if let outcome { outcomes.add(type, outcome) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw RecordError(.invalidRecord, "breaks a rule of the database: \(error.message ?? "")")
    }
  }

  /// Puts assessments, in a transaction that is begun where there is none.
  ///
  /// - Throws: `DatabaseError`, `StageFailure`.
  func put(_ block: [IncomingAssessment]) throws {
    try begin()
    for assessment in block { try assessments.put(assessment) }
  }

  private func begin() throws {
    if !db.isInsideTransaction { try db.beginTransaction(.immediate) }
  }

  /// Works out what stands and the levels, and ends the transaction: all of it is on the disk then.
  ///
  /// - Returns: what became of its records.
  /// - Throws: `DatabaseError`, `StageFailure`.
  @discardableResult
  func commit() throws -> Tally {
    guard db.isInsideTransaction else { return Tally() }
    outcomes.add(try assessments.settle())
    try levels.settle()
    try db.commit()
    keys.forget()
    assessments.forget()
    defer { outcomes = Tally() }
    return outcomes
  }

  /// What became of a record; nil for one that is held back.
  private func write(_ record: borrowing Record) throws -> Outcome? {
    switch record.type {
    case .user: return try learners.putUser(record)
    case .focus: return try learners.putFocus(record)
    case .userFocus: return try userFocuses.put(record)
    case .session: return try sessions.put(record)
    case .interaction: return try interactions.put(record)
    case .evaluation: return try evaluations.put(record)
    case .assessment: try assessments.put(IncomingAssessment(record))
    case .level: return try levels.put(record)
    case .promptRun: return try runs.put(record)
    case .reject: return try rejects.put(record)
    case .message, nil: return try others.put(record)
    }
    return nil
  }
}
