import CoachJSONL
import GRDB

/// Takes what was said out of the database, and keeps what follows from it: when there was a turn,
/// how it was scored, which errors there were.
///
/// A record is written anew from what the suite knows of it: members that it does not know may be
/// words, too.
struct Redactor {
  /// Whose texts; nil for everybody's.
  let userId: String?
  /// Texts older than this alone, milliseconds since 1970-01-01 UTC; nil for all.
  let cutoff: Int64?

  /// - Returns: how many records of each type were changed.
  /// - Throws: `DatabaseError`, `RecordError` where a stored record breaks the contract.
  func redact(in db: Database) throws -> [Removal] {
    let parser = try RecordParser(name: "database")
    let removals = [
      try rewrite(.interaction, in: db) { line in
        try parser.read(line) { try Interaction($0).redacted.line() }
      },
      try rewrite(.evaluation, in: db) { line in
        try parser.read(line) { try Evaluation($0).redacted.line() }
      },
      try rewrite(.assessment, in: db) { line in
        try parser.read(line) { try Assessment($0).redacted.line() }
      },
      try redactRejects(in: db, parser),
    ]
    try db.execute(
      sql: """
        UPDATE evaluation SET task = NULL WHERE task IS NOT NULL AND \(conditions(.evaluation));
        UPDATE assessment_error SET message = '', suggestion = NULL
        WHERE assessment IN (SELECT pk FROM assessment WHERE \(conditions(.assessment)));
        """)
    return removals.filter { $0.records > 0 }
  }

  private func conditions(_ table: Table) -> String {
    var conditions = ["raw IS NOT NULL"]
    if let cutoff, let time = table.time { conditions.append("\(time) < \(cutoff)") }
    if let userId {
      let quoted = userId.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''")
      conditions.append("user = (SELECT pk FROM user WHERE id = '\(quoted)')")
    }
    return conditions.joined(separator: " AND ")
  }

  private func rewrite(
    _ table: Table, in db: Database, _ line: (UnsafeRawBufferPointer) throws -> [UInt8]
  ) throws -> Removal {
    try rewrite(table, where: conditions(table), in: db, line)
  }

  private func rewrite(
    _ table: Table, where conditions: String, in db: Database,
    _ line: (UnsafeRawBufferPointer) throws -> [UInt8]?
  ) throws -> Removal {
    let name = table.rawValue
    let keys = try Int64.fetchAll(db, sql: "SELECT pk FROM \(name) WHERE \(conditions)")
    let find = try PreparedStatement("SELECT raw FROM \(name) WHERE pk = ?", on: db)
    let update = try PreparedStatement("UPDATE \(name) SET raw = ? WHERE pk = ?", on: db)
    var count = 0
    for key in keys {
      let change = try find.first(.integer(key)) { row -> [UInt8]? in
        let redacted = try line(row.bytes(0))
        return redacted.flatMap { $0.elementsEqual(row.bytes(0)) ? nil : $0 }
      }
      guard let redacted = change ?? nil else { continue }
      try update.run(.line(redacted), .integer(key))
      count += 1
    }
    return Removal(verb: .redact, table: table, records: count)
  }

  /// Rejects keep lines of which nobody knows what is in them.
  private func redactRejects(in db: Database, _ parser: RecordParser) throws -> Removal {
    let isOld = cutoff.map { "created_at < \($0)" } ?? "TRUE"
    let mentions = try userId.map { user in
      Mentions(
        of: try ["session", "interaction", "evaluation"].flatMap { table in
          try String.fetchAll(
            db,
            sql: "SELECT id FROM \(table) WHERE user = (SELECT pk FROM user WHERE id = ?)",
            arguments: [user])
        } + [user])
    }
    return try rewrite(.reject, where: isOld, in: db) { line in
      var reject = try parser.read(line) { try Reject($0) }
      guard mentions?.contains(reject) ?? true else { return nil }
      reject.raw = nil
      reject.rawBase64 = nil
      return reject.line()
    }
  }
}

extension Interaction {
  /// Without what was said.
  fileprivate var redacted: Interaction {
    var turn = self
    turn.userText = ""
    turn.aiResponse = ""
    turn.task = nil
    turn.scope = scope?.redacted
    return turn
  }
}

extension Scope {
  /// Without the words of whoever named the task, or said why.
  fileprivate var redacted: Scope {
    var scope = self
    scope.task = task.map { Task(name: "task", state: $0.state) }
    scope.reason = ""
    return scope
  }
}

extension Evaluation {
  fileprivate var redacted: Evaluation {
    var evaluation = self
    evaluation.turns = turns.map {
      Turn(id: $0.id, userText: "", aiResponse: "", timestamp: $0.timestamp)
    }
    evaluation.task = nil
    return evaluation
  }
}

extension Assessment {
  fileprivate var redacted: Assessment {
    var assessment = self
    assessment.explanationText = ""
    assessment.errors = errors?.map { error in
      var error = error
      error.message = ""
      error.suggestion = nil
      return error
    }
    return assessment
  }
}
