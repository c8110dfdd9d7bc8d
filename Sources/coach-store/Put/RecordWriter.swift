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
  /// - Throws: `RecordError` where the record breaks a rule, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    if !db.isInsideTransaction { try db.beginTransaction(.immediate) }
    do {
      // The texts are kept as bytes; half an emoji in one of them is no reason to lose a turn.
      return try record.repairingText { try write($0) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw RecordError(.invalidRecord, "breaks a rule of the database: \(error.message ?? "")")
    }
  }

  /// Works out the levels and ends the transaction: all of it is on the disk then.
  ///
  /// - Throws: `DatabaseError`.
  func commit() throws {
    guard db.isInsideTransaction else { return }
    try levels.settle()
    try db.commit()
    keys.forget()
  }

  private func write(_ record: borrowing Record) throws -> Outcome {
    switch record.type {
    case .user: try learners.putUser(record)
    case .focus: try learners.putFocus(record)
    case .userFocus: try userFocuses.put(record)
    case .session: try sessions.put(record)
    case .interaction: try interactions.put(record)
    case .evaluation: try evaluations.put(record)
    case .assessment: try assessments.put(record)
    case .level: try levels.put(record)
    case .promptRun: try runs.put(record)
    case .reject: try rejects.put(record)
    case .message, nil: try others.put(record)
    }
  }
}
