import CoachJSONL
import Synchronization

/// The JSON that an answer is to be.
struct AnswerShape: Sendable, Equatable {
  /// What the services want a schema to be called.
  let name: String
  /// JSON Schema, in the portable subset (see ``AnswerFormat``).
  let schema: JSONTree
}

/// The ways to ask for JSON, strictest first.
enum FormatRung: Int, CaseIterable, Sendable {
  case jsonSchema
  case jsonObject
  /// The prompt alone says it.
  case prompt

  var lower: FormatRung? { FormatRung(rawValue: rawValue + 1) }

  func format(_ shape: AnswerShape) -> AnswerFormat {
    switch self {
    case .jsonSchema: .jsonSchema(name: shape.name, schema: shape.schema)
    case .jsonObject: .jsonObject
    case .prompt: .text
    }
  }
}

/// How strictly each server can be asked for JSON, as its refusals have shown.
final class FormatLadder: Sendable {
  private let rungs = Mutex<[String: FormatRung]>([:])

  func rung(for server: String) -> FormatRung {
    rungs.withLock { $0[server] ?? .jsonSchema }
  }

  /// Remembers that a server refuses a way; returns the next one to try, nil where there is none.
  func refuse(_ rung: FormatRung, by server: String) -> FormatRung? {
    guard let lower = rung.lower else { return nil }
    return rungs.withLock { rungs in
      // Another call may have gone further down meanwhile.
      let next = max(rungs[server]?.rawValue ?? 0, lower.rawValue)
      rungs[server] = FormatRung(rawValue: next)
      return rungs[server]
    }
  }
}
