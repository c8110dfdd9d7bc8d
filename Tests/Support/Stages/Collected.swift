public import CoachJSONL

/// Decodes the records of one type among lines.
public enum Collected {
  /// The records of type `Wanted`, in order, read through the stage loop as any tool reads them.
  public static func records<Wanted: SuiteRecord>(
    of lines: [String], as _: Wanted.Type = Wanted.self
  ) async throws -> [Wanted] {
    let box = Box<Wanted>()
    let run = try await StageRun(Collector(box: box), over: lines.joined(separator: "\n"))
    guard run.status == .ok else {
      throw RecordError(.invalidRecord, "the lines are not all records")
    }
    return box.records
  }

  /// Only the loop's thread writes to it, and only what waits for the loop reads it.
  private final class Box<Wanted: SuiteRecord>: @unchecked Sendable {
    var records: [Wanted] = []
  }

  private struct Collector<Wanted: SuiteRecord>: Stage, Sendable {
    static var name: String { "collector" }
    let box: Box<Wanted>

    mutating func process(_ record: borrowing Record, emit: inout Emission) throws {
      if record.type == Wanted.type { box.records.append(try Wanted(record)) }
    }
  }
}
