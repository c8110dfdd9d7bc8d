import CoachJSONL
import GRDB

/// Stores `assessment` records, with a row for each turn and for each error, and says which of them
/// stand and which levels they move.
///
/// Records are held back until there are enough of them for a `BulkInsertion`, which takes for
/// granted that they are new. Those that are not are told by what is missing then.
final class AssessmentWriter {
  /// Subjects of a transaction that are remembered; of those beyond, all versions are read.
  private static let mostSeen = 65_536
  /// Bytes of records held back.
  private static let mostPendingBytes = 1 << 20

  private let keys: Keys
  private let subjects: SubjectIndex
  private let standing: StandingWriter
  private let levels: LevelWriter
  private let rows: BulkInsertion
  private let turnRows: BulkInsertion
  private let errorRows: BulkInsertion
  private let versions: AssessmentVersions
  private let findLast: PreparedStatement
  private var pending: [PendingAssessment] = []
  private var pendingBytes = 0
  /// The key of the next row; nil until the transaction needs one.
  private var nextKey: Int64?
  /// Subjects whose first assessments were put in this transaction.
  private var seen: Set<Int64> = []
  private var outcomes = Tally()

  /// - Throws: `DatabaseError`, `StageFailure`.
  init(keys: Keys, levels: LevelWriter, on db: Database) throws {
    self.keys = keys
    self.levels = levels
    subjects = try SubjectIndex(on: db)
    standing = try StandingWriter(on: db)
    versions = try AssessmentVersions(on: db)
    rows = try BulkInsertion(
      into: "assessment", ["pk", "id"] + PendingAssessment.columns + ["raw"],
      conflict: "ON CONFLICT (id) DO NOTHING", on: db)
    turnRows = try BulkInsertion(
      into: "assessment_interaction", ["assessment", "position", "interaction"], on: db)
    errorRows = try BulkInsertion(
      into: "assessment_error",
      [
        "assessment", "position", "key", "severity", "message", "suggestion", "interaction",
        "span_start", "span_end",
      ], on: db)
    findLast = try PreparedStatement("SELECT max(pk) FROM assessment", on: db)
  }

  /// Takes a record in; it is stored when enough are there, or when they are settled.
  ///
  /// - Throws: `DatabaseError`, `StageFailure`.
  func put(_ incoming: IncomingAssessment) throws {
    let assessment = incoming.assessment
    let user = try keys.users.key(of: assessment.userId)
    let session = try keys.sessions.key(of: assessment.sessionId)
    let focus = try keys.focuses.key(of: assessment.focusId)
    let evaluation = try keys.evaluations.key(of: assessment.groupId)
    let turns = try assessment.interactionIds.map { try keys.interactions.key(of: $0) }
    let subject = try subjects.subject(
      of: assessment, turns: turns, group: evaluation, session: session
    ) { merged in
      try flush()
      standing.mark(merged)
      seen.insert(merged)
    }
    let isOfNewTurn =
      assessment.kind == .interaction && evaluation == nil
      && turns.allSatisfy(keys.interactions.isNew)
    pending.append(
      PendingAssessment(
        assessment: assessment, raw: incoming.raw, user: user, session: session, focus: focus,
        evaluation: evaluation, turns: turns, subject: subject, isOfNewSubject: isOfNewTurn))
    pendingBytes += incoming.raw.count
    if pending.count >= BulkInsertion.rowsAtOnce || pendingBytes >= Self.mostPendingBytes {
      try flush()
    }
  }

  /// Stores what was held back, and says which assessments stand.
  ///
  /// - Returns: what became of the records since the last call.
  /// - Throws: `DatabaseError`, `StageFailure`.
  func settle() throws -> Tally {
    try flush()
    try standing.settle()
    defer { outcomes = Tally() }
    return outcomes
  }

  /// Forgets what holds in one transaction only.
  func forget() {
    nextKey = nil
    seen.removeAll(keepingCapacity: true)
    subjects.forget()
  }

  private func flush() throws {
    guard !pending.isEmpty else { return }
    defer {
      pending.removeAll(keepingCapacity: true)
      pendingBytes = 0
    }
    do {
      try store()
      if standing.isDue { try standing.settle() }
      if levels.isDue { try levels.settle() }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      // The records keep the contract: it is the tool that does not keep to its own schema.
      throw StageFailure(
        .software, "an assessment breaks a rule of the database: \(error.message ?? "")")
    }
  }

  private func store() throws {
    let first = try nextKey ?? (findLast.first { $0.integer(0) ?? 0 } ?? 0) + 1
    nextKey = first + Int64(pending.count)
    let stands = standingOfNewSubjects()
    var values: [SQLValue] = []
    values.reserveCapacity(pending.count * (PendingAssessment.columns.count + 3))
    for (index, new) in pending.enumerated() {
      values.append(.integer(first + Int64(index)))
      values.append(.text(new.assessment.id))
      new.append(to: &values, stands: stands[index])
      values.append(.line(new.raw))
    }
    let isAllNew = try rows.insert(values) == pending.count
    var stored: [(key: Int64, new: PendingAssessment)] = []
    for (index, new) in pending.enumerated() {
      let key = first + Int64(index)
      let known = isAllNew ? key : try versions.key(of: new.assessment.id)
      if known == key {
        stored.append((key, new))
        outcomes.add(.assessment, .new)
        moveLevel(new, isRevision: false)
      } else {
        try revise(known, new, &stored)
      }
    }
    try addParts(of: stored)
  }

  /// An id that is stored already, in this batch or before: the newer version stands.
  private func revise(
    _ key: Int64, _ new: PendingAssessment, _ stored: inout [(key: Int64, new: PendingAssessment)]
  ) throws {
    standing.mark(new.subject)
    guard let old = try versions.replace(key, by: new) else {
      outcomes.add(.assessment, .unchanged)
      return
    }
    standing.mark(old)
    // Turns and errors that its older version in this very batch has not got yet.
    stored.removeAll { $0.key == key }
    stored.append((key, new))
    outcomes.add(.assessment, .changed)
    moveLevel(new, isRevision: true)
  }

  /// Whether each record stands, of those whose subject has no others; the others are told when
  /// they are settled.
  private func standingOfNewSubjects() -> [Bool] {
    var stands = pending.map { _ in false }
    // Those of one subject nearly always come one behind the other.
    let sorted = pending.indices.sorted {
      (pending[$0].subject, $0) < (pending[$1].subject, $1)
    }
    var rest = sorted[...]
    while let first = rest.first {
      let subject = pending[first].subject
      let members = rest.prefix { pending[$0].subject == subject }
      rest = rest.dropFirst(members.count)
      let isNew = pending[first].isOfNewSubject && seen.count < Self.mostSeen
      if seen.insert(subject).inserted, isNew {
        let flags = StandingWriter.stands(members.map { pending[$0].assessment })
        for (index, flag) in zip(members, flags) { stands[index] = flag }
      } else {
        standing.mark(subject)
      }
    }
    return stands
  }

  private func addParts(of stored: [(key: Int64, new: PendingAssessment)]) throws {
    var turns: [SQLValue] = []
    var errors: [SQLValue] = []
    for (key, new) in stored {
      for (position, turn) in new.turns.enumerated() {
        turns.append(.integer(key))
        turns.append(.integer(Int64(position)))
        turns.append(.integer(turn))
      }
      guard let found = new.assessment.errors else { continue }
      for (position, error) in found.enumerated() {
        errors += [
          .integer(key), .integer(Int64(position)), .text(error.key),
          .text(error.severity.rawValue), .text(error.message), .maybe(error.suggestion),
          .maybe(error.interactionId), .maybe(error.span.map { Int64($0.start) }),
          .maybe(error.span.map { Int64($0.end) }),
        ]
      }
    }
    _ = try turnRows.insert(turns)
    _ = try errorRows.insert(errors)
  }

  private func moveLevel(_ new: PendingAssessment, isRevision: Bool) {
    guard let focus = new.focus, let score = WindowScore(new.assessment) else { return }
    levels.touch(
      LevelWriter.Owner(user: new.user, focus: focus), score: score, isRevision: isRevision)
  }
}
