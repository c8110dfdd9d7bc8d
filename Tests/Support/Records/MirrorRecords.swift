// The records of the suite as the tests understand them: written from the contract, in the order of
// its tables, and sharing nothing with the codec under test. `MirrorRecord.strict` refuses a line
// with a key too many, a type that is not the one here, or keys in another order.

/// A record of one type, as one line.
public protocol MirrorRecord: Codable, Equatable, Sendable {
  /// The value of `type`.
  static var typeName: String { get }
}

public struct MirrorUser: MirrorRecord {
  public static let typeName = "user"
  public let type, id: String
  public let name, email: String?
}

public struct MirrorFocus: MirrorRecord {
  public static let typeName = "focus"
  public let type, id, title: String
  public let description: String?
}

public struct MirrorUserFocus: MirrorRecord {
  public static let typeName = "user_focus"
  public let type: String
  public let id: String?
  public let userId, focusId: String
  public let order: Int
  public let active: Bool
  public let startedAt, updatedAt: Int?
}

public struct MirrorSession: MirrorRecord {
  public static let typeName = "session"
  public let type, id, userId: String
  public let startTime: Int
  public let endTime: Int?
}

public struct MirrorMessage: MirrorRecord {
  public static let typeName = "message"
  public let type, text: String
  public let userId, sessionId, requestId: String?
  public let timestamp: Int?
  public let inputMode: String?
}

public struct MirrorInteraction: MirrorRecord {
  public static let typeName = "interaction"
  public let type, id: String
  public let userId: String?
  public let sessionId, userText, aiResponse: String
  public let timestamp: Int
  public let requestId, inputMode, status, provider, modelId: String?
  public let ttftMs, latencyMs: Int?
  public let command, task: String?
  public let scope: MirrorScope?
}

/// What coach-filter says of a turn.
public struct MirrorScope: Codable, Equatable, Sendable {
  public let kind: String
  public let triggers, focusIds, ruleIds: [String]
  public let task: Task?
  public let reason: String

  public struct Task: Codable, Equatable, Sendable {
    public let name, state: String
  }
}

public struct MirrorEvaluation: MirrorRecord {
  public static let typeName = "evaluation"
  public let type, id, userId, sessionId: String
  public let interactionIds: [String]
  public let turns: [Turn]
  public let focusIds: [String]?
  public let triggers: [String]
  public let task: String?
  public let createdAt: Int

  public struct Turn: Codable, Equatable, Sendable {
    public let id, userText, aiResponse: String
    public let timestamp: Int
  }
}

public struct MirrorAssessment: MirrorRecord {
  public static let typeName = "assessment"
  public let type, id, userId, sessionId: String
  public let interactionIds: [String]
  public let focusId: String?
  public let kind, category: String
  public let score: Double?
  public let explanationText: String
  public let errors: [Fault]?
  public let tags: [String]?
  public let groupId, rubricVersion, provider, modelId, requestId: String?
  public let createdAt: Int
  public let assessedAt: Int?
  public let judgement: Judgement?
  public let basis: Basis?

  /// One of its `errors`.
  public struct Fault: Codable, Equatable, Sendable {
    public let key, message, severity: String
    public let suggestion, interactionId: String?
    public let span: Span?
  }

  /// Unicode scalars of the user's text, half open.
  public struct Span: Codable, Equatable, Sendable {
    public let start, end: Int
  }

  public struct Judgement: Codable, Equatable, Sendable {
    public let id: String
    public let records: Int
    public let focusIds: [String]?
  }

  /// What a summary stands on.
  public struct Basis: Codable, Equatable, Sendable {
    public let turns, assessments: Int
    public let latest: Int?
  }
}

public struct MirrorLevel: MirrorRecord {
  public static let typeName = "level"
  public let type, userId, focusId: String
  public let ema: Double
  public let level: Int
  public let band: String
  public let count: Int
  public let window: [Score]
  public let alpha: Double
  public let n, updatedAt: Int

  public struct Score: Codable, Equatable, Sendable {
    public let id, kind: String
    public let interactionIds: [String]
    public let score: Double
    public let createdAt: Int
    public let assessedAt: Int?
  }
}

public struct MirrorPromptRun: MirrorRecord {
  public static let typeName = "prompt_run"
  public let type, id, requestId: String
  public let userId, sessionId: String?
  public let interactionIds: [String]?
  public let groupId: String?
  public let provider, modelId: String
  public let rubricVersion: String?
  public let inputTokens, outputTokens, latencyMs: Int
  public let costCents: Double?
  public let status: String
  public let createdAt: Int
  public let stage: String
  public let attempt: Int
  public let ttftMs, cachedTokens: Int?
  public let estimated: Bool?
  public let errorCode: String?
}

public struct MirrorReject: MirrorRecord {
  public static let typeName = "reject"
  public let type, id, stage, code, message: String
  public let file: String?
  public let line, offset: Int?
  public let recordId: String?
  public let retryable: Bool
  public let attempts, createdAt: Int
  public let raw, rawBase64: String?
  public let rawBytes: Int?
}
