import CoachJSONL
import GRDB

/// Stores `prompt_run` records.
final class RunWriter {
  private let keys: Keys
  private let rows: RowWriter

  /// - Throws: `DatabaseError`.
  init(keys: Keys, on db: Database) throws {
    self.keys = keys
    rows = try RowWriter(
      table: "prompt_run",
      columns: [
        "request_id", "user", "session", "evaluation", "stage", "attempt", "provider", "model_id",
        "rubric_version", "input_tokens", "output_tokens", "latency_ms", "cost_cents", "status",
        "created_at",
      ], on: db)
  }

  /// - Throws: `RecordError`, `DatabaseError`.
  func put(_ record: borrowing Record) throws -> Outcome {
    let run = try PromptRun(record)
    return try rows.put(
      run.id,
      [
        .text(run.requestId), .maybe(try keys.users.key(of: run.userId)),
        .maybe(try keys.sessions.key(of: run.sessionId)),
        .maybe(try keys.evaluations.key(of: run.groupId)), .maybe(run.stage), .maybe(run.attempt),
        .text(run.provider), .text(run.modelId), .maybe(run.rubricVersion),
        .integer(run.inputTokens), .integer(run.outputTokens), .integer(run.latencyMs),
        .maybe(run.costCents), .text(run.status), .integer(run.createdAt),
      ], raw: record.copy()
    ).outcome
  }
}
